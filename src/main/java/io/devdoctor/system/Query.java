package io.devdoctor.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One way of asking a program, compiled in: fixed words, typed holes, a budget, and how its output is decoded.
/// Probes can start programs in no other way.
///
/// @param program base name in System32, for example `wsl.exe`; `docker` where it is installed
public record Query(String program, List<Word> words, Budget budget, Decoding decoding) {
    public Query {
        words = List.copyOf(words);
    }

    /// A word of the command line.
    public sealed interface Word {
        record Fixed(String text) implements Word {}

        record Hole(Grammar grammar) implements Word {}
    }

    /// What may stand in a hole.
    public enum Grammar {
        /// The name of a WSL distribution, as WSL itself restricts it; a leading dash would read as an option.
        DISTRO("[A-Za-z0-9._][A-Za-z0-9._-]{0,255}"),
        /// As netsh names its two halves.
        IP("ipv[46]"),
        TRANSPORT("tcp|udp"),
        /// The same as an option of netsh, which swallows what is no `name=value`.
        PROTOCOL("protocol=(tcp|udp)"),
        /// The program of a credential helper.
        HELPER("docker-credential-[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
        /// An absolute path of Windows or Linux, which is neither an option nor an address. No quotation mark: that of
        /// a
        /// command line would end there.
        PATH("(?:[A-Za-z]:[\\\\/]|\\\\\\\\|/)[^\\p{Cc}\\p{Zl}\\p{Zp}\"]{0,4000}"),
        /// A host name with a dot in it, so that it is no local word; ASCII as the resolver wants it.
        HOST("(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

        private final Pattern pattern;

        Grammar(String regex) {
            this.pattern = Pattern.compile(regex);
        }

        public boolean admits(String value) {
            return pattern.matcher(value).matches();
        }
    }

    /// How the bytes of the answer become text; every decoding sniffs, since tools do not keep their word.
    public enum Decoding {
        /// wsl.exe's own words: BOM, else strict UTF-8 without NUL, else UTF-16LE, else the ANSI code page.
        WSL,
        /// Native console tools: BOM, else UTF-16LE by its NULs, else strict UTF-8, else the OEM code page.
        OEM,
        UTF8
    }

    /// A query with its holes filled.
    ///
    /// @param run program and arguments, in order
    public record Filled(Query query, List<String> run) {}

    /// Fills the holes in order.
    ///
    /// @throws IllegalArgumentException if a value does not fit its grammar or the number of values is wrong
    public Filled fill(String... values) {
        List<String> run = new ArrayList<>();
        run.add(program);
        int next = 0;
        for (Word word : words) {
            switch (word) {
                case Word.Fixed(String text) -> run.add(text);
                case Word.Hole(Grammar grammar) -> {
                    if (next == values.length || !grammar.admits(values[next])) {
                        throw new IllegalArgumentException(program + ": not a " + grammar);
                    }
                    run.add(values[next++]);
                }
            }
        }
        if (next != values.length) throw new IllegalArgumentException(program + ": too many values");
        return new Filled(this, List.copyOf(run));
    }
}
