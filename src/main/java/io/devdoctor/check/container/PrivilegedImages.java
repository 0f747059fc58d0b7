package io.devdoctor.check.container;

import io.devdoctor.check.DatedTable;
import java.util.List;
import java.util.Optional;

/// Our dated table of images that need power over the engine to do what they are for, `privileged-images.csv`.
public final class PrivilegedImages {
    private static final List<List<String>> KNOWN = DatedTable.rows("privileged-images.csv", 2);

    private PrivilegedImages() {}

    /// What an image is for, whose name ends so before its tag, or begins so.
    public static Optional<String> purpose(String image) {
        String name = image.replaceFirst("@.*", "").replaceFirst(":[^/:]*$", "");
        return KNOWN.stream()
                .filter(row -> name.equals(row.getFirst())
                        || name.endsWith("/" + row.getFirst())
                        || (row.getFirst().endsWith("-") && name.startsWith(row.getFirst())))
                .map(row -> row.get(1))
                .findFirst();
    }
}
