package io.devdoctor.testing.sim;

import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A sample machine made ill in one more way.
public enum Illness {
    AS_RECORDED(_ -> {}),
    /// Docker Desktop was quit from its menu.
    DESKTOP_QUIT(SimHost::quitDesktop),
    /// Docker Desktop runs, and its engine does not answer any more.
    ENGINE_HUNG(SimHost::hangDesktop),
    /// A switch to Windows containers failed, and the setting stayed.
    SWITCH_FAILED(root -> {
        replace(root, "\\settings-store.json", "{\n", "{\n  \"UseWindowsContainers\": true,\n");
        SimHost.hangDesktop(root);
    }),
    /// New distributions would be WSL 1.
    DEFAULT_VERSION_ONE(
            root -> lxss(root).putArray("DefaultVersion").add("REG_DWORD").add(1)),
    /// `wsl` without a name opens Docker's own distribution.
    DOCKER_IS_DEFAULT(root ->
            lxss(root).putArray("DefaultDistribution").add("REG_SZ").add("{4f0f9a3b-3d27-4a6c-8f51-c0b1d2e3f4a5}")),
    /// Settings that an article recommended, and that stayed.
    LEFT_BEHIND_VARIABLES(root -> {
        variable(root, "WSL_UTF8", "REG_SZ", "1");
        variable(root, "GOOS", "REG_SZ", "linux");
        variable(root, "WSLENV", "REG_EXPAND_SZ", "gopath/up:USERPROFILE/p");
    }),
    /// An installer wrote the Path of the user back as plain text.
    PLAIN_PATH(root -> variable(
            root, "Path", "REG_SZ", "%USERPROFILE%\\AppData\\Local\\Microsoft\\WindowsApps;%USERPROFILE%\\go\\bin")),
    /// `go env -w GO111MODULE=off` was typed years ago.
    MODULES_OFF(root -> replace(root, "\\go\\env", "GO111MODULE=on", "GO111MODULE=off")),
    /// The installer's default: Git writes CRLF.
    CRLF_BY_GIT(root -> replace(root, "\\.gitconfig", "autocrlf = input", "autocrlf = true # as installed")),
    /// The disk of Ubuntu grew to 60 GB on a drive that is nearly full, under a WSL that can compact it.
    GROWN_DISK(root -> {
        release(root, "3.0.1.0");
        ubuntuDisk(root).put("size", 60L << 30).put("allocated", 60L << 30);
        for (JsonNode volume : root.path("hardware").path("volumes")) ((ObjectNode) volume).put("usable", 20L << 30);
    }),
    /// A clean-up tool compressed the disk of Docker's neighbour, which is stopped.
    COMPRESSED_DISK(root -> {
        replaceListed(root, "* Ubuntu-24.04      Running", "* Ubuntu-24.04      Stopped");
        ubuntuDisk(root).put("allocated", 16L << 30).putArray("attributes").add("compressed");
    }),
    COMPRESSED_FOLDER(root -> ubuntu(root, "").putArray("attributes").add("compressed")),
    /// The database hangs; its check gets no answer until it is started anew.
    HUNG_SERVICE(root -> {
        for (JsonNode entry : root.path("docker")) {
            JsonNode body = entry.path("body");
            if (!body.path("Name").asString("").endsWith("-mysql-1")) continue;
            ObjectNode health = ((ObjectNode) body.path("State")).putObject("Health");
            health.put("Status", "unhealthy").put("FailingStreak", 9);
            health.putArray("Log").addObject().put("ExitCode", 1).put("Output", "Connection refused");
        }
    }),
    /// Somebody forced sparse on.
    SPARSE_DISK(root ->
            ubuntuDisk(root).put("allocated", 16L << 30).putArray("attributes").add("sparse")),
    /// systemd wiped the registration of Windows programs.
    NO_INTEROP(root -> {
        String folder = "/proc/sys/fs/binfmt_misc/";
        inside(root, "head", text -> text.replaceAll("==> " + folder + "WSLInterop(-late)? <==\\n[^=]*", ""));
        inside(root, "stat", text -> text.replaceAll("81a4:0:" + folder + "WSLInterop(-late)?\\n", ""));
    }),
    /// A search engine on a kernel with the limit of old.
    SEARCH_ENGINE(root -> {
        inside(root, "head", text -> text.replaceAll("(max_map_count <==\\n)\\d+", "$165530"));
        for (JsonNode entry : root.path("docker")) {
            if (!entry.path("get").asString("").startsWith("/containers/json")) continue;
            ((ObjectNode) entry.path("body").path(0)).put("Image", "elasticsearch:8.15.3");
        }
    }),
    ONE_PROCESSOR(root -> {
        replace(root, "\\.wslconfig", "processors=4", "processors=1");
        for (JsonNode command : root.path("commands")) {
            if (command.path("run").toString().contains("nproc")) ((ObjectNode) command).put("stdout", "1\n");
        }
        SimHost.info(root, info -> info.put("NCPU", 1));
    }),
    /// Two images without a name and two records of build cache, one of which builds on the other.
    RUBBISH(root -> {
        for (JsonNode entry : root.path("docker")) {
            if (!entry.path("get").asString("").endsWith("/system/df")) continue;
            ObjectNode usage = (ObjectNode) entry.path("body");
            for (int i = 1; i <= 2; i++) {
                usage.withArray("Images")
                        .addObject()
                        .put("Id", "sha256:" + Integer.toString(i).repeat(64))
                        .put("Containers", 0)
                        .put("Created", 1792443520)
                        .put("SharedSize", 0)
                        .put("Size", 3L << 30)
                        .putArray("RepoTags");
                usage.withArray("BuildCache")
                        .addObject()
                        .put("ID", "cache000000000000000000" + i + "z")
                        .put("Type", "regular")
                        .put("Description", "[build 2/4] RUN go build")
                        .put("InUse", false)
                        .put("Shared", false)
                        .put("Size", 3L << 30);
            }
        }
    }),
    /// The clock of Windows is 2 minutes slow, and the time service stands still.
    SLOW_HOST(root -> {
        for (JsonNode answer : root.path("network").path("ntp")) ((ObjectNode) answer).put("offsetMillis", 120000);
    }),
    /// A tuning program disabled the time service.
    TIME_SERVICE_DISABLED(root -> ((ObjectNode) root.path("services").path("W32Time")).put("start", "disabled")),
    /// Somebody switched off "Set time automatically".
    TIME_NOT_AUTOMATIC(
            root -> SimRegistry.values(root, "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters")
                    .putArray("Type")
                    .add("REG_SZ")
                    .add("NoSync")),
    /// The time service runs and hears nobody.
    TIME_UNSYNCHRONIZED(root -> {
        ((ObjectNode) root.path("services").path("W32Time")).put("state", "running");
        ObjectNode status = root.withArray("commands").addObject();
        status.putArray("run").add("w32tm.exe").add("/query").add("/status");
        status.put("exit", 0)
                .put(
                        "stdout",
                        "Leap 指示符: 3(未同步)\r\n"
                                + "层次: 0 (未指定)\r\n"
                                + "精度: -23\r\n"
                                + "根延迟: 0.0000000s\r\n"
                                + "根分散: 0.0000000s\r\n"
                                + "引用 ID: 0x00000000 (未指定)\r\n"
                                + "上次成功同步时间: 未指定\r\n"
                                + "源: Local CMOS Clock\r\n"
                                + "轮询间隔: 10 (1024s)\r\n")
                .put("charset", "GBK")
                .put("stderr", "")
                .put("millis", 60);
    }),
    /// An uninstaller took the provider of `\\\\wsl.localhost` out of the order.
    NO_PROVIDER(root -> SimRegistry.values(root, "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order")
            .putArray("ProviderOrder")
            .add("REG_SZ")
            .add("RDPNP,LanmanWorkstation,webclient")),
    /// An optimizer disabled the service of WSL.
    SERVICE_DISABLED(root -> ((ObjectNode) root.path("services").path("WSLService"))
            .put("state", "stopped")
            .put("start", "disabled")),
    /// Long paths were turned off by hand.
    LONG_PATHS_OFF(root -> SimRegistry.values(root, "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem")
            .putArray("LongPathsEnabled")
            .add("REG_DWORD")
            .add(0)),
    /// Developer mode was never touched.
    NO_DEVELOPER_MODE(
            root -> SimRegistry.values(root, "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock")
                    .remove("AllowDevelopmentWithoutDevLicense")),
    /// A proxy tool put a chain of its own above TCP, and no distribution runs.
    WINSOCK_LAYER(root -> {
        String entries = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters"
                + "\\Protocol_Catalog9\\Catalog_Entries64\\";
        String base = SimRegistry.values(root, entries + "000000000002")
                .path("PackedCatalogItem")
                .path(1)
                .asString();
        SimRegistry.values(root, entries + "000000000009")
                .putArray("PackedCatalogItem")
                .add("REG_BINARY")
                .add(base.substring(0, 600) + "02000000" + base.substring(608));
        for (JsonNode command : root.path("commands")) {
            if (!command.path("run").toString().contains("--list")) continue;
            ((ObjectNode) command)
                    .put("stdout", command.path("stdout").asString().replace("Running", "Stopped"));
        }
    }),
    /// Somebody told Windows for a game not to launch its hypervisor, and started it anew.
    HYPERVISOR_NOT_LAUNCHED(root -> {
        root.putObject("bcd").put("hypervisorlaunchtype", "Off");
        ((ObjectNode) root.path("win32"))
                .put("hypervisorPresent", false)
                .put("processorFeature(21)", true)
                .put("vmMonitorModeExtensions", true);
    }),
    /// The Virtual Machine Platform is off, and so its services do not exist.
    PLATFORM_OFF(root -> {
        ObjectNode services = (ObjectNode) root.path("services");
        services.putNull("HNS").putNull("vmcompute").putNull("vfpext");
        for (JsonNode query : root.path("wmi")) {
            for (JsonNode row : query.path("rows")) {
                if (row.path("Name").asString("").equals("VirtualMachinePlatform"))
                    ((ObjectNode) row).put("InstallState", 2);
            }
        }
    }),
    /// Windows hands out ports from 1025 on, so that its virtual networks take the ports of services.
    LOW_PORTS(root -> {
        for (JsonNode command : root.path("commands")) {
            if (!command.path("run").toString().contains("ipv4\",\"show\",\"dynamicport\",\"tcp")) continue;
            String words = command.path("stdout").asString();
            ((ObjectNode) command)
                    .put("stdout", words.replace(": 49152", ": 1025").replace(": 16384", ": 13976"));
        }
    }),
    /// A container did not get port 61200, which lies in a block that winnat took.
    PORT_WITHHELD(root -> {
        for (JsonNode entry : root.path("docker")) {
            JsonNode state = entry.path("body").path("State");
            if (state.path("Status").asString("").equals("exited")) {
                ((ObjectNode) state)
                        .put(
                                "Error",
                                "exposing port TCP 0.0.0.0:61200 -> 127.0.0.1:0: listen tcp 0.0.0.0:61200: bind: no");
            }
        }
        for (JsonNode command : root.path("commands")) {
            if (!command.path("run").toString().contains("ipv4\",\"show\",\"excludedportrange\",\"protocol=tcp"))
                continue;
            String words = command.path("stdout").asString();
            int foot = words.indexOf("\r\n*");
            ((ObjectNode) command)
                    .put(
                            "stdout",
                            words.substring(0, foot) + "     61117       61216      \r\n" + words.substring(foot));
        }
    }),
    /// A rule leads to the address that WSL had before the last start.
    STALE_PROXY(root -> {
        ArrayNode absent = (ArrayNode) root.path("registryAbsent");
        for (int i = absent.size() - 1; i >= 0; i--) {
            if (absent.path(i).asString().contains("PortProxy")) absent.remove(i);
        }
        SimRegistry.values(root, "HKLM\\SYSTEM\\CurrentControlSet\\Services\\PortProxy\\v4tov4\\tcp")
                .putArray("0.0.0.0/3000")
                .add("REG_SZ")
                .add("172.29.99.7/3000");
    }),
    /// Docker Desktop uses Hyper-V, and a container binds a folder that is not in the list.
    UNSHARED_FOLDER(root -> {
        SimHost.info(root, info -> info.put("KernelVersion", "6.10.14-linuxkit"));
        for (JsonNode entry : root.path("docker")) {
            if (!entry.path("get").asString("").startsWith("/containers/json")) continue;
            ((ObjectNode) entry.path("body").path(0))
                    .withArray("Mounts")
                    .addObject()
                    .put("Type", "bind")
                    .put("Source", "/host_mnt/d/mall/gateway")
                    .put("Destination", "/app")
                    .put("RW", true);
        }
    }),
    /// Nobody can read daemon.json: a comma is too much.
    BROKEN_DAEMON_JSON(root -> replace(root, "\\daemon.json", "  ]\n}", "  ],\n}"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Consumer<ObjectNode> change;

    Illness(Consumer<ObjectNode> change) {
        this.change = change;
    }

    /// The recording of the ill machine.
    public byte[] of(String sample) throws RecordingException {
        ObjectNode root = (ObjectNode) JSON.readTree(Samples.bytes(sample));
        change.accept(root);
        return JSON.writeValueAsBytes(root);
    }

    private static void variable(ObjectNode root, String name, String type, String value) {
        SimRegistry.values(root, "HKCU\\Environment").putArray(name).add(type).add(value);
        root.withObject("environment").withObject("user").put(name, value);
    }

    private static ObjectNode ubuntuDisk(ObjectNode root) {
        return ubuntu(root, "\\ext4.vhdx");
    }

    private static ObjectNode ubuntu(ObjectNode root, String file) {
        return (ObjectNode) root.path("files")
                .path("C:\\Users\\li\\AppData\\Local\\wsl\\{856a6800-7118-4a80-b013-a88c95dc788f}" + file);
    }

    private static void release(ObjectNode root, String version) {
        SimRegistry.values(root, "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI")
                .putArray("Version")
                .add("REG_SZ")
                .add(version);
    }

    private static void inside(ObjectNode root, String program, UnaryOperator<String> change) {
        for (JsonNode command : root.path("commands")) {
            if (!command.path("run").path(4).asString("").equals(program)) continue;
            ((ObjectNode) command)
                    .put("stdout", change.apply(command.path("stdout").asString()));
        }
    }

    private static void replaceListed(ObjectNode root, String old, String fresh) {
        for (JsonNode command : root.path("commands")) {
            if (!command.path("run").path(1).asString("").equals("--list")) continue;
            ((ObjectNode) command)
                    .put("stdout", command.path("stdout").asString().replace(old, fresh));
        }
    }

    private static ObjectNode lxss(ObjectNode root) {
        return SimRegistry.values(root, "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss");
    }

    private static void replace(ObjectNode root, String file, String old, String fresh) {
        for (var entry : root.path("files").properties()) {
            if (!entry.getKey().endsWith(file) || !entry.getValue().has("text")) continue;
            ObjectNode content = (ObjectNode) entry.getValue();
            String text = content.path("text").asString();
            if (!text.contains(old)) throw new AssertionError(file + " does not hold " + old);
            content.put("text", text.replace(old, fresh));
        }
    }
}
