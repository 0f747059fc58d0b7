package io.devdoctor.check.project.compose;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.format.compose.ComposeService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A row of our table of images that keep data or answer others, `compose-images.csv`.
///
/// @param data       folders with its data
/// @param healthless whether the image brings no health check along
record KnownService(Kind kind, int port, List<String> data, boolean healthless) {
    private static final int COLUMNS = 5;
    private static final List<List<String>> ROWS = DatedTable.rows("compose-images.csv", COLUMNS);

    enum Kind {
        DATABASE,
        CACHE,
        QUEUE,
        SEARCH,
        STORAGE,
        WEB;

        /// Whether others fail while it starts.
        boolean isWaitedFor() {
            return this != WEB;
        }
    }

    static Optional<KnownService> of(ComposeService service) {
        Optional<ImageReference> image = service.node().get("build").isPresent()
                ? Optional.empty()
                : service.image().flatMap(ImageReference::parse);
        return image.map(ImageReference::family)
                .flatMap(family -> ROWS.stream()
                        .filter(row -> Set.of(row.getFirst().split(" ")).contains(family))
                        .findFirst()
                        .map(KnownService::of));
    }

    private static KnownService of(List<String> row) {
        return new KnownService(
                Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(row.get(2)),
                Stream.of(row.get(3).split(" ")).filter(path -> !path.isEmpty()).toList(),
                row.get(4).equals("n"));
    }
}
