package io.devdoctor.machine.project;

import io.devdoctor.machine.Source;
import java.util.List;

/// What a Go file says before its first function, and the literals in it that containers care about.
///
/// @param packageName "" = not found
/// @param constraint  the `//go:build` line without that word; "" = none
/// @param cgo         whether it imports "C"
/// @param embeds      patterns of `//go:embed`
/// @param literals    string literals and calls that decide something
public record GoFile(
        String path,
        String packageName,
        String constraint,
        boolean cgo,
        List<Import> imports,
        List<Embed> embeds,
        List<Literal> literals,
        Source source) {
    public GoFile {
        imports = List.copyOf(imports);
        embeds = List.copyOf(embeds);
        literals = List.copyOf(literals);
    }

    /// @param name the alias, `_`, `.`, or "" = none
    public record Import(String path, String name, int line) {}

    public record Embed(String pattern, int line) {}

    /// @param line 1-based
    public record Literal(Kind kind, String value, int line) {
        public enum Kind {
            /// `"https://…"`, or another sign that TLS is dialled.
            TLS,
            /// `time.LoadLocation("…")`, `loc=` of a data source name.
            TIME_ZONE,
            /// `"127.0.0.1:8080"`, `"localhost:8080"` given to a listener.
            LOOPBACK_LISTEN,
            /// `":8080"`, `"0.0.0.0:8080"` given to a listener.
            LISTEN,
            /// A path of Windows such as `C:\\data`.
            WINDOWS_PATH,
            /// `syscall.NewLazyDLL` and its like, which no other system has.
            WINDOWS_CALL,
            /// `signal.Notify`, `signal.NotifyContext`.
            SIGNALS,
            /// `viper.WatchConfig`, `fsnotify`.
            WATCHES_FILES
        }
    }

    public boolean isTest() {
        return path.endsWith("_test.go");
    }
}
