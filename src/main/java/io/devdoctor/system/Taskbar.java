package io.devdoctor.system;

import java.util.function.IntFunction;

/// How the system shows the windows of this process; it changes nothing else.
public interface Taskbar {
    /// Where the toolkit alone does all there is.
    Taskbar NONE = new Taskbar() {
        @Override
        public void identify() {}

        @Override
        public void mark(IntFunction<byte[]> pictures) {}

        @Override
        public void giveWay() {}
    };

    /// Gathers the windows of every process of DevDoctor under one button. Before the first window is shown.
    void identify();

    /// Gives the windows that are open the mark in exactly the sizes their title bars and buttons have on their
    /// screens.
    ///
    /// @param pictures PNG files that are at least so many pixels wide
    void mark(IntFunction<byte[]> pictures);

    /// Lets another process bring its window before the one that has the focus.
    void giveWay();
}
