package io.devdoctor.format.compose;

/// Hands out the files that a Compose project names. It reads nothing itself.
@FunctionalInterface
public interface ComposeSource {
    /// @param path relative to the project with `/` between names, `../…` outside of it, or absolute
    Answer file(String path);

    sealed interface Answer {
        record Found(byte[] bytes) implements Answer {}

        /// It is known not to be there.
        record Missing() implements Answer {}

        /// Nobody looked.
        record Unread() implements Answer {}
    }
}
