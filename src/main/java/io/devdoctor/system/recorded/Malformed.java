package io.devdoctor.system.recorded;

/// A member of a recording is not what it should be; becomes a [RecordingException] once the file's name is known.
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String path;
    private final String expected;

    /// @param path place in the document as a JSON pointer; @param expected last word of the message key
    Malformed(String path, String expected) {
        super(path + ": " + expected);
        this.path = path;
        this.expected = expected;
    }

    RecordingException in(String name) {
        return new RecordingException("recording.expected-" + expected, name, path);
    }
}
