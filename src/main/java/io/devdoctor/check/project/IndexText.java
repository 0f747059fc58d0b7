package io.devdoctor.check.project;

import io.devdoctor.format.text.TextSniff;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import java.util.Map;
import java.util.Optional;

/// What a file looks like in the repository, as it is to be committed.
///
/// @param crlf how many of its lines end with CRLF there
record IndexText(String path, int crlf, IndexEntry entry) {

    /// Empty where it is not tracked, or its content was not read.
    static Optional<IndexText> of(Workspace project, String path) {
        Optional<IndexEntry> entry = index(project).map(index -> index.get(path));
        return entry.flatMap(IndexEntry::blob)
                .flatMap(Reading::known)
                .map(Bytes::toArray)
                .map(bytes -> new IndexText(path, TextSniff.of(bytes, 0).crlf(), entry.orElseThrow()));
    }

    static Optional<Map<String, IndexEntry>> index(Workspace project) {
        return project.facts().git().known().map(GitRepository::index).flatMap(Reading::known);
    }
}
