package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import java.util.function.Function;

/// Edits of a JSON file, one after the other, each touching nothing but its own bytes. A UTF-16 file becomes UTF-8
/// without byte order mark. Immutable; after a refusal the rest of the chain does nothing.
public final class JsonEdit {
    private final EditResult state;

    JsonEdit(byte[] bytes) {
        this(new EditResult.Edited(bytes.clone()));
    }

    private JsonEdit(EditResult state) {
        this.state = state;
    }

    public EditResult result() {
        return state;
    }

    /// The new content.
    ///
    /// @throws IllegalStateException if an edit was refused
    public byte[] bytes() {
        return state.bytes();
    }

    /// Removes the member or element at a JSON pointer, with the comma that separated it.
    public JsonEdit remove(String pointer) {
        return then(document -> new JsonChange(document).remove(pointer));
    }

    /// Replaces the value at a JSON pointer by a JSON literal, or inserts a member in the style of the file; missing
    /// objects on the way are made. `/array/-` appends an element. A blank file becomes an object.
    public JsonEdit set(String pointer, String literal) {
        return then(document -> new JsonChange(document).set(pointer, literal));
    }

    /// As [#set] with a text, which is quoted.
    public JsonEdit setText(String pointer, String text) {
        return set(pointer, JsonText.quote(text));
    }

    /// Cures what has one reading only: byte order mark, UTF-16, trailing commas, full-width punctuation, comments and
    /// single quotes outside of texts. Refused when the outcome is still no JSON.
    public JsonEdit repair() {
        return switch (state) {
            case EditResult.Refused _ -> this;
            case EditResult.Edited(var bytes) -> new JsonEdit(JsonRepair.repair(bytes));
        };
    }

    private JsonEdit then(Function<JsonDocument, EditResult> change) {
        return switch (state) {
            case EditResult.Refused _ -> this;
            case EditResult.Edited(var bytes) -> {
                JsonDocument document = JsonDocument.parse(bytes);
                yield new JsonEdit(
                        document.encoding() == TextEncoding.NOT_UTF_8
                                ? new EditResult.Refused(
                                        Reason.ENCODING, document.encoding().name())
                                : change.apply(document));
            }
        };
    }
}
