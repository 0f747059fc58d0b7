package io.devdoctor.testing.sim;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The engine of the simulated Windows as far as it removes things, whose lists really get shorter, and starts
/// containers anew, whose programs then answer their checks.
record SimEngine(SimState state, Set<String> lying) {
    private static final String GONE = "{\"message\":\"No such image\"}";

    DockerHttpClient open(String endpoint) {
        return new DockerHttpClient() {
            @Override
            public Response execute(Request request) {
                return answer(request);
            }

            @Override
            public void close() {}
        };
    }

    private Answer answer(DockerHttpClient.Request request) {
        String path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        boolean lies = lying.contains("engine");
        if (request.method().equals("DELETE") && path.startsWith("/images/")) {
            String id = path.substring("/images/".length()).replaceAll("\\?.*", "");
            if (lies) return new Answer(200, "[{\"Deleted\":\"" + id + "\"}]");
            return remove("Images", "Id", id)
                    ? new Answer(200, "[{\"Deleted\":\"" + id + "\"}]")
                    : new Answer(404, GONE);
        }
        if (request.method().equals("DELETE") && path.startsWith("/containers/")) {
            boolean gone = lies || remove("Containers", "Id", path.substring("/containers/".length()));
            return gone ? new Answer(204, "") : new Answer(404, GONE);
        }
        if (request.method().equals("POST") && path.startsWith("/build/prune")) {
            String id = path.replaceAll(".*\"id\":\\{\"([^\"]+)\".*", "$1");
            boolean gone = lies || remove("BuildCache", "ID", id);
            return new Answer(200, "{\"CachesDeleted\":" + (gone ? "[\"" + id + "\"]" : "null") + "}");
        }
        if (path.matches("/containers/[0-9a-f]+/(restart|json)")) {
            return container(path.split("/")[2], request.method().equals("POST") && !lies);
        }
        if (request.method().equals("GET") && path.endsWith("/system/df")) return new Answer(200, usage().toString());
        return new Answer(404, "{\"message\":\"page not found\"}");
    }

    private Answer container(String id, boolean anew) {
        if (anew) {
            state.change(root -> {
                if (inspected(root, id) instanceof ObjectNode body) {
                    ObjectNode now = (ObjectNode) body.path("State");
                    now.put("StartedAt", root.path("taken").asString());
                    if (now.path("Health") instanceof ObjectNode health) {
                        health.put("Status", "healthy").put("FailingStreak", 0).putArray("Log");
                    }
                }
            });
        }
        JsonNode body = inspected(state.load(), id);
        return body.isMissingNode() ? new Answer(404, GONE) : new Answer(200, body.toString());
    }

    static void start(ObjectNode root, String name) {
        for (JsonNode entry : root.path("docker")) {
            JsonNode body = entry.path("body");
            if (body.isArray()) body.forEach(row -> listed(row, name));
            if (body.path("Name").asString("").equals("/" + name) && body.path("State") instanceof ObjectNode now) {
                now.put("Status", "running")
                        .put("Running", true)
                        .put("OOMKilled", false)
                        .put("ExitCode", 0);
                now.put("Pid", 4711).put("StartedAt", root.path("taken").asString());
            }
        }
    }

    private static void listed(JsonNode row, String name) {
        boolean meant = row.path("Names")
                .valueStream()
                .anyMatch(each -> each.asString("").equals("/" + name));
        if (meant) ((ObjectNode) row).put("State", "running").put("Status", "Up 1 second");
    }

    private static JsonNode inspected(JsonNode root, String id) {
        for (JsonNode entry : root.path("docker")) {
            if (entry.path("get").asString("").endsWith("/containers/" + id + "/json")) return entry.path("body");
        }
        return root.path("nothing");
    }

    private JsonNode usage() {
        for (JsonNode entry : state.load().path("docker")) {
            if (entry.path("get").asString("").endsWith("/system/df")) return entry.path("body");
        }
        throw new AssertionError("the recording holds no disk usage");
    }

    private boolean remove(String list, String member, String id) {
        List<JsonNode> gone = new ArrayList<>();
        state.change(root -> {
            for (JsonNode entry : root.path("docker")) {
                JsonNode body = entry.path("body");
                remove(body.path(list), member, id, gone);
                // The plain list of images is the body itself.
                if (list.equals("Images")) remove(body, member, id, gone);
            }
        });
        return !gone.isEmpty();
    }

    private static void remove(JsonNode list, String member, String id, List<JsonNode> gone) {
        if (!(list instanceof ArrayNode array)) return;
        for (int i = array.size() - 1; i >= 0; i--) {
            if (array.path(i).path(member).asString("").equals(id)) gone.add(array.remove(i));
        }
    }

    private record Answer(int status, String body) implements DockerHttpClient.Response {
        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Map.of("Content-Type", List.of("application/json"));
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}
