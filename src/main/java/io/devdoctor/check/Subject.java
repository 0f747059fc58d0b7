package io.devdoctor.check;

/// What a finding is about: the machine as a whole, a distribution, a container …
///
/// @param name  as a person knows it; "" for the machine
/// @param world the distribution or endpoint in which the thing lives, or the setting it is about; "" if there is none
public record Subject(Kind kind, String name, String world) {
    public static final Subject MACHINE = new Subject(Kind.MACHINE, "", "");

    public enum Kind {
        MACHINE,
        DISTRO,
        ENDPOINT,
        CONTAINER,
        VOLUME,
        FILE,
        MIRROR,
        PORT,
        PROJECT
    }

    public static Subject distro(String name) {
        return new Subject(Kind.DISTRO, name, name);
    }

    public static Subject endpoint(String endpoint) {
        return new Subject(Kind.ENDPOINT, endpoint, endpoint);
    }

    public static Subject container(String name, String endpoint) {
        return new Subject(Kind.CONTAINER, name, endpoint);
    }

    /// The machine as a whole, as far as one setting such as `wsl2.memory` decides.
    public static Subject machine(String setting) {
        return new Subject(Kind.MACHINE, "", setting);
    }

    /// One setting of the machine, such as the variable `GOOS`, where several may be wrong at once.
    public static Subject setting(String name) {
        return new Subject(Kind.MACHINE, name, name);
    }

    /// A line of a file, about a setting such as `wsl2.memory`, or "" where it is about none.
    public static Subject line(String file, int line, String setting) {
        return new Subject(Kind.FILE, line == 0 ? file : file + ":" + line, setting);
    }

    public static Subject of(Kind kind, String name) {
        return new Subject(kind, name, "");
    }
}
