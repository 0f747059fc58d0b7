package io.devdoctor.machine;

/// What kind of system is examined. Always known: without it nothing can be examined at all.
///
/// @param version  `10.0.26100.2314` on Windows, the kernel release elsewhere
/// @param locale   a BCP 47 tag such as `zh-CN`
/// @param oemCodePage, ansiCodePage  Windows code page numbers; 65001 elsewhere
/// @param timeZone Windows zone key or IANA id
/// @param home     the user's profile folder in the notation of that system
public record Platform(
        Family family,
        String version,
        String locale,
        int ansiCodePage,
        int oemCodePage,
        String timeZone,
        String user,
        String home,
        String hostName) {
    public enum Family {
        WINDOWS,
        LINUX,
        MACOS
    }

    public boolean isWindows() {
        return family == Family.WINDOWS;
    }

    /// `home` joined with parts in that system's notation.
    public String inHome(String... parts) {
        String separator = isWindows() ? "\\" : "/";
        return home + separator + String.join(separator, parts);
    }
}
