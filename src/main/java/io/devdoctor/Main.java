package io.devdoctor;

/// The entry point.
public final class Main {
    private Main() {}

    /// Prints the version.
    public static void main(String[] arguments) {
        IO.println("DevDoctor 0.1.0");
    }
}
