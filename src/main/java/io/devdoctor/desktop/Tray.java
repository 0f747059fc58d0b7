package io.devdoctor.desktop;

import java.util.List;

/// The notification area of the system.
public interface Tray {
    /// Where there is none.
    Tray NONE = new Tray() {
        @Override
        public boolean show(Face face, Actions actions) {
            return false;
        }

        @Override
        public void tell(String title, String words) {}

        @Override
        public void remove() {}
    };

    /// A square picture.
    ///
    /// @param pixels row by row, ARGB
    record Picture(int size, int[] pixels) {}

    /// What is seen there.
    ///
    /// @param pictures the same in several sizes
    /// @param words    when the pointer rests on it
    record Face(List<Picture> pictures, String words, String open, String examine, String exit) {}

    /// What its menu does, on any thread.
    interface Actions {
        void open();

        void examine();

        void exit();
    }

    /// Shows it, or shows it otherwise. Takes a moment at first; not for the window's thread.
    ///
    /// @return whether there is such an area
    boolean show(Face face, Actions actions);

    /// A notification, which the system shows as it likes.
    void tell(String title, String words);

    void remove();
}
