package io.devdoctor.testing.sim;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.DiskFileChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the simulated Windows remembers: `state.devdoctor` (a recording) and, below `disk/`, each text file as a real
/// file. Every change is on the disk before it returns, so that a killed process finds it again.
final class SimState {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path folder;
    private final Path state;
    private final DiskFileChanges own = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);

    private SimState(Path folder) {
        this.folder = folder;
        this.state = folder.resolve("state.devdoctor");
    }

    /// Unpacks a recording, or goes on where an earlier process ended.
    static SimState in(Path folder, byte[] recording) {
        SimState sim = new SimState(folder);
        if (!Files.exists(sim.state)) sim.unpack(recording);
        return sim;
    }

    private void unpack(byte[] recording) {
        ObjectNode root = (ObjectNode) JSON.readTree(recording);
        root.path("files").properties().forEach(file -> {
            Optional<byte[]> content = content(file.getValue());
            content.ifPresent(bytes -> writeReal(real(file.getKey()), bytes));
        });
        bootIds(root);
        SimSession.begin(root);
        save(root);
    }

    /// Every distribution that was asked anything tells the one virtual machine's boot id as well.
    private static void bootIds(ObjectNode root) {
        Set<String> asked = new TreeSet<>();
        for (JsonNode command : root.path("commands")) {
            if (command.path("run").path(1).asString("").equals("-d"))
                asked.add(command.path("run").path(2).asString());
        }
        for (String distro : asked) {
            ObjectNode answer = root.withArray("commands").addObject();
            answer.putArray("run")
                    .add("wsl.exe")
                    .add("-d")
                    .add(distro)
                    .add("-e")
                    .add("cat")
                    .add("/proc/sys/kernel/random/boot_id");
            answer.put("exit", 0)
                    .put("stdout", "3f0c1d52-5c1e-4c55-9a3e-7b8f1a2c4d6e\n")
                    .put("charset", "UTF-8")
                    .put("stderr", "")
                    .put("millis", 40);
        }
    }

    ObjectNode load() {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The recording of this moment: contents come from the real files.
    byte[] recording() {
        ObjectNode root = load();
        ObjectNode files = (ObjectNode) root.path("files");
        for (String path : files.propertyNames()) {
            Path real = real(path);
            boolean holdsText = content(files.path(path)).isPresent();
            if (Files.isRegularFile(real)) {
                ObjectNode file = files.path(path) instanceof ObjectNode old ? old.deepCopy() : JSON.createObjectNode();
                file.remove("text");
                file.put("base64", Base64.getEncoder().encodeToString(read(real)));
                files.set(path, file);
            } else if (holdsText) {
                files.putNull(path);
            }
            boolean made = files.path(path).isNull() || Files.isRegularFile(real);
            if (made) SimFolder.list(files, path, Files.isRegularFile(real));
        }
        return JSON.writeValueAsBytes(root);
    }

    void change(Consumer<ObjectNode> change) {
        ObjectNode root = load();
        change.accept(root);
        save(root);
    }

    private void save(ObjectNode root) {
        Bytes before = Files.exists(state) ? Bytes.of(read(state)) : null;
        Bytes after = Bytes.of(JSON.writeValueAsBytes(root));
        ChangeResult result = own.write(state.toString(), before, after, folder.toString());
        if (!(result instanceof ChangeResult.Done)) throw new AssertionError(result);
    }

    /// Where a file of the simulated disk really is.
    Path real(String path) {
        String relative = path.replace(":", "").replace('\\', '/').toLowerCase(Locale.ROOT);
        return folder.resolve("disk").resolve(relative);
    }

    /// A file that the recording does not know yet.
    void register(String path) {
        if (load().path("files").has(path)) return;
        change(root -> ((ObjectNode) root.path("files")).putNull(path));
    }

    /// Every file with its content and every key below HKCU, to compare two moments byte for byte.
    Map<String, String> picture() {
        Map<String, String> picture = new TreeMap<>();
        load().path("registry").properties().stream()
                .filter(key -> key.getKey().toUpperCase(Locale.ROOT).startsWith("HKCU"))
                .forEach(key -> picture.put(key.getKey(), sorted(key.getValue())));
        Path disk = folder.resolve("disk");
        try (Stream<Path> files = Files.walk(disk)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> picture.put(
                            disk.relativize(file).toString(),
                            Base64.getEncoder().encodeToString(read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return picture;
    }

    /// The values of a key have no order.
    private static String sorted(JsonNode values) {
        Map<String, String> sorted = new TreeMap<>();
        values.properties()
                .forEach(value -> sorted.put(value.getKey(), value.getValue().toString()));
        return sorted.toString();
    }

    private static Optional<byte[]> content(JsonNode file) {
        if (file.has("base64")) {
            return Optional.of(Base64.getDecoder().decode(file.path("base64").asString()));
        }
        if (!file.has("text")) return Optional.empty();
        String charset = file.path("charset").asString("UTF-8");
        return Optional.of(file.path("text")
                .asString()
                .getBytes(charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset)));
    }

    private static void writeReal(Path real, byte[] content) {
        try {
            Files.createDirectories(real.getParent());
            Files.write(real, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path real) {
        try {
            return Files.readAllBytes(real);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
