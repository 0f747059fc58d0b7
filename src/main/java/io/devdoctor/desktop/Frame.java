package io.devdoctor.desktop;

import java.util.function.IntFunction;

/// What the system draws around the window, as far as the toolkit does not care for it.
public interface Frame {
    Frame NONE = new Frame() {
        @Override
        public void ready() {}

        @Override
        public void mark(IntFunction<byte[]> pictures) {}
    };

    /// Returns once the system knows whose windows are to come; called before the first one is shown.
    void ready();

    /// The window was shown, or came to a screen of another scale: gives it the mark in the sizes of that screen. Not
    /// for
    /// the window's thread.
    ///
    /// @param pictures PNG files that are at least so many pixels wide
    void mark(IntFunction<byte[]> pictures);
}
