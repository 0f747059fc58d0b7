package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Services, the clock and Docker Desktop of the simulated Windows.
record SimHost(SimState state) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// `w32tm /query /status` of a service that heard from its server.
    private static final String SYNCHRONIZED = """
        Leap 指示符: 0(无警告)\r
        层次: 3 (次引用 - 与(S)NTP 同步)\r
        精度: -23 (每刻度 119.209ns)\r
        根延迟: 0.2056026s\r
        根分散: 4.0711694s\r
        引用 ID: 0xB65C0C0B (源 IP: 182.92.12.11)\r
        上次成功同步时间: 2026/11/20 8:00:14\r
        源: time.windows.com,0x9\r
        轮询间隔: 6 (64s)\r
        """;

    private static final String BACKEND = "com.docker.backend.exe";
    private static final String ASLEEP = "asleep";
    private static final int ALREADY_RUNNING = 1056;
    private static final int NO_SUCH_SERVICE = 1060;
    private static final int RESTART_REQUIRED = 3010;

    boolean timeServiceRuns() {
        return isRunning(service(state.load(), "w32time"));
    }

    /// The clock takes the time of the servers, if the time service runs.
    boolean resync() {
        if (!timeServiceRuns()) return false;
        state.change(root -> {
            for (JsonNode answer : root.path("network").path("ntp")) {
                if (answer.has("offsetMillis")) ((ObjectNode) answer).put("offsetMillis", 0);
            }
            for (JsonNode command : root.path("commands")) {
                if (!command.path("run").path(0).asString("").equals("w32tm.exe")) continue;
                ((ObjectNode) command).put("stdout", SYNCHRONIZED);
            }
        });
        return true;
    }

    int start(String service) {
        JsonNode known = service(state.load(), service);
        if (!known.isObject()) return NO_SUCH_SERVICE;
        if (isRunning(known)) return ALREADY_RUNNING;
        state.change(root -> ((ObjectNode) service(root, service)).put("state", "running"));
        return 0;
    }

    int startType(String service, String type) {
        if (!service(state.load(), service).isObject()) return NO_SUCH_SERVICE;
        state.change(
                root -> ((ObjectNode) service(root, service)).put("start", type.equals("demand") ? "manual" : type));
        return 0;
    }

    /// What `reg add` does with a REG_SZ.
    int setText(String key, String name, String text) {
        state.change(root ->
                SimRegistry.values(root, key).putArray(name).add("REG_SZ").add(text));
        return 0;
    }

    /// What `reg add` does with a REG_DWORD.
    int setNumber(String key, String name, long number) {
        state.change(root ->
                SimRegistry.values(root, key).putArray(name).add("REG_DWORD").add(number));
        return 0;
    }

    /// What `reg delete` does with a value; 1 where there is none.
    int removeValue(String key, String name) {
        boolean there = SimRegistry.values(state.load(), key).has(name);
        state.change(root -> SimRegistry.values(root, key).remove(name));
        return there ? 0 : 1;
    }

    /// `netsh winsock reset` leaves base protocols alone: everything with another chain length than 1 goes.
    int resetWinsock() {
        state.change(root -> {
            ObjectNode registry = (ObjectNode) root.path("registry");
            List<String> entries = registry.propertyNames().stream()
                    .filter(key -> key.contains("\\Protocol_Catalog9\\Catalog_Entries64\\"))
                    .filter(key -> !chainOf(registry.path(key)).equals("01000000"))
                    .toList();
            entries.forEach(registry::remove);
        });
        return 0;
    }

    /// ChainLen of the WSAPROTOCOL_INFOW behind a path of 260 bytes, in hexadecimal.
    private static String chainOf(JsonNode entry) {
        return entry.path("PackedCatalogItem").path(1).asString().substring(600, 608);
    }

    /// What the boot loader will do at the next start.
    int bootSetting(String name, String value) {
        state.change(root -> root.withObject("bcd").put(name, value));
        return 0;
    }

    /// The boot loader launches the hypervisor unless it was told not to; it then owns the processor's extensions.
    private static void boot(ObjectNode root) {
        boolean launches =
                !root.path("bcd").path("hypervisorlaunchtype").asString("auto").equals("Off");
        ObjectNode win32 = (ObjectNode) root.path("win32");
        if (launches && win32.path("processorFeature(21)").asBoolean(false)) {
            win32.put("hypervisorPresent", true)
                    .put("processorFeature(21)", false)
                    .put("vmMonitorModeExtensions", false);
        }
    }

    /// DISM: the feature is requested at once, its services come with the restart.
    int feature(List<String> line) {
        boolean on = line.contains("/Enable-Feature");
        String name = line.getLast().replace("/FeatureName:", "");
        state.change(root -> {
            for (JsonNode query : root.path("wmi")) {
                for (JsonNode row : query.path("rows")) {
                    if (row.path("Name").asString("").equals(name)) ((ObjectNode) row).put("InstallState", on ? 1 : 2);
                }
            }
        });
        return on ? RESTART_REQUIRED : 0;
    }

    /// The computer starts again an hour after the recording: what DISM requested is in force, WSL is down.
    void reboot() {
        state.change(root -> {
            // The clock of a recording stands still: this start is a moment old.
            ((ObjectNode) root.path("hardware"))
                    .put("booted", root.path("taken").asString());
            boot(root);
            SimSession.begin(root);
            if (!isOn(root)) return;
            for (String name : List.of("HNS", "vmcompute", "vfpext")) {
                if (service(root, name).isObject()) continue;
                ((ObjectNode) root.path("services"))
                        .putObject(name)
                        .put("state", "running")
                        .put("start", "manual");
            }
        });
    }

    private static boolean isOn(ObjectNode root) {
        for (JsonNode query : root.path("wmi")) {
            for (JsonNode row : query.path("rows")) {
                boolean on = row.path("InstallState").asInt(0) == 1;
                if (row.path("Name").asString("").equals("VirtualMachinePlatform")) return on;
            }
        }
        return false;
    }

    void quitDesktop() {
        state.change(SimHost::quitDesktop);
    }

    /// The engine falls silent with its pipes; what it would say is kept for the next start.
    static void quitDesktop(ObjectNode root) {
        ArrayNode programs = (ArrayNode) root.path("hardware").path("programs");
        for (int i = programs.size() - 1; i >= 0; i--) {
            if (programs.path(i).asString().startsWith("com.docker.")) programs.remove(i);
        }
        if (root.has(ASLEEP)) return;
        ObjectNode asleep = root.putObject(ASLEEP);
        asleep.set("docker", root.path("docker"));
        asleep.set("pipes", root.path("pipes"));
        ArrayNode silent = root.putArray("docker");
        asleep.path("docker").forEach(entry -> {
            silent.addObject()
                    .put("endpoint", entry.path("endpoint").asString())
                    .put("failed", "refused");
        });
        root.putArray("pipes");
    }

    /// The proxy of Docker Desktop answers that its engine does not.
    static void hangDesktop(ObjectNode root) {
        if (!root.has(ASLEEP)) {
            ObjectNode asleep = root.putObject(ASLEEP);
            asleep.set("docker", root.path("docker"));
            asleep.set("pipes", root.path("pipes"));
        }
        ArrayNode hung = root.putArray("docker");
        root.path(ASLEEP).path("docker").forEach(entry -> {
            hung.addObject()
                    .put("endpoint", entry.path("endpoint").asString())
                    .put("status", 500)
                    .put("body", "request returned 500 Internal Server Error");
        });
        root.set("pipes", root.path(ASLEEP).path("pipes"));
    }

    private void wake() {
        state.change(root -> {
            if (!(root.remove(ASLEEP) instanceof ObjectNode asleep)) return;
            root.set("docker", asleep.path("docker"));
            root.set("pipes", asleep.path("pipes"));
        });
    }

    /// `docker desktop …`: what the command line of Docker Desktop does.
    int desktop(List<String> words) {
        return switch (words.getFirst()) {
            case "stop" -> {
                quitDesktop();
                yield 0;
            }
            // Detached, it succeeds even if the engine will not come.
            case "start" -> {
                launch();
                boot();
                yield 0;
            }
            case "restart" -> boot() ? 0 : 1;
            case "engine" -> use(words.getLast());
            default -> 1;
        };
    }

    private int use(String kind) {
        state.change(root -> info(root, info -> info.put("OSType", kind)));
        return 0;
    }

    private void launch() {
        state.change(root -> {
            ArrayNode programs = (ArrayNode) root.path("hardware").path("programs");
            for (JsonNode program : programs) {
                if (program.asString().equals(BACKEND)) return;
            }
            programs.add(BACKEND);
        });
    }

    /// Docker Desktop starts its engine with what daemon.json says now.
    private boolean boot() {
        String home = state.load().path("os").path("home").asString();
        JsonNode daemon;
        try {
            daemon = JSON.readTree(SimState.read(state.real(home + "\\.docker\\daemon.json")));
        } catch (JacksonException _) {
            return false;
        }
        JsonNode settings = settings(home);
        // Without the feature of Windows the engine for its containers never comes.
        if (settings.path("UseWindowsContainers").asBoolean(false)) {
            state.change(SimHost::hangDesktop);
            return true;
        }
        wake();
        state.change(root -> info(root, (info, entry) -> {
            machine(info, settings);
            recorded(info, "LoggingDriver");
            if (daemon.has("log-driver")) info.set("LoggingDriver", daemon.path("log-driver"));
            // A new virtual machine takes the time of Windows; that of WSL goes on.
            boolean own = !info.path("KernelVersion").asString().contains("microsoft");
            if (own) info.put("SystemTime", SimWsl.midst(entry).toString());
            ArrayNode mirrors = ((ObjectNode) info.path("RegistryConfig")).putArray("Mirrors");
            ObjectNode hub = (ObjectNode)
                    info.path("RegistryConfig").path("IndexConfigs").path("docker.io");
            ArrayNode ofHub = hub.putArray("Mirrors");
            daemon.path("registry-mirrors").forEach(mirror -> {
                String url = mirror.asString().endsWith("/") ? mirror.asString() : mirror.asString() + "/";
                mirrors.add(url);
                ofHub.add(url);
            });
        }));
        return true;
    }

    /// What Docker Desktop gives a machine of its own; that of WSL is bounded by .wslconfig.
    private static void machine(ObjectNode info, JsonNode settings) {
        if (info.path("KernelVersion").asString().contains("microsoft")) return;
        recorded(info, "MemTotal");
        recorded(info, "NCPU");
        if (settings.has("MemoryMiB"))
            info.put("MemTotal", settings.path("MemoryMiB").asLong() << 20);
        if (settings.has("Cpus")) info.put("NCPU", settings.path("Cpus").asInt());
    }

    /// What a setting that is not there amounts to is what was recorded.
    private static void recorded(ObjectNode info, String name) {
        String kept = "Recorded" + name;
        if (!info.has(kept)) info.set(kept, info.path(name));
        info.set(name, info.path(kept));
    }

    private JsonNode settings(String home) {
        try {
            return JSON.readTree(SimState.read(state.real(home + "\\AppData\\Roaming\\Docker\\settings-store.json")));
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    static void info(ObjectNode root, Consumer<ObjectNode> change) {
        info(root, (info, _) -> change.accept(info));
    }

    /// Every recorded `/info`, with the entry it stands in.
    static void info(ObjectNode root, BiConsumer<ObjectNode, JsonNode> change) {
        info(root.path("docker"), change);
        info(root.path(ASLEEP).path("docker"), change);
    }

    private static void info(JsonNode entries, BiConsumer<ObjectNode, JsonNode> change) {
        for (JsonNode entry : entries) {
            boolean isInfo = entry.path("get").asString("").endsWith("/info");
            if (isInfo && entry.path("body") instanceof ObjectNode body) change.accept(body, entry);
        }
    }

    private static boolean isRunning(JsonNode service) {
        return service.path("state").asString("").equals("running");
    }

    private static JsonNode service(ObjectNode root, String name) {
        for (var service : root.path("services").properties()) {
            if (service.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return service.getValue();
            }
        }
        return root.path("no such service");
    }
}
