package io.devdoctor.store;

import java.util.List;

/// Whether DevDoctor keeps an eye on the machine in the background.
///
/// @param minutes between two looks
/// @param told    whether the person has heard that closing the window does not end it
public record Watching(boolean on, int minutes, boolean told) {
    /// What is offered.
    public static final List<Integer> MINUTES = List.of(2, 5, 15, 30, 60);

    static final Watching DEFAULT = new Watching(false, 5, false);

    public Watching {
        if (!MINUTES.contains(minutes)) minutes = 5;
    }

    public Watching withOn(boolean next) {
        return new Watching(next, minutes, told);
    }

    public Watching withMinutes(int next) {
        return new Watching(on, next, told);
    }

    public Watching withTold() {
        return new Watching(on, minutes, true);
    }
}
