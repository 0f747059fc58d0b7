package io.devdoctor.fix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The table of everything a fix may ever run outside the engine: a program of System32 with fixed words and holes,
/// each hole with a narrow grammar. Nothing else can be started, whatever a file, a name or a recording says.
public enum Tool {
    /// New distributions will use this WSL mode.
    WSL_SET_DEFAULT_VERSION("wsl.exe", false, "--set-default-version", Grammar.WSL_MODE),
    WSL_SET_VERSION("wsl.exe", false, "--set-version", Grammar.DISTRO, Grammar.WSL_MODE),
    WSL_SET_DEFAULT("wsl.exe", false, "--set-default", Grammar.DISTRO),
    WSL_TERMINATE("wsl.exe", false, "--terminate", Grammar.DISTRO),
    /// Ends the distribution and gives back what its disk does not use.
    WSL_COMPACT("wsl.exe", false, "--manage", Grammar.DISTRO, "--compact"),
    /// There is no word for the opposite: sparse disks have lost data.
    WSL_NOT_SPARSE("wsl.exe", false, "--manage", Grammar.DISTRO, "--set-sparse", "false"),
    NTFS_UNCOMPRESS("compact.exe", false, "/U", Grammar.DISK_PATH),
    NTFS_COMPRESS("compact.exe", false, "/C", Grammar.DISK_PATH),
    WSL_SHUTDOWN("wsl.exe", false, "--shutdown"),
    WSL_UPDATE("wsl.exe", true, "--update"),
    WSL_INSTALL("wsl.exe", true, "--install", "--no-distribution"),
    TIME_RESYNC("w32tm.exe", true, "/resync", "/rediscover"),
    TIME_SERVICE_START("sc.exe", true, "start", "w32time"),
    /// Whom the time service asks; without `/update` a service that runs goes on as before.
    TIME_SYNC_FROM("w32tm.exe", true, "/config", Grammar.SYNC_FROM),
    TIME_SYNC_FROM_NOW("w32tm.exe", true, "/config", Grammar.SYNC_FROM, "/update"),
    SERVICE_START_TYPE("sc.exe", true, "config", Grammar.SERVICE, "start=", Grammar.START_TYPE),
    NETWORK_PROVIDERS(
            "reg.exe",
            true,
            "add",
            Grammar.PROVIDER_KEY,
            "/v",
            "ProviderOrder",
            "/t",
            "REG_SZ",
            "/d",
            Grammar.PROVIDER_ORDER,
            "/f"),
    /// A switch of Windows: 1 or 0, whether it was there before or not.
    WINDOWS_SWITCH(
            "reg.exe",
            true,
            "add",
            Grammar.SWITCH_KEY,
            "/v",
            Grammar.SWITCH_NAME,
            "/t",
            "REG_DWORD",
            "/d",
            Grammar.SWITCH_VALUE,
            "/f"),
    /// The same switch gone, as Windows comes.
    WINDOWS_SWITCH_REMOVE("reg.exe", true, "delete", Grammar.SWITCH_KEY, "/v", Grammar.SWITCH_NAME, "/f"),
    WINSOCK_RESET("netsh.exe", true, "winsock", "reset"),
    /// First port and number of ports that Windows hands out by itself, over one of IPv4 and IPv6, TCP and UDP.
    NETSH_DYNAMIC_PORTS(
            "netsh.exe",
            true,
            "interface",
            Grammar.IP,
            "set",
            "dynamicport",
            Grammar.TRANSPORT,
            Grammar.START,
            Grammar.NUMBER),
    /// One port that Windows keeps for whoever asks for it by number.
    NETSH_RESERVE_PORT(
            "netsh.exe",
            true,
            "interface",
            Grammar.IP,
            "add",
            "excludedportrange",
            Grammar.PROTOCOL,
            Grammar.START_PORT,
            "numberofports=1",
            "store=persistent"),
    NETSH_RELEASE_PORT(
            "netsh.exe",
            true,
            "interface",
            Grammar.IP,
            "delete",
            "excludedportrange",
            Grammar.PROTOCOL,
            Grammar.START_PORT,
            "numberofports=1"),
    NETSH_PROXY_DELETE(
            "netsh.exe",
            true,
            "interface",
            "portproxy",
            "delete",
            "v4tov4",
            Grammar.LISTEN_PORT,
            Grammar.LISTEN_ADDRESS),
    NETSH_PROXY_ADD(
            "netsh.exe",
            true,
            "interface",
            "portproxy",
            "add",
            "v4tov4",
            Grammar.LISTEN_PORT,
            Grammar.LISTEN_ADDRESS,
            Grammar.CONNECT_PORT,
            Grammar.CONNECT_ADDRESS),
    /// The service that reserves ranges of ports for virtual networks.
    WINNAT_STOP("net.exe", true, "stop", "winnat"),
    WINNAT_START("net.exe", true, "start", "winnat"),
    DOCKER_USERS_JOIN("net.exe", true, "localgroup", "docker-users", Grammar.ACCOUNT, "/add"),
    DOCKER_USERS_LEAVE("net.exe", true, "localgroup", "docker-users", Grammar.ACCOUNT, "/delete"),
    DISM_ENABLE_FEATURE("dism.exe", true, "/Online", "/NoRestart", "/Enable-Feature", Grammar.FEATURE),
    DISM_DISABLE_FEATURE("dism.exe", true, "/Online", "/NoRestart", "/Disable-Feature", Grammar.FEATURE),
    BCDEDIT_HYPERVISOR_AUTO("bcdedit.exe", true, "/set", "hypervisorlaunchtype", "auto"),
    DESKTOP_START("docker.exe", false, "desktop", "start", "--detach"),
    DESKTOP_STOP("docker.exe", false, "desktop", "stop"),
    DESKTOP_RESTART("docker.exe", false, "desktop", "restart", "--detach"),
    DESKTOP_USE_LINUX("docker.exe", false, "desktop", "engine", "use", "linux"),
    DOCKER_CONTEXT_USE("docker.exe", false, "context", "use", Grammar.CONTEXT),
    /// The mode of one file, as it is to be committed. Nothing that the repository names is run on the way.
    GIT_MODE(
            "git.exe",
            false,
            "-C",
            Grammar.FOLDER,
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            "update-index",
            Grammar.MODE_CHANGE,
            "--",
            Grammar.TRACKED_PATH),
    /// Whether git takes the modes of the disk for true.
    GIT_FILE_MODE("git.exe", false, "-C", Grammar.FOLDER, "config", "--local", "core.fileMode", Grammar.TRUTH);

    private final String program;
    private final boolean admin;
    private final List<Object> words;

    Tool(String program, boolean admin, Object... words) {
        this.program = program;
        this.admin = admin;
        this.words = List.of(words);
    }

    /// What may stand in a hole.
    public enum Grammar {
        DISTRO("(?!\\.{1,2}$)[A-Za-z0-9._][A-Za-z0-9._-]{0,255}"),
        WSL_MODE("[12]"),
        DISK_PATH(PlainWords.WINDOWS_PATH),
        FOLDER(PlainWords.FOLDER),
        /// A file below it, of plain names, of which none is `..` or git's own folder.
        TRACKED_PATH("(?!-)(?!(.*/)?(\\.\\.?|(?i:\\.git))(/.*)?$)[\\p{L}\\p{N}_.@+ -]{1,255}(/[\\p{L}\\p{N}_.@+"
                + " -]{1,255}){0,40}"),
        MODE_CHANGE("--chmod=[+-]x"),
        TRUTH("true|false"),
        FEATURE("/FeatureName:(VirtualMachinePlatform|Microsoft-Windows-Subsystem-Linux)"),
        SERVICE("WSLService|LxssManager|vmcompute|HNS|SharedAccess|P9Rdr|W32Time"),
        SYNC_FROM("/syncfromflags:(manual|no)"),
        START_TYPE("auto|demand|disabled"),
        PROVIDER_KEY("HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\NetworkProvider\\\\(Order|HwOrder)"),
        PROVIDER_ORDER("[A-Za-z0-9_][A-Za-z0-9_. -]{0,63}(,[A-Za-z0-9_][A-Za-z0-9_. -]{0,63}){0,30}"),
        SWITCH_KEY("HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\FileSystem"
                + "|HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\AppModelUnlock"),
        SWITCH_NAME("LongPathsEnabled|AllowDevelopmentWithoutDevLicense"),
        SWITCH_VALUE("[01]"),
        IP("ipv[46]"),
        TRANSPORT("tcp|udp"),
        PROTOCOL("protocol=(tcp|udp)"),
        START("start=(?=[0-9]{4})" + PlainWords.PORT),
        NUMBER("num=(?=[0-9]{3})" + PlainWords.PORT),
        START_PORT("startport=" + PlainWords.PORT),
        LISTEN_PORT("listenport=" + PlainWords.PORT),
        CONNECT_PORT("connectport=" + PlainWords.PORT),
        LISTEN_ADDRESS("listenaddress=(\\*|" + PlainWords.IPV4 + ")"),
        CONNECT_ADDRESS("connectaddress=" + PlainWords.IPV4),
        /// `COMPUTER\\name`; a name may hold blanks and letters of any language.
        ACCOUNT("([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}\\\\)?[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]{0,62}[\\p{L}\\p{N}_-]"),
        CONTEXT("[a-zA-Z0-9][a-zA-Z0-9_.+-]{0,127}");

        private final Pattern pattern;

        Grammar(String regex) {
            this.pattern = Pattern.compile(regex);
        }

        public boolean admits(String value) {
            return pattern.matcher(value).matches();
        }
    }

    /// Base name; the adapter finds it in System32, docker.exe and git.exe in the folders
    /// that Docker Desktop and Git for Windows registered.
    public String program() {
        return program;
    }

    public boolean needsAdmin() {
        return admin;
    }

    /// What may stand in its holes, in order.
    List<Grammar> holes() {
        return words.stream()
                .filter(Grammar.class::isInstance)
                .map(Grammar.class::cast)
                .toList();
    }

    /// What running it stops or demands, whatever fix or undo it belongs to.
    public Set<Effect> effects() {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        switch (this) {
            case DESKTOP_STOP, DESKTOP_RESTART -> effects.addAll(Set.of(Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS));
            case WSL_SHUTDOWN -> effects.addAll(Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS));
            case WSL_TERMINATE, WSL_SET_VERSION, WSL_COMPACT, WSL_NOT_SPARSE -> effects.add(Effect.STOPS_DISTRO);
            // Containers lose the network through which they are reached.
            case DESKTOP_USE_LINUX, WINNAT_STOP -> effects.add(Effect.STOPS_CONTAINERS);
            case WSL_SET_DEFAULT_VERSION,
                    WSL_SET_DEFAULT,
                    NTFS_UNCOMPRESS,
                    NTFS_COMPRESS,
                    WSL_UPDATE,
                    WSL_INSTALL,
                    TIME_RESYNC,
                    TIME_SERVICE_START,
                    TIME_SYNC_FROM,
                    TIME_SYNC_FROM_NOW,
                    SERVICE_START_TYPE,
                    NETWORK_PROVIDERS,
                    WINDOWS_SWITCH,
                    WINDOWS_SWITCH_REMOVE,
                    WINSOCK_RESET,
                    NETSH_DYNAMIC_PORTS,
                    NETSH_RESERVE_PORT,
                    NETSH_RELEASE_PORT,
                    NETSH_PROXY_DELETE,
                    NETSH_PROXY_ADD,
                    WINNAT_START,
                    DOCKER_USERS_JOIN,
                    DOCKER_USERS_LEAVE,
                    DISM_ENABLE_FEATURE,
                    DISM_DISABLE_FEATURE,
                    BCDEDIT_HYPERVISOR_AUTO,
                    DESKTOP_START,
                    DOCKER_CONTEXT_USE,
                    GIT_MODE,
                    GIT_FILE_MODE -> {}
        }
        if (admin) effects.add(Effect.ADMIN);
        return effects;
    }

    /// Program and arguments with the holes filled in order.
    ///
    /// @throws IllegalArgumentException if a value does not fit its grammar or the number of values is wrong
    public List<String> commandLine(List<String> values) {
        List<String> line = new ArrayList<>();
        line.add(program);
        int next = 0;
        for (Object word : words) {
            if (word instanceof Grammar grammar) {
                if (next == values.size() || !grammar.admits(values.get(next))) {
                    throw new IllegalArgumentException(this + ": not a " + grammar);
                }
                line.add(values.get(next++));
            } else {
                line.add((String) word);
            }
        }
        if (next != values.size()) throw new IllegalArgumentException(this + ": too many values");
        return List.copyOf(line);
    }
}
