package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// DevDoctor as a process of its own, with streams that are really full, closed or redirected.
///
/// @param folder where it runs and keeps its data
/// @param jvm    options of Java
record Program(Path folder, List<String> jvm) {

    /// How it ended.
    record Ended(int exit, String out, String err) {}

    static Program in(Path folder, String... jvm) {
        return new Program(folder, List.of(jvm));
    }

    /// The words that start it.
    List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), "io.devdoctor.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(command(arguments));
    }

    /// The same as a line of a shell, in which `devdoctor` stands for the program.
    Ended sh(String line) throws IOException, InterruptedException {
        Path script = folder.resolve("devdoctor.sh");
        String words = String.join(" ", command().stream().map(Program::quoted).toList());
        Files.writeString(script, "exec " + words + " \"$@\"\n");
        return ended(List.of("bash", "-c", line.replace("devdoctor ", "sh " + quoted(script.toString()) + " ")));
    }

    Ended ended(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        environment(builder.environment());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// It runs in another folder than the build.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void environment(Map<String, String> environment) {
        environment.put("DEVDOCTOR_HOME", folder.resolve("home").toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// What stands in a folder, for a look at what was left behind.
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
