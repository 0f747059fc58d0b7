package io.devdoctor.repair;

import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What lies in the journal, by size.
///
/// @param files    bytes of each entry's file
/// @param names    contents that each entry names
/// @param contents bytes of each kept content
record Shelf(Map<String, Long> files, Map<String, Set<String>> names, Map<String, Long> contents) {
    /// Whatever looks like the name of a content in an entry counts as one.
    private static final Pattern NAME = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    static Shelf of(Journal journal) throws IOException {
        Map<String, Long> files = new LinkedHashMap<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (JournalFile file : journal.files()) {
            files.put(file.id(), file.size());
            names.put(file.id(), names(file).orElse(Set.of()));
        }
        return new Shelf(files, names, journal.backups().sizes());
    }

    /// Empty if it cannot be read, for example where a folder stands in its place: it could name any.
    static Optional<Set<String>> names(JournalFile file) {
        String text;
        try {
            text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(
                NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet()));
    }

    long entries() {
        return files.size();
    }

    long bytes() {
        return sum(files) + sum(contents);
    }

    private static long sum(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What is left when this entry goes, and with it what it alone names.
    Shelf without(String id) {
        Map<String, Long> left = new LinkedHashMap<>(files);
        left.remove(id);
        Map<String, Set<String>> leftNames = new LinkedHashMap<>(names);
        Set<String> own = new HashSet<>(leftNames.remove(id));
        leftNames.values().forEach(own::removeAll);
        Map<String, Long> leftContents = new LinkedHashMap<>(contents);
        leftContents.keySet().removeAll(own);
        return new Shelf(left, leftNames, leftContents);
    }
}
