package io.devdoctor.system;

import io.devdoctor.system.Query.Decoding;
import io.devdoctor.system.Query.Grammar;
import io.devdoctor.system.Query.Word;
import java.util.Arrays;
import java.util.List;

/// The catalogue of everything DevDoctor ever asks a program. A test refuses verbs that change state.
public final class Queries {
    /// Rows NAME STATE VERSION, never localized. Starts no distribution; may hang when the WSL service is stuck.
    public static final Query WSL_LIST = query("wsl.exe", Budget.WSL_LIST, Decoding.WSL, "--list", "--verbose");

    /// The clock inside a running distribution: seconds, dot, nanoseconds.
    public static final Query DISTRO_CLOCK =
            query("wsl.exe", Budget.WSL_IN_DISTRO, Decoding.WSL, "-d", Grammar.DISTRO, "-e", "date", "+%s.%N");

    public static final Query DISTRO_MEMORY =
            query("wsl.exe", Budget.WSL_IN_DISTRO, Decoding.WSL, "-d", Grammar.DISTRO, "-e", "cat", "/proc/meminfo");

    public static final Query DISTRO_PROCESSORS =
            query("wsl.exe", Budget.WSL_IN_DISTRO, Decoding.WSL, "-d", Grammar.DISTRO, "-e", "nproc");

    public static final Query DISTRO_KERNEL =
            query("wsl.exe", Budget.WSL_IN_DISTRO, Decoding.WSL, "-d", Grammar.DISTRO, "-e", "uname", "-r");

    /// Another one after each start of the virtual machine, the same in all its distributions.
    public static final Query WSL_BOOT_ID = query(
            "wsl.exe",
            Budget.WSL_IN_DISTRO,
            Decoding.WSL,
            "-d",
            Grammar.DISTRO,
            "-e",
            "cat",
            "/proc/sys/kernel/random/boot_id");

    /// Reserved TCP ports; rows without `*` are the ones that block. Headings are localized, rows are not.
    public static final Query EXCLUDED_PORTS = query(
            "netsh.exe", Budget.NETSH, Decoding.OEM, "interface", "ipv4", "show", "excludedportrange", "protocol=tcp");

    /// Every query there is.
    public static final List<Query> ALL = List.of(
            WSL_LIST, DISTRO_CLOCK, DISTRO_MEMORY, DISTRO_PROCESSORS, DISTRO_KERNEL, WSL_BOOT_ID, EXCLUDED_PORTS);

    private Queries() {}

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
