package io.devdoctor.testing.sim;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What programs got when the person signed in: the environment and the rights of groups. What changes since, the next
/// sign-in brings.
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
        rights(root);
    }

    /// A group lists somebody at once, who has its rights from the next sign-in on.
    static int list(SimState state, String group, boolean listed) {
        state.change(root -> root.withObject("win32").put("listedIn(" + group + ")", listed));
        return 0;
    }

    private static void rights(ObjectNode root) {
        ObjectNode facts = root.withObject("win32");
        if (!facts.path("listedIn(docker-users)").isBoolean()) return;
        boolean listed = facts.path("listedIn(docker-users)").asBoolean();
        boolean before = facts.path("memberOf(docker-users)").asBoolean(listed);
        facts.put("memberOf(docker-users)", listed);
        if (listed != before) root.path("docker").forEach(answer -> open((ObjectNode) answer, listed));
    }

    /// The pipe lets in whom the group lists.
    private static void open(ObjectNode answer, boolean listed) {
        if (listed && answer.path("failed").asString("").equals("denied")) {
            answer.remove("failed");
            answer.put("byGroup", true).put("status", 200).put("body", "OK").put("millis", 5);
        } else if (!listed && answer.path("byGroup").asBoolean(false)) {
            answer.remove("status");
            answer.put("failed", "denied");
        }
    }
}
