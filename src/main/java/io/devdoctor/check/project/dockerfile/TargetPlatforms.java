package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.Workspace;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The platforms for which a project is built, by its workflows, bake and Compose files, makefiles and scripts.
///
/// @param architectures as Go names them: amd64, arm64 …
/// @param places        the lines that say so
record TargetPlatforms(TreeSet<String> architectures, List<Line> places) {
    private static final Pattern PLATFORM = Pattern.compile("\\blinux/(amd64|arm64|arm|386|ppc64le|s390x|riscv64)\\b");
    private static final Pattern FILES = Pattern.compile("(?:.*/)?(?:makefile|justfile|taskfile\\.ya?ml|jenkinsfile"
        + "|docker-bake.*\\.(?:hcl|json)|(?:docker-)?compose[^/]*\\.ya?ml|\\.gitlab-ci\\.yml|[^/]*\\.(?:sh|ps1|bat|cmd|mk))"
        + "|\\.github/workflows/.*\\.ya?ml");
    private static final int NEAR = 6;

    /// @param line 1-based
    record Line(String path, int line, String text) {}

    /// One file must name several: two scripts for one platform each are two images.
    static TargetPlatforms of(Workspace project) {
        return project.derived(TargetPlatforms.class, () -> all(project));
    }

    private static TargetPlatforms all(Workspace project) {
        for (TextFile file : project.kept(
                path -> FILES.matcher(path.toLowerCase(Locale.ROOT)).matches())) {
            String text = file.content()
                    .map(Bytes::toArray)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
            TargetPlatforms found = in(file.path(), text);
            if (found.architectures.size() > 1) return found;
        }
        return new TargetPlatforms(new TreeSet<>(), List.of());
    }

    /// Only near the word itself: a list of downloads names platforms too.
    private static TargetPlatforms in(String path, String text) {
        TreeSet<String> architectures = new TreeSet<>();
        List<Line> places = new ArrayList<>();
        int until = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String plain = line.strip();
            if (plain.startsWith("#") || plain.startsWith("//") || plain.startsWith("::")) continue;
            if (plain.toLowerCase(Locale.ROOT).contains("platform")) until = number + NEAR;
            Matcher platform = PLATFORM.matcher(plain);
            boolean here = false;
            while (number <= until && platform.find()) here |= architectures.add(platform.group(1));
            if (here) places.add(new Line(path, number, plain));
        }
        return new TargetPlatforms(architectures, places);
    }

    boolean several() {
        return architectures.size() > 1;
    }

    String names() {
        return String.join(", ", architectures);
    }

    String file() {
        return places.isEmpty() ? "" : Project.name(places.getFirst().path());
    }
}
