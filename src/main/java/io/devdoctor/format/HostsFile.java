package io.devdoctor.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of a file `hosts`: an address, names behind it, comments from `#` to the end.
public final class HostsFile {
    private HostsFile() {}

    /// @param line 1-based
    public record Entry(int line, String address, List<String> names) {
        public Entry {
            names = List.copyOf(names);
        }
    }

    public static List<Entry> parse(String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\ufeff", "");
            int comment = line.indexOf('#');
            List<String> words = Arrays.asList(
                    (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+"));
            if (words.size() > 1) entries.add(new Entry(i + 1, words.getFirst(), words.subList(1, words.size())));
        }
        return List.copyOf(entries);
    }
}
