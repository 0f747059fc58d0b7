package io.devdoctor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A real engine by its command line, and an image of one small system for its containers. Everything made here bears
/// one name of its own and goes with it.
public final class EngineBench {
    private static final List<String> TOOLS = List.of("sh", "sleep", "rm", "touch", "test", "env", "printf", "httpd");
    public final String endpoint = String.valueOf(System.getenv("DEVDOCTOR_TEST_ENGINE"));
    public final String name = "devdoctor-" + UUID.randomUUID();
    private final Path folder;

    public EngineBench(Path folder) throws IOException {
        this.folder = folder;
        Path bin = Files.createDirectories(folder.resolve("root/bin"));
        Files.createDirectories(folder.resolve("root/tmp"));
        Files.copy(Path.of("/bin/busybox"), bin.resolve("busybox"));
        for (String tool : TOOLS) Files.createSymbolicLink(bin.resolve(tool), Path.of("busybox"));
    }

    /// A file of the image, executable.
    public EngineBench file(String path, byte[] content) throws IOException {
        Path file = folder.resolve("root" + path);
        Files.write(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return this;
    }

    public EngineBench file(String path, String content) throws IOException {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /// @param options of `docker import`, such as `--platform linux/arm64` or `--change …`
    public void image(String image, String... options) throws IOException, InterruptedException {
        Path tar = folder.resolve("root.tar");
        run("tar", "-C", folder.resolve("root").toString(), "-cf", tar.toString(), ".");
        List<String> line = new ArrayList<>(List.of("import"));
        line.addAll(List.of(options));
        line.addAll(List.of(tar.toString(), image));
        docker(line.toArray(String[]::new));
    }

    /// The same system, said to be made for another processor.
    public void imageFor(String architecture, String image) throws IOException, InterruptedException {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        run(
                "tar",
                "-C",
                folder.resolve("root").toString(),
                "-cf",
                parts.resolve("layer.tar").toString(),
                ".");
        String layer = Bytes.of(Files.readAllBytes(parts.resolve("layer.tar"))).sha256();
        Files.writeString(parts.resolve("config.json"), """
            {"architecture":"%s","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}\
            """.formatted(architecture, layer));
        Files.writeString(parts.resolve("manifest.json"), """
            [{"Config":"config.json","RepoTags":["%s:latest"],"Layers":["layer.tar"]}]\
            """.formatted(image));
        Path tar = folder.resolve("image.tar");
        run("tar", "-C", parts.toString(), "-cf", tar.toString(), ".");
        docker("load", "-i", tar.toString());
    }

    /// A container of ours; whether it could be started, its state tells.
    public String container(String suffix, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "-H", endpoint, "run", "--name", name + "-" + suffix));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        return name + "-" + suffix;
    }

    /// Asks until the template says so; the engine needs a moment for what it does by itself.
    public void await(String container, String template, String value) throws IOException, InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (docker("inspect", "-f", template, container).strip().matches(value)) return;
        }
        throw new AssertionError(container + " " + template + " never became " + value);
    }

    public void clear() throws IOException, InterruptedException {
        for (String id : docker("ps", "-aq", "--filter", "name=" + name).split("\\s+")) {
            if (!id.isEmpty()) docker("rm", "-f", "-v", id);
        }
        for (String image :
                docker("images", "-q", "--filter", "reference=" + name + "*").split("\\s+")) {
            if (!image.isEmpty()) docker("rmi", "-f", image);
        }
    }

    public String docker(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "-H", endpoint));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    private static String run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", line) + "\n" + output).isZero();
        return output;
    }
}
