package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.Optional;

/// The arguments of one instruction, and what is said of them.
///
/// @param name upper-case
/// @param rest behind the flags
record Arguments(Instruction.Head head, String name, LogicalLine rest, char escape, ErrorList errors) {

    /// The JSON form; one with other things than strings is refused at once.
    Optional<JsonStrings.Array> array(LogicalLine text) {
        Optional<JsonStrings.Array> array = JsonStrings.read(text);
        if (array.map(JsonStrings.Array::others).orElse(false)) {
            errors.reading(
                    Kind.JSON_NOT_STRINGS,
                    head.startLine(),
                    text.text(),
                    "when using JSON array syntax, arrays must be comprised of strings only");
        }
        return array;
    }

    void atLeastOne() {
        refuse(Kind.ARGUMENTS, name, name + " requires at least one argument");
    }

    void refuse(Kind kind, String detail, String message) {
        errors.understanding(kind, head.startLine(), detail, message);
    }
}
