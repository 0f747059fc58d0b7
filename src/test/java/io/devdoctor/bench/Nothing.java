package io.devdoctor.bench;

/// The smallest program: what a start of Java itself takes.
public final class Nothing {
    private Nothing() {}

    public static void main(String... args) {
        System.out.println(args.length);
    }
}
