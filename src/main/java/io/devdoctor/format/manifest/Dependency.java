package io.devdoctor.format.manifest;

/// One library that a project file asks for.
///
/// @param name     as its ecosystem writes it: `org.testcontainers:testcontainers`, `github.com/docker/docker`,
///                 `docker`, `dockerode`
/// @param version  as written, possibly `${name}` of a property; "" where the file leaves it to another one
/// @param grammar  how to read the version
/// @param line     1-based, of the version, or of the name where there is none
/// @param indirect whether only other libraries ask for it
public record Dependency(String name, String version, Grammar grammar, int line, boolean indirect) {
    /// How an ecosystem writes versions.
    public enum Grammar {
        /// `1.20.1`, `v20.10.7+incompatible`: this one.
        EXACT,
        /// `^3.3.1`, `~4`, `>=2 <4`.
        NPM,
        /// `==4.2.0`, `>=3,<5`, `~=4.2`; poetry's `^4.2` as well.
        PYTHON
    }
}
