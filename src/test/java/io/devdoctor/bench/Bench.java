package io.devdoctor.bench;

import io.devdoctor.system.recorded.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How fast DevDoctor is, as ratios to yardsticks that ran in the same minutes; no assertion stands on a time.
///
/// `mvn -Pinstaller,bench verify` builds the image and runs it. Arguments: files of the scanned tree, rounds, and the
/// folder of an image (`newest` for the one in `target`).
public final class Bench {
    private Bench() {}

    public static void main(String... args) throws IOException, InterruptedException, RecordingException {
        int files = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Optional<Path> image =
                Optional.of(args[2]).filter(named -> !named.equals("newest")).map(Path::of);
        Path folder = Files.createTempDirectory("devdoctor-bench");
        try {
            Built built = Built.find(Path.of("").toAbsolutePath(), image);
            System.out.println("Measured: " + built.what() + "; " + rounds + " rounds each");
            new CheckBench(built, folder).run(rounds);
            new WindowBench(built, folder).run(rounds);
            new ScanBench(built, folder).run(files, Math.min(rounds, 5));
        } finally {
            delete(folder);
        }
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
