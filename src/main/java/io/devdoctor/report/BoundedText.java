package io.devdoctor.report;

/// A document of limited length, made of parts that are whole or left out. Once a part did not fit, all later ones of
/// its kind may still be tried: the short ones matter too.
final class BoundedText {
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int leftOut;

    /// @param limit in characters
    BoundedText(int limit) {
        this.limit = limit;
    }

    /// Adds a part if it fits.
    boolean add(String part) {
        if (text.length() + part.length() > limit) {
            leftOut++;
            return false;
        }
        text.append(part);
        return true;
    }

    /// How many parts did not fit.
    int leftOut() {
        return leftOut;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
