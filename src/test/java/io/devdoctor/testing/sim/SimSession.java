package io.devdoctor.testing.sim;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The environment that programs got when the person signed in: what changes in the registry since, the next sign-in
/// brings.
final class SimSession {
    private static final String AT_SIGN_IN = "atSignIn";

    private SimSession() {}

    static void begin(ObjectNode root) {
        ObjectNode environment = root.withObject("environment");
        ObjectNode process = environment.withObject("process");
        ObjectNode user = environment.withObject("user");
        if (environment.path(AT_SIGN_IN) instanceof ObjectNode before) {
            List<String> gone = new ArrayList<>(before.propertyNames());
            gone.removeAll(user.propertyNames());
            gone.forEach(process::remove);
            user.properties().stream()
                    .filter(variable -> !variable.getValue().equals(before.get(variable.getKey())))
                    .forEach(variable -> process.set(variable.getKey(), variable.getValue()));
        }
        environment.set(AT_SIGN_IN, user.deepCopy());
    }
}
