package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Words as they grow.
final class LexedWords {
    private final List<String> done = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (LogicalLine.isBlank(text.charAt(i))) {
                flush();
            } else {
                word.append(text.charAt(i));
            }
        }
    }

    void addRaw(String text) {
        word.append(text);
    }

    private void flush() {
        if (!word.isEmpty()) done.add(word.toString());
        word.setLength(0);
    }

    List<String> all() {
        flush();
        return List.copyOf(done);
    }
}
