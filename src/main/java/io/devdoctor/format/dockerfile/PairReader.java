package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads names and values.
final class PairReader {
    private final Arguments arguments;
    private final Instruction.Head head;
    private final String name;
    private final LogicalLine rest;

    PairReader(Arguments arguments) {
        this.arguments = arguments;
        this.head = arguments.head();
        this.name = arguments.name();
        this.rest = arguments.rest();
    }

    /// Of ENV and LABEL.
    Instruction pairs() {
        List<Word> words = WordReader.quoted(rest, arguments.escape());
        if (words.isEmpty()) {
            arguments.atLeastOne();
            return new Instruction.Unknown(head);
        }
        boolean legacy = !words.getFirst().text().contains("=");
        List<KeyValue> pairs = legacy ? legacyPair() : assigned(words);
        if (pairs.stream().anyMatch(pair -> pair.key().isEmpty())) {
            arguments.refuse(Kind.KEY_VALUE, rest.text(), name + " names can not be blank");
        }
        return name.equals("ENV")
                ? new Instruction.Env(head, pairs, legacy)
                : new Instruction.Label(head, pairs, legacy);
    }

    private List<KeyValue> legacyPair() {
        int end = 0;
        while (end < rest.length() && !LogicalLine.isDelimiter(rest.at(end))) end++;
        String key = rest.text().substring(0, end);
        int value = end;
        while (value < rest.length() && LogicalLine.isDelimiter(rest.at(value))) value++;
        if (value == end) {
            arguments.errors().reading(Kind.KEY_VALUE, head.startLine(), key, name + " must have two arguments");
        }
        Word whole = rest.word();
        return List.of(new KeyValue(key, rest.text().substring(value), true, whole.span(), whole.line()));
    }

    private List<KeyValue> assigned(List<Word> words) {
        List<KeyValue> pairs = new ArrayList<>();
        for (Word word : words) {
            KeyValue pair = pair(word);
            pairs.add(pair);
            if (!pair.assigned()) {
                arguments
                        .errors()
                        .reading(
                                Kind.KEY_VALUE,
                                word.line(),
                                word.text(),
                                "Syntax error - can't find = in \"" + word.text()
                                        + "\". Must be of the form: name=value");
            }
        }
        return pairs;
    }

    private static KeyValue pair(Word word) {
        int equals = word.text().indexOf('=');
        return equals < 0
                ? new KeyValue(word.text(), "", false, word.span(), word.line())
                : new KeyValue(
                        word.text().substring(0, equals),
                        word.text().substring(equals + 1),
                        true,
                        word.span(),
                        word.line());
    }

    Instruction arg() {
        List<KeyValue> pairs = WordReader.quoted(rest, arguments.escape()).stream()
                .map(PairReader::pair)
                .toList();
        if (pairs.isEmpty()) arguments.atLeastOne();
        if (pairs.stream().anyMatch(pair -> pair.key().isEmpty())) {
            arguments.refuse(Kind.KEY_VALUE, rest.text(), "ARG names can not be blank");
        }
        return new Instruction.Arg(head, pairs);
    }
}
