package io.devdoctor.format.dockerfile;

/// What is known of a variable.
public sealed interface Value {
    Value UNKNOWN = new Unknown();
    Value UNDEFINED = new Undefined();

    record Known(String text) implements Value {}

    /// It has a value that the file does not tell.
    record Unknown() implements Value {}

    /// It has none: empty.
    record Undefined() implements Value {}
}
