package io.devdoctor.repair;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes things in a real engine and lists what it holds, without any of the code under test.
final class EngineRoom {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Function<String, DockerHttpClient> opener;
    private final String endpoint;

    EngineRoom(Function<String, DockerHttpClient> opener, String endpoint) {
        this.opener = opener;
        this.endpoint = endpoint;
    }

    /// Imports an image that holds one file.
    ///
    /// @param name "" = dangling
    String image(String name, String content) throws IOException {
        String query = name.isEmpty() ? "" : "&repo=" + name;
        String answer = post("/images/create?fromSrc=-" + query, tar(Map.of("content", content)));
        return answer.replaceAll("(?s).*(sha256:[0-9a-f]{64}).*", "$1");
    }

    /// Builds an image by BuildKit, which leaves cache records, one of which builds on another.
    void build(String name, String content) throws IOException {
        String dockerfile = "FROM scratch\nCOPY a /a\nCOPY b /b\n";
        Map<String, String> context = Map.of("Dockerfile", dockerfile, "a", content, "b", content + content);
        String answer = post("/build?version=2&t=" + name, tar(context));
        if (!answer.contains("Successfully tagged")) throw new AssertionError(answer);
    }

    /// A container that was never started.
    String container(String image) throws IOException {
        byte[] body = ("{\"Image\":\"" + image + "\",\"Cmd\":[\"/x\"]}").getBytes(StandardCharsets.UTF_8);
        String answer = send(DockerHttpClient.Request.Method.POST, "/containers/create", body, "application/json");
        return JSON.readTree(answer).path("Id").asString();
    }

    /// Something that the container has written, as far as anybody can tell.
    void write(String container, String content) throws IOException {
        byte[] tar = tar(Map.of("written", content));
        send(
                DockerHttpClient.Request.Method.PUT,
                "/containers/" + container + "/archive?path=/",
                tar,
                "application/x-tar");
    }

    /// A nameless image whose parent is the image of the container.
    String commit(String container) throws IOException {
        return JSON.readTree(post("/commit?container=" + container, new byte[0]))
                .path("Id")
                .asString();
    }

    void remove(String container) throws IOException {
        delete("/containers/" + container);
    }

    void clear() throws IOException {
        for (String id : containers()) delete("/containers/" + id + "?force=true");
        for (String id : images()) delete("/images/" + id + "?force=true");
        for (String name : volumes()) {
            if (name.startsWith("devdoctor-")) delete("/volumes/" + name);
        }
        post("/build/prune?all=true", new byte[0]);
    }

    void volume(String name) throws IOException {
        byte[] body = ("{\"Name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
        send(DockerHttpClient.Request.Method.POST, "/volumes/create", body, "application/json");
    }

    Set<String> volumes() throws IOException {
        return ids("/volumes", "Volumes", "Name");
    }

    Set<String> images() throws IOException {
        return ids("/images/json?all=true", "", "Id");
    }

    Set<String> containers() throws IOException {
        return ids("/containers/json?all=true", "", "Id");
    }

    Set<String> cache() throws IOException {
        return ids("/system/df", "BuildCache", "ID");
    }

    private Set<String> ids(String path, String member, String id) throws IOException {
        JsonNode answer = JSON.readTree(send(DockerHttpClient.Request.Method.GET, path, new byte[0], ""));
        Set<String> ids = new TreeSet<>();
        for (JsonNode node : member.isEmpty() ? answer : answer.path(member))
            ids.add(node.path(id).asString());
        return ids;
    }

    private void delete(String path) throws IOException {
        send(DockerHttpClient.Request.Method.DELETE, path, new byte[0], "");
    }

    private String post(String path, byte[] tar) throws IOException {
        return send(DockerHttpClient.Request.Method.POST, path, tar, "application/x-tar");
    }

    private String send(DockerHttpClient.Request.Method method, String path, byte[] body, String type)
            throws IOException {
        DockerHttpClient.Request.Builder request =
                DockerHttpClient.Request.builder().method(method).path(path);
        if (body.length > 0) {
            request.headers(Map.of("Content-Type", type));
            request.body(new ByteArrayInputStream(body));
        }
        try (DockerHttpClient client = opener.apply(endpoint);
                DockerHttpClient.Response response = client.execute(request.build());
                InputStream answer = response.getBody()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The ustar format, as little of it as plain files need.
    private static byte[] tar(Map<String, String> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            byte[] head = new byte[512];
            put(head, 0, name);
            put(head, 100, "0000644\0");
            put(head, 108, "0000000\0");
            put(head, 116, "0000000\0");
            put(head, 124, "%011o\0".formatted(content.length));
            put(head, 136, "%011o\0".formatted(0));
            put(head, 148, "        ");
            put(head, 156, "0");
            put(head, 257, "ustar\00000");
            int sum = 0;
            for (byte b : head) sum += b & 0xFF;
            put(head, 148, "%06o\0 ".formatted(sum));
            tar.writeBytes(head);
            tar.writeBytes(content);
            tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        });
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }
}
