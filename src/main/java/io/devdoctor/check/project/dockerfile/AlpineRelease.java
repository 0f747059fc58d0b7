package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list of Alpine's packages that is of another release than the image: libraries of both are mixed.
///
/// @param written the release in the list
/// @param image   that of the image; empty = its tag does not tell it, and moves
record AlpineRelease(StageModel stage, Instruction.Run run, String written, Optional<String> image, int line) {
    private static final Pattern LIST = Pattern.compile("https?://[^\\s\"']+/v(3\\.\\d{1,2})/(?:main|community)");
    private static final Pattern TAG = Pattern.compile("(?:^|.*alpine)(3\\.\\d{1,2})(?:\\D.*)?");

    static Optional<AlpineRelease> mismatch(StageModel stage) {
        boolean alpine = stage.image()
                .filter(image -> image.libc() == KnownImage.Libc.MUSL)
                .isPresent();
        if (!alpine) return Optional.empty();
        Optional<String> image = stage.reference().flatMap(AlpineRelease::release);
        return stage.stage()
                .all(Instruction.Run.class)
                .filter(run -> run.command().text().contains("/etc/apk/repositories"))
                .flatMap(run -> in(stage, run, image).stream())
                .findFirst();
    }

    private static Optional<String> release(ImageReference reference) {
        boolean own = reference.family().equals("alpine");
        Matcher tag = TAG.matcher(reference.tag().orElse(""));
        return tag.matches() && (own || reference.tag().orElse("").contains("alpine"))
                ? Optional.of(tag.group(1))
                : Optional.empty();
    }

    private static Optional<AlpineRelease> in(StageModel stage, Instruction.Run run, Optional<String> image) {
        Matcher list = LIST.matcher(run.command().text());
        while (list.find()) {
            String written = list.group(1);
            if (image.filter(written::equals).isPresent()) continue;
            int line = run.command().places().line(list.start(1));
            return Optional.of(new AlpineRelease(stage, run, written, image, line));
        }
        return Optional.empty();
    }

    /// The image's own release in every list.
    Optional<DockerfileEdit> fix(Dockerfile file) {
        if (image.isEmpty()) return Optional.empty();
        DockerfileEdit edit = file.edit();
        Matcher list = LIST.matcher(run.command().text());
        while (list.find()) {
            if (list.group(1).equals(written)) {
                edit = edit.replace(run.command().places().span(list.start(1), list.end(1)), image.get());
            }
        }
        return Optional.of(edit);
    }
}
