package io.devdoctor.format.go;

import io.devdoctor.format.go.GoSource.Embed;
import io.devdoctor.format.go.GoSource.Import;
import io.devdoctor.format.go.GoToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One pass over the tokens of a Go file.
final class GoReader {
    private static final String BUILD = "go:build ";
    private static final String EMBED = "go:embed ";

    private final GoScanner scanner;
    private final boolean whole;
    private final List<Import> imports = new ArrayList<>();
    private final List<Embed> embeds = new ArrayList<>();
    private final GoLiterals literals = new GoLiterals();
    private String packageName = "";
    private String constraint = "";
    private GoToken token = new GoToken(Kind.END, "", 0);

    GoReader(byte[] bytes) {
        this.scanner = new GoScanner(new String(bytes, StandardCharsets.UTF_8));
        // Most files of a large project hold nothing of interest behind their imports.
        this.whole = GoSigns.standIn(bytes);
    }

    GoSource read() {
        advance();
        if (token.isWord("package")) {
            advance();
            if (token.kind() == Kind.WORD) packageName = token.text();
        }
        // Imports stand before everything else; whatever else comes first ends them.
        boolean mayImport = true;
        while (token.kind() != Kind.END) {
            if (mayImport && token.isWord("import")) {
                imports();
                continue;
            }
            if (token.isWord("func") || token.isWord("var") || token.isWord("const") || token.isWord("type")) {
                mayImport = false;
                if (!whole) break;
            }
            literals.take(token);
            advance();
        }
        boolean cgo = imports.stream().anyMatch(each -> each.path().equals("C"));
        return new GoSource(packageName, constraint, cgo, imports, embeds, literals.found());
    }

    /// To the next token that is no comment; directives are taken on the way.
    private void advance() {
        token = scanner.next();
        while (token.kind() == Kind.LINE_COMMENT) {
            String comment = token.text();
            if (comment.startsWith(BUILD) && packageName.isEmpty() && constraint.isEmpty()) {
                constraint = comment.substring(BUILD.length()).strip();
            } else if (comment.startsWith(EMBED)) {
                embed(comment.substring(EMBED.length()), token.line());
            }
            token = scanner.next();
        }
    }

    private void imports() {
        advance();
        if (!token.isOther('(')) {
            one();
            return;
        }
        advance();
        while (token.kind() != Kind.END && !token.isOther(')')) {
            if (!one()) advance();
        }
        if (token.isOther(')')) advance();
    }

    /// `"path"`, `name "path"`, `_ "path"`, `. "path"`.
    private boolean one() {
        String name = "";
        if (token.kind() == Kind.WORD || token.isOther('.')) {
            name = token.text();
            advance();
        }
        if (token.kind() != Kind.STRING) return !name.isEmpty();
        imports.add(new Import(token.text(), name, token.line()));
        advance();
        return true;
    }

    /// Patterns are separated by blanks and may be quoted, as in Go.
    private void embed(String patterns, int line) {
        String rest = patterns.strip();
        while (!rest.isEmpty()) {
            char quote = rest.charAt(0);
            boolean quoted = quote == '"' || quote == '`';
            int end = quoted ? rest.indexOf(quote, 1) : blank(rest);
            if (end < 0) end = rest.length();
            String pattern = rest.substring(quoted ? 1 : 0, end);
            if (!pattern.isEmpty()) embeds.add(new Embed(pattern, line));
            rest = rest.substring(Math.min(rest.length(), quoted ? end + 1 : end))
                    .strip();
        }
    }

    private static int blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) return i;
        }
        return -1;
    }
}
