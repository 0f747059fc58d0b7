package io.devdoctor.format;

/// The kinds of JSON values.
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
}
