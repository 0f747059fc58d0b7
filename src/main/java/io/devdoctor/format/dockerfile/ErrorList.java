package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Errors by the pass in which BuildKit finds them: it reads all lines, then understands all instructions, then
/// links the stages, then builds.
final class ErrorList {
    private final List<DockerfileError> reading = new ArrayList<>();
    private final List<DockerfileError> understanding = new ArrayList<>();
    private final List<DockerfileError> linking = new ArrayList<>();
    private final List<DockerfileError> building = new ArrayList<>();

    void reading(Kind kind, int line, String detail, String message) {
        reading.add(new DockerfileError(kind, line, detail, message));
    }

    void understanding(Kind kind, int line, String detail, String message) {
        understanding.add(new DockerfileError(kind, line, detail, message));
    }

    void linking(Kind kind, int line, String detail, String message) {
        linking.add(new DockerfileError(kind, line, detail, message));
    }

    void building(Kind kind, int line, String detail, String message) {
        building.add(new DockerfileError(kind, line, detail, message));
    }

    List<DockerfileError> all() {
        List<DockerfileError> all = new ArrayList<>(reading);
        all.addAll(byLine(understanding));
        all.addAll(byLine(linking));
        all.addAll(byLine(building));
        return all;
    }

    /// In one pass BuildKit goes from the first line to the last.
    private static List<DockerfileError> byLine(List<DockerfileError> errors) {
        return errors.stream()
                .sorted(Comparator.comparingInt(DockerfileError::line))
                .toList();
    }
}
