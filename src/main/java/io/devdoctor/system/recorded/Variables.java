package io.devdoctor.system.recorded;

import java.util.List;
import java.util.Locale;

/// The environment variables whose values a recording keeps: those that an examination looks at. Of all others only the
/// name is kept.
final class Variables {
    private static final List<String> NAMES = List.of(
            "path",
            "wsl_utf8",
            "wslenv",
            "goproxy",
            "goroot",
            "gopath",
            "gobin",
            "goos",
            "goarch",
            "goarm",
            "goamd64",
            "goflags",
            "goenv",
            "go111module",
            "gotoolchain",
            "goprivate",
            "gonoproxy",
            "gosumdb",
            "gonosumdb",
            "goinsecure",
            "cgo_enabled",
            "tz",
            "shell",
            "term",
            "lang",
            "language",
            "msystem",
            "os",
            "programfiles",
            "programdata",
            "programw6432",
            "programfiles(x86)",
            "allusersprofile",
            "localappdata",
            "appdata",
            "systemroot",
            "systemdrive",
            "windir",
            "userprofile",
            "home",
            "homedrive",
            "homepath",
            "pathext",
            "processor_architecture");
    private static final List<String> BEGINNINGS =
            List.of("docker_", "wsl_", "compose_", "buildkit_", "lc_", "xdg_", "devdoctor_");

    private Variables() {}

    static boolean isKept(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower)
                || lower.endsWith("_proxy")
                || BEGINNINGS.stream().anyMatch(lower::startsWith);
    }
}
