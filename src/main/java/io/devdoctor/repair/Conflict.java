package io.devdoctor.repair;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import org.jspecify.annotations.Nullable;

/// Something that is not as expected, with its three versions: as it was before the fix, as the fix makes it, and as it
/// is now. null = it does not exist.
public sealed interface Conflict {
    /// The path, key or id.
    String what();

    record InFile(
            String path,
            @Nullable Bytes before,
            @Nullable Bytes after,
            @Nullable Bytes now) implements Conflict {
        @Override
        public String what() {
            return path;
        }
    }

    /// A folder that was renamed is there again, or both are gone.
    record InFolder(String path, String aside) implements Conflict {
        @Override
        public String what() {
            return path;
        }
    }

    record InRegistry(
            String key,
            String name,
            @Nullable RegistryValue before,
            @Nullable RegistryValue after,
            @Nullable RegistryValue now)
            implements Conflict {
        @Override
        public String what() {
            return key + " : " + name;
        }
    }

    /// An object of the engine has become something else, for example an image that has a name now.
    record InEngine(String id, String label, String now) implements Conflict {
        @Override
        public String what() {
            return label + " (" + id + ")";
        }
    }
}
