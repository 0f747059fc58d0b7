package io.devdoctor.check.container;

import java.util.Set;

/// Which programs a processor runs without an emulator, by the names of Go.
final class Architectures {
    private Architectures() {}

    /// A name that is not known runs: nobody may conclude from what was not said.
    static boolean runsOn(String image, String engine) {
        if (image.isEmpty() || engine.isEmpty() || image.equals(engine)) return true;
        return switch (engine) {
            case "amd64" -> image.equals("386");
            // Most 64-bit ARM processors still run 32-bit programs.
            case "arm64" -> Set.of("arm", "arm64").contains(image);
            default -> false;
        };
    }
}
