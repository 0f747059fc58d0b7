package io.devdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One scan of a generated tree by `devdoctor check --only project`, JVM start and all, against
/// `git ls-files --eol`, which reads every file too. Both run in turn, warm; the best of each counts.
///
/// `mvn -Pbench verify` runs it; arguments: files (50000), rounds (5).
public final class ProjectScanBench {
    private static final String HEAP = "-Xmx512m";

    private ProjectScanBench() {}

    public static void main(String... args) throws IOException, InterruptedException {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("devdoctor-bench");
        try {
            Path tree = Files.createDirectory(folder.resolve("tree"));
            int written = new GeneratedTree(tree).write(files);
            run(tree, "git", "init", "-q");
            run(tree, "git", "-c", "core.autocrlf=false", "add", "-A");
            measure(folder, tree, written, rounds);
        } finally {
            delete(folder);
        }
    }

    private static void measure(Path folder, Path tree, int files, int rounds)
            throws IOException, InterruptedException {
        Duration git = Duration.ofDays(1);
        Duration ours = Duration.ofDays(1);
        for (int i = 0; i < rounds; i++) {
            git = shorter(git, run(tree, "git", "ls-files", "--eol"));
            ours = shorter(ours, run(Path.of("").toAbsolutePath(), scan(folder, tree)));
        }
        double ratio = (double) ours.toMillis() / git.toMillis();
        System.out.printf(
                "%d files: git ls-files --eol %d ms, devdoctor check --only project (%s) %d ms, ratio %.2f%n",
                files, git.toMillis(), HEAP, ours.toMillis(), ratio);
    }

    private static String[] scan(Path folder, Path tree) {
        return new String[] {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.devdoctor.Main",
            "check",
            "--project",
            tree.toString(),
            "--only",
            "project",
            "--output",
            folder.resolve("report.txt").toString(),
            "--exit-zero"
        };
    }

    private static Duration run(Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (exit != 0) throw new IOException(String.join(" ", command) + ": exit " + exit);
        return took;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(all::add);
        }
        all.sort(Comparator.reverseOrder());
        for (Path path : all) Files.deleteIfExists(path);
    }
}
