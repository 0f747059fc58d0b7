package io.devdoctor.privacy;

/// What a pseudonym stands for; its label begins the pseudonym (`user-1`).
public enum Kind {
    USER("user"),
    HOST("host"),
    /// A home folder, or a path that was handed in as a whole.
    PATH("path"),
    IP("ip"),
    REGISTRY("registry"),
    EMAIL("email"),
    /// A certificate's subject.
    CERTIFICATE("cert"),
    /// The value of a container's environment variable.
    ENVIRONMENT("env");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
