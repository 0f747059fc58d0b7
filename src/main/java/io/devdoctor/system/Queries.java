package io.devdoctor.system;

import io.devdoctor.system.Query.Decoding;
import io.devdoctor.system.Query.Grammar;
import io.devdoctor.system.Query.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The catalogue of everything DevDoctor ever asks a program. A test refuses verbs that change state.
public final class Queries {
    /// Rows NAME STATE VERSION, never localized. Starts no distribution; may hang when the WSL service is stuck.
    public static final Query WSL_LIST = query("wsl.exe", Budget.WSL_LIST, Decoding.WSL, "--list", "--verbose");

    /// What [#DISTRO_FILES] reads and [#DISTRO_ENTRIES] looks at.
    public static final List<String> DISTRO_PATHS = List.of(
            "/etc/wsl.conf",
            "/etc/resolv.conf",
            "/etc/os-release",
            "/etc/docker/daemon.json",
            "/etc/fstab",
            "/etc/timezone",
            "/var/run/docker.pid",
            "/proc/mounts",
            "/proc/uptime",
            "/proc/cmdline",
            "/proc/swaps",
            "/proc/1/comm",
            "/proc/self/limits",
            "/proc/net/route",
            "/proc/net/tcp",
            "/proc/net/tcp6",
            "/proc/sys/vm/max_map_count",
            "/proc/sys/fs/inotify/max_user_watches",
            "/proc/sys/fs/inotify/max_user_instances",
            "/proc/sys/fs/file-max",
            "/proc/sys/fs/binfmt_misc/WSLInterop",
            "/proc/sys/fs/binfmt_misc/WSLInterop-late");

    /// What [#DISTRO_ENTRIES] looks at besides: sockets, programs and links, which are not read.
    public static final List<String> DISTRO_PLACES = List.of(
            "/var/run/docker.sock",
            "/run/podman/podman.sock",
            "/usr/bin/docker",
            "/usr/local/bin/docker",
            "/usr/bin/dockerd",
            "/usr/bin/podman",
            "/mnt/wsl/docker-desktop",
            "/mnt/wsl/rancher-desktop",
            "/mnt/wsl/podman-sockets",
            "/etc/.wslconfig",
            "/etc/localtime");

    /// The clock inside a running distribution: seconds, dot, nanoseconds.
    public static final Query DISTRO_CLOCK = inDistro("date", "+%s.%N");

    public static final Query DISTRO_MEMORY = inDistro("cat", "/proc/meminfo");

    public static final Query DISTRO_PROCESSORS = inDistro("nproc");

    public static final Query DISTRO_KERNEL = inDistro("uname", "-r");

    /// Another one after each start of the virtual machine, the same in all its distributions.
    public static final Query WSL_BOOT_ID = inDistro("cat", "/proc/sys/kernel/random/boot_id");

    /// The files of a distribution that decide something, each behind a line `==> path <==`. Those that do not exist
    /// are
    /// named on stderr, and the exit code is 1 then.
    public static final Query DISTRO_FILES = inside("head", "-v", "-c", "65536", "--");

    /// What stands in the places of a distribution that decide something: `mode:size:path`, the mode in hexadecimal.
    /// Those that do not exist are named on stderr, and the exit code is 1 then.
    public static final Query DISTRO_ENTRIES = inside("stat", "-c", "%f:%s:%n", "--");

    /// Space of the root file system in kilobytes, one row for each file system, as POSIX fixes it.
    public static final Query DISTRO_SPACE = inDistro("df", "-kP", "/");

    /// As [#DISTRO_SPACE], in inodes.
    public static final Query DISTRO_INODES = inDistro("df", "-iP", "/");

    /// The networking mode in force; WSL before 2.0 has no such program.
    public static final Query DISTRO_NETWORKING_MODE = inDistro("wslinfo", "--networking-mode");

    /// Whether the default user's home holds a `.wslconfig`: the home itself is printed even where it does not.
    public static final Query DISTRO_HOME_CONFIG = query(
            "wsl.exe",
            Budget.WSL_IN_DISTRO,
            Decoding.WSL,
            "-d",
            Grammar.DISTRO,
            "--cd",
            "~",
            "-e",
            "stat",
            "-c",
            "%f:%s:%n",
            "--",
            ".",
            ".wslconfig");

    /// The addresses of a host name as programs in a running distribution get them. Exit 2 = there are none.
    public static final Query DISTRO_RESOLVES = inDistro("getent", "ahosts", Grammar.HOST);

    /// The user's own configuration of Docker in a running distribution, which `~` finds without a shell. Exit 1 =
    /// there is none.
    public static final Query DISTRO_DOCKER_CONFIG = query(
            "wsl.exe",
            Budget.WSL_IN_DISTRO,
            Decoding.WSL,
            "-d",
            Grammar.DISTRO,
            "--cd",
            "~",
            "-e",
            "head",
            "-c",
            "65536",
            ".docker/config.json");

    /// Where the PATH of a running distribution leads for a credential helper; without words where it leads nowhere.
    public static final Query DISTRO_HELPER = inDistro("sh", "-c", "command -v $0", Grammar.HELPER);

    /// Reserved ports; rows without `*` are the ones that block. Headings are localized, rows are not.
    public static final Query EXCLUDED_PORTS = query(
            "netsh.exe",
            Budget.NETSH,
            Decoding.OEM,
            "interface",
            Grammar.IP,
            "show",
            "excludedportrange",
            Grammar.PROTOCOL);

    /// First port and number of ports that Windows hands out by itself; two numbers behind localized words.
    public static final Query DYNAMIC_PORTS = query(
            "netsh.exe", Budget.NETSH, Decoding.OEM, "interface", Grammar.IP, "show", "dynamicport", Grammar.TRANSPORT);

    /// Leap indicator, stratum and reference id of the Windows time service, each on a line of its own. Labels are
    /// localized, the order of lines is not. Needs no administrator; the exit code is the HRESULT.
    public static final Query TIME_STATUS = query("w32tm.exe", Budget.W32TM, Decoding.OEM, "/query", "/status");

    /// How far the local time of a running distribution is from UTC now: `+0800`.
    public static final Query DISTRO_ZONE = inDistro("date", "+%z");

    /// What BuildKit says about a Dockerfile, as JSON. The call `check` makes no image; it may read data about base
    /// images from a registry. Exit 1 = there are warnings. A buildx older than 0.15 does not know the option.
    public static final Query BUILD_CHECK = query(
            "docker",
            Budget.BUILD_CHECK,
            Decoding.UTF8,
            "build",
            "--call=check,format=json",
            "-f",
            Grammar.PATH,
            Grammar.PATH);

    /// Every query there is.
    public static final List<Query> ALL = List.of(
            WSL_LIST,
            DISTRO_CLOCK,
            DISTRO_MEMORY,
            DISTRO_PROCESSORS,
            DISTRO_KERNEL,
            DISTRO_FILES,
            DISTRO_ENTRIES,
            DISTRO_SPACE,
            DISTRO_INODES,
            DISTRO_NETWORKING_MODE,
            DISTRO_HOME_CONFIG,
            WSL_BOOT_ID,
            DISTRO_ZONE,
            TIME_STATUS,
            DISTRO_RESOLVES,
            DISTRO_DOCKER_CONFIG,
            DISTRO_HELPER,
            EXCLUDED_PORTS,
            DYNAMIC_PORTS,
            BUILD_CHECK);

    private Queries() {}

    /// A question to several paths at once.
    private static Query inside(Object... program) {
        boolean looksAtPlaces = program[0].equals("stat");
        Stream<Object> paths =
                Stream.concat(DISTRO_PATHS.stream(), looksAtPlaces ? DISTRO_PLACES.stream() : Stream.of());
        return inDistro(Stream.concat(Arrays.stream(program), paths).toArray());
    }

    /// A program inside a running distribution.
    private static Query inDistro(Object... words) {
        Stream<Object> start = Stream.of("-d", Grammar.DISTRO, "-e");
        return query(
                "wsl.exe",
                Budget.WSL_IN_DISTRO,
                Decoding.WSL,
                Stream.concat(start, Stream.of(words)).toArray());
    }

    private static Query query(String program, Budget budget, Decoding decoding, Object... words) {
        return new Query(
                program,
                Arrays.stream(words)
                        .<Word>map(word -> word instanceof Grammar grammar
                                ? new Word.Hole(grammar)
                                : new Word.Fixed((String) word))
                        .toList(),
                budget,
                decoding);
    }
}
