package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.StageModel;
import java.util.List;
import java.util.Optional;

/// Lines that bring time zones into a stage.
final class ZoneFixes {
    /// Every image of golang has it, whatever it is built on.
    private static final String ARCHIVE = "/usr/local/go/lib/time/zoneinfo.zip";

    private ZoneFixes() {}

    static Optional<List<String>> line(RuntimeData data) {
        Optional<List<String>> installed = data.installing("tzdata").map(List::of);
        return installed
                .or(() -> data.giver(Tool.TIME_ZONES).map(from -> List.of(copy(from, "/usr/share/zoneinfo"))))
                .or(() -> data.giver(Tool.CERTIFICATES)
                        .filter(from -> from.image()
                                .filter(image -> image.family().equals("golang"))
                                .isPresent())
                        .map(from -> List.of(copy(from, ARCHIVE), "ENV ZONEINFO=" + ARCHIVE)));
    }

    private static String copy(StageModel from, String path) {
        return "COPY --from=" + from.name() + " " + path + " " + path;
    }
}
