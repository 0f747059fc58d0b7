package io.devdoctor.format.go;

import io.devdoctor.format.Span;
import io.devdoctor.format.go.GoModFile.Replace;
import io.devdoctor.format.go.GoModFile.Require;
import io.devdoctor.format.go.GoModFile.Word;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.format.text.TextSniff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One pass over a go.mod, line by line. Every byte is one character here, so that places are places in the file.
final class GoModReader {
    private final String text;
    private final boolean readable;
    private Optional<Word> module = Optional.empty();
    private Optional<Word> go = Optional.empty();
    private Optional<Word> toolchain = Optional.empty();
    private final List<Require> requires = new ArrayList<>();
    private final List<Replace> replaces = new ArrayList<>();
    private final List<Word> uses = new ArrayList<>();
    private String block = "";

    GoModReader(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
        readable = TextSniff.of(bytes, 0).kind() == TextKind.UTF_8;
    }

    GoModFile read() {
        int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        for (int line = 1; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            line(words(start, end, line), text.substring(start, end));
            start = end + 1;
        }
        return new GoModFile(module, go, toolchain, requires, replaces, uses, readable);
    }

    private void line(List<Word> words, String whole) {
        if (words.isEmpty()) return;
        String first = words.getFirst().value();
        if (!block.isEmpty() && first.equals(")")) {
            block = "";
        } else if (block.isEmpty() && words.size() == 2 && words.get(1).value().equals("(")) {
            block = first;
        } else if (block.isEmpty()) {
            directive(first, words.subList(1, words.size()), whole);
        } else {
            directive(block, words, whole);
        }
    }

    private void directive(String verb, List<Word> words, String whole) {
        Optional<Word> only = words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
        switch (verb) {
            case "module" -> module = module.or(() -> only);
            case "go" -> go = go.or(() -> only);
            case "toolchain" -> toolchain = toolchain.or(() -> only);
            case "use" -> only.ifPresent(uses::add);
            case "require" -> require(words, whole);
            case "replace" -> replace(words);
            default -> {
                // exclude, retract, godebug, tool, ignore: nothing that a container sees
            }
        }
    }

    private void require(List<Word> words, String whole) {
        if (words.size() != 2) return;
        int comment = whole.indexOf("//");
        boolean indirect = comment >= 0 && whole.substring(comment).contains("indirect");
        Word name = words.get(0);
        requires.add(new Require(name.value(), words.get(1).value(), name.line(), indirect));
    }

    private void replace(List<Word> words) {
        int arrow = words.stream().map(Word::value).toList().indexOf("=>");
        if (arrow < 1 || arrow > 2 || arrow + 1 >= words.size() || words.size() > arrow + 3) return;
        String version = arrow == 2 ? words.get(1).value() : "";
        String targetVersion = arrow + 2 < words.size() ? words.get(arrow + 2).value() : "";
        replaces.add(new Replace(words.getFirst().value(), version, words.get(arrow + 1), targetVersion));
    }

    private List<Word> words(int start, int end, int line) {
        List<Word> words = new ArrayList<>();
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c <= ' ') {
                at++;
                continue;
            }
            if (text.startsWith("//", at)) break;
            int from = at;
            if (c == '"' || c == '`') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 || close >= end ? end : close + 1;
                words.add(new Word(utf8(unquoted(text.substring(from, at))), new Span(from, at), line));
            } else {
                while (at < end && text.charAt(at) > ' ' && !text.startsWith("//", at)) at++;
                words.add(new Word(utf8(text.substring(from, at)), new Span(from, at), line));
            }
        }
        return words;
    }

    private static String unquoted(String word) {
        boolean closed = word.length() > 1 && word.charAt(word.length() - 1) == word.charAt(0);
        String inner =
                word.substring(1, closed ? word.length() - 1 : word.length()).stripTrailing();
        return word.charAt(0) == '"' ? inner.replace("\\\\", "\\") : inner;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
