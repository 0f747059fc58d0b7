package io.devdoctor.testing.sim;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.RegistryChanges;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Registry values of the simulated Windows. Variables of the user stand in the environment as well.
///
/// @param haunted `key : name` of values that somebody else puts back as they were, right after they were changed
record SimRegistry(SimState state, Set<String> haunted) implements RegistryChanges {

    @Override
    public ChangeResult set(String key, String name, RegistryValue value) {
        if (!isOwn(key)) return refused(key);
        if (haunted.contains(key + " : " + name)) return new ChangeResult.Done("set");
        state.change(root -> {
            ObjectNode values = values(root, key);
            write(values, existing(values, name), value);
            if (isEnvironment(key)) {
                ObjectNode user = root.withObject("environment").withObject("user");
                user.put(
                        existing(user, name),
                        values.path(existing(values, name)).path(1).asString());
            }
        });
        return new ChangeResult.Done("set");
    }

    @Override
    public ChangeResult remove(String key, String name) {
        if (!isOwn(key)) return refused(key);
        if (haunted.contains(key + " : " + name)) return new ChangeResult.Done("removed");
        state.change(root -> {
            ObjectNode values = values(root, key);
            values.remove(existing(values, name));
            if (isEnvironment(key)) {
                ObjectNode user = root.withObject("environment").withObject("user");
                user.remove(existing(user, name));
            }
        });
        return new ChangeResult.Done("removed");
    }

    private static boolean isEnvironment(String key) {
        return key.equalsIgnoreCase("HKCU\\Environment");
    }

    private static boolean isOwn(String key) {
        return key.toUpperCase(Locale.ROOT).startsWith("HKCU\\");
    }

    private static ChangeResult refused(String key) {
        return new ChangeResult.Failed(ChangeResult.Reason.DENIED, key, "not below HKCU");
    }

    static ObjectNode values(ObjectNode root, String key) {
        ObjectNode registry = (ObjectNode) root.path("registry");
        for (String known : registry.propertyNames()) {
            if (known.equalsIgnoreCase(key)) return (ObjectNode) registry.path(known);
        }
        return registry.putObject(key);
    }

    private static String existing(ObjectNode values, String name) {
        return values.propertyNames().stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }

    private static void write(ObjectNode values, String name, RegistryValue value) {
        ArrayNode pair = values.putArray(name).add(value.typeName());
        switch (value) {
            case RegistryValue.Text(String text) -> pair.add(text);
            case RegistryValue.ExpandText(String text) -> pair.add(text);
            case RegistryValue.Dword(long number) -> pair.add(number);
            case RegistryValue.Qword(long number) -> pair.add(number);
            case RegistryValue.MultiText(var lines) -> lines.forEach(pair.addArray()::add);
            case RegistryValue.Binary(Bytes bytes) -> pair.add(HexFormat.of().formatHex(bytes.toArray()));
            case RegistryValue.Other(int _, Bytes bytes) ->
                pair.add(HexFormat.of().formatHex(bytes.toArray()));
        }
    }
}
