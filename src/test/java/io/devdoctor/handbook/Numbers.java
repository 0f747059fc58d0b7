package io.devdoctor.handbook;

import io.devdoctor.check.Check;
import io.devdoctor.check.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which numbers of `thresholds.properties` a check judges by, read from its compiled classes: its own and those of its
/// package that it uses.
final class Numbers {
    private static final List<String> ADVICE = List.of("advisedMemory", "advisedProcessors");
    private final TreeMap<String, String> table = new TreeMap<>();

    Numbers() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/io/devdoctor/thresholds.properties"))) {
            properties.load(in);
        }
        properties.stringPropertyNames().forEach(key -> table.put(key, properties.getProperty(key)));
    }

    /// Keys and values.
    SortedMap<String, String> of(Check check) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(internal(check.getClass().getName())));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!seen.add(name)) continue;
            for (PoolEntry entry : pool(name)) {
                switch (entry) {
                    case StringEntry text -> named(text.stringValue(), found);
                    case MethodRefEntry method -> advised(method, found);
                    case ClassEntry type -> {
                        String other = type.asInternalName();
                        if (isBeside(other, check)) open.push(other);
                    }
                    default -> {}
                }
            }
        }
        return found;
    }

    /// A key, or the beginning of some.
    private void named(String text, SortedMap<String, String> found) {
        table.forEach((key, value) -> {
            boolean family = text.contains(".") && key.startsWith(text + ".");
            if (key.equals(text) || family) found.put(key, value);
        });
    }

    private void advised(MethodRefEntry method, SortedMap<String, String> found) {
        String name = method.name().stringValue();
        if (!method.owner().asInternalName().equals(internal(Thresholds.class.getName())) || !ADVICE.contains(name))
            return;
        String kind = name.equals("advisedMemory") ? "memory." : "processors.";
        table.forEach((key, value) -> {
            if (key.startsWith(kind + "advised") || key.equals(kind + "windows-keeps-mib")) found.put(key, value);
        });
    }

    private static boolean isBeside(String name, Check check) {
        String folder = internal(check.getClass().getPackageName()) + "/";
        return name.startsWith(folder)
                && name.indexOf('/', folder.length()) < 0
                && !name.endsWith("Checks")
                && (!name.endsWith("Check")
                        || name.equals(internal(check.getClass().getName())));
    }

    private static Iterable<PoolEntry> pool(String name) throws IOException {
        try (InputStream in = Numbers.class.getResourceAsStream("/" + name + ".class")) {
            if (in == null) throw new IOException(name + " is missing");
            return ClassFile.of().parse(in.readAllBytes()).constantPool();
        }
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }
}
