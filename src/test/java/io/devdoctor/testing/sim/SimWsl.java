package io.devdoctor.testing.sim;

import io.devdoctor.machine.Bytes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// WSL of the simulated Windows: distributions in the registry, the list that wsl.exe prints, one virtual machine.
record SimWsl(SimState state) {
    private static final String LXSS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final int VM_MODE = 8;
    private static final Pattern MEMORY = Pattern.compile("(?im)^\\s*memory\\s*=\\s*(\\d+)\\s*(GB|MB)\\s*$");
    private static final Pattern RECLAIM = Pattern.compile("(?m)^autoMemoryReclaim=(\\w+)");
    private static final Pattern MEMORY_TOTAL = Pattern.compile("MemTotal: +(\\d+)");
    private static final Pattern PROCESSORS = Pattern.compile("(?im)^\\s*processors\\s*=\\s*(\\d+)\\s*$");

    private static final Pattern NETWORKING = Pattern.compile("(?im)^\\s*networkingMode\\s*=\\s*(\\w+)\\s*$");

    /// @return exit code; wsl.exe ends with -1 for whatever it refuses
    int run(List<String> arguments) {
        return run(arguments, Bytes.EMPTY);
    }

    /// @param input what the program inside a distribution reads
    int run(List<String> arguments, Bytes input) {
        return switch (arguments.getFirst()) {
            case "--set-default-version" -> number(LXSS, "DefaultVersion", Long.parseLong(arguments.get(1)));
            case "--set-default" -> setDefault(arguments.get(1));
            case "--set-version" -> convert(arguments.get(1), arguments.get(2).equals("2"));
            case "--terminate" -> rewrite(arguments.get(1), "Stopped", Optional.empty());
            case "--shutdown" -> shutdown();
            case "--update", "--install" -> install();
            case "--manage" -> manage(arguments.get(1), arguments.subList(2, arguments.size()));
            case "-d" -> inside(arguments.get(1), arguments.subList(2, arguments.size()), input);
            default -> -1;
        };
    }

    /// What `compact /U` and `compact /C` do with one file or folder.
    int compact(String verb, String path) {
        return new SimDisk(state, path).attribute("compressed", verb.equals("/C"));
    }

    /// Somebody opens a distribution: it runs, and a virtual machine that was down reads `.wslconfig`.
    void start(String distro) {
        boolean isUp = rows().lines().anyMatch(row -> row.matches(".*Running\\s+2\\s*"));
        boolean starts = !isRunning(distro);
        rewrite(distro, "Running", Optional.empty());
        if (starts) new SimKernel(state).start(distro);
        if (isUp) return;
        commands("boot_id", _ -> UUID.randomUUID() + "\n");
        clocks();
        String text = config();
        Matcher mode = NETWORKING.matcher(text);
        String networking = mode.find() ? mode.group(1).toLowerCase(Locale.ROOT) : "nat";
        commands("wslinfo", _ -> networking + "\n");
        Matcher memory = MEMORY.matcher(text);
        if (memory.find()) {
            long kib = Long.parseLong(memory.group(1)) << (memory.group(2).equalsIgnoreCase("GB") ? 20 : 10);
            // The kernel keeps some for itself.
            long total = kib * 97 / 100;
            commands("/proc/meminfo", old -> old.replaceFirst("MemTotal: +\\d+", "MemTotal: " + total));
            state.change(root -> SimHost.info(root, info -> info.put("MemTotal", total << 10)));
        }
        Matcher reclaim = RECLAIM.matcher(text);
        if (reclaim.find()) fill(reclaim.group(1).equalsIgnoreCase("disabled") ? 5 : 70);
        new SimKernel(state).boot(text);
        Matcher processors = PROCESSORS.matcher(text);
        if (processors.find()) commands("nproc", _ -> processors.group(1) + "\n");
    }

    /// Programs take what they need again; what they leave stays taken only where nothing is given back.
    private void fill(int percentLeft) {
        commands("/proc/meminfo", old -> {
            Matcher total = MEMORY_TOTAL.matcher(old);
            if (!total.find()) return old;
            long left = Long.parseLong(total.group(1)) * percentLeft / 100;
            return old.replaceFirst("MemAvailable: +\\d+", "MemAvailable: " + left);
        });
    }

    private String config() {
        Path file = state.real(state.load().path("os").path("home").asString() + "\\.wslconfig");
        return Files.exists(file) ? new String(SimState.read(file), StandardCharsets.UTF_8) : "";
    }

    private boolean isRunning(String distro) {
        return rows().lines().anyMatch(row -> row.matches(".?\\s*" + Pattern.quote(distro) + "\\s+Running.*"));
    }

    /// The newest release; what runs ends.
    private int install() {
        new SimPackage(state).install();
        return shutdown();
    }

    /// The next virtual machine takes the time of Windows.
    private int shutdown() {
        new SimPackage(state).answerAgain();
        state.change(root -> SimHost.info(
                root, (info, entry) -> info.put("SystemTime", midst(entry).toString())));
        return rewrite("", "Stopped", Optional.empty());
    }

    private int setDefault(String distro) {
        Optional<String> key = key(distro);
        key.ifPresent(path -> state.change(root -> SimRegistry.values(root, LXSS)
                .putArray("DefaultDistribution")
                .add("REG_SZ")
                .add(path.substring(path.lastIndexOf('\\') + 1))));
        return key.isPresent() ? 0 : -1;
    }

    private int convert(String distro, boolean toTwo) {
        Optional<String> key = key(distro);
        if (key.isEmpty()) return -1;
        JsonNode values = state.load().path("registry").path(key.get());
        long flags = values.path("Flags").path(1).asLong(7);
        if (((flags & VM_MODE) != 0) == toTwo) return -1;
        number(key.get(), "Flags", toTwo ? flags | VM_MODE : flags & ~VM_MODE);
        String folder = values.path("BasePath").path(1).asString();
        state.change(root -> {
            ObjectNode files = (ObjectNode) root.path("files");
            files.putObject(folder).putArray("entries").add("ext4.vhdx");
            files.putObject(folder + "\\ext4.vhdx").put("size", 2147483648L).put("allocated", 2147483648L);
        });
        return rewrite(distro, "Stopped", Optional.of(toTwo ? 2 : 1));
    }

    /// Works on the disk of a stopped distribution.
    private int manage(String distro, List<String> words) {
        Optional<String> key = key(distro);
        boolean stopped =
                rows().lines().anyMatch(row -> row.matches(".?\\s*" + Pattern.quote(distro) + "\\s+Stopped.*"));
        if (key.isEmpty() || !stopped) return -1;
        String folder = state.load()
                .path("registry")
                .path(key.get())
                .path("BasePath")
                .path(1)
                .asString();
        SimDisk disk = new SimDisk(state, folder + "\\ext4.vhdx");
        return switch (String.join(" ", words)) {
            case "--compact" -> disk.compact();
            case "--set-sparse false" -> disk.attribute("sparse", false);
            default -> -1;
        };
    }

    private int inside(String distro, List<String> words, Bytes input) {
        if (words.equals(List.of("-u", "root", "-e", "true"))) start(distro);
        if (!isRunning(distro)) return -1;
        if (words.getLast().equals("true")) return 0;
        if (words.subList(0, 3).equals(List.of("-u", "root", "-e"))) {
            Optional<Integer> kernel = new SimKernel(state).run(words.subList(3, words.size()));
            if (kernel.isPresent()) return kernel.get();
            Optional<Integer> file = new SimDistroFiles(state, distro).run(words.subList(3, words.size()), input);
            if (file.isPresent()) return file.get();
        }
        if (!words.equals(List.of("-u", "root", "-e", "hwclock", "--hctosys", "--utc"))) return -1;
        clocks();
        return 0;
    }

    /// The kernel takes the time of Windows.
    private void clocks() {
        state.change(root -> {
            for (JsonNode command : root.path("commands")) {
                if (command.path("run").toString().contains("+%s.%N")) {
                    ((ObjectNode) command).put("stdout", clock(command));
                }
            }
            SimHost.info(
                    root, (info, entry) -> info.put("SystemTime", midst(entry).toString()));
        });
    }

    /// What `date` prints in the middle of the time that the call took.
    private static String clock(JsonNode command) {
        Instant time = midst(command);
        return BigDecimal.valueOf(time.getEpochSecond())
                        .add(BigDecimal.valueOf(time.getNano(), 9))
                        .setScale(9)
                + "\n";
    }

    static Instant midst(JsonNode entry) {
        Duration took = Duration.ofMillis(entry.path("millis").asLong(0));
        return Instant.parse(entry.path("at").asString()).plus(took.dividedBy(2));
    }

    private Optional<String> key(String distro) {
        return state.load().path("registry").properties().stream()
                .filter(key -> key.getValue()
                        .path("DistributionName")
                        .path(1)
                        .asString("")
                        .equals(distro))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private int number(String key, String name, long value) {
        state.change(root ->
                SimRegistry.values(root, key).putArray(name).add("REG_DWORD").add(value));
        return 0;
    }

    private String rows() {
        for (JsonNode command : state.load().path("commands")) {
            if (command.path("run").toString().contains("--list"))
                return command.path("stdout").asString();
        }
        throw new AssertionError("the recording holds no list of distributions");
    }

    /// @param distro "" = every one
    private int rewrite(String distro, String to, Optional<Integer> version) {
        commands("--list", rows -> {
            StringBuilder changed = new StringBuilder();
            for (String row : rows.split("(?<=\n)")) {
                Matcher cells = Pattern.compile("([* ] )(\\S+)( +)(Running|Stopped)( +)(\\d)(\\s*)")
                        .matcher(row);
                boolean ours =
                        cells.matches() && (distro.isEmpty() || cells.group(2).equals(distro));
                changed.append(
                        ours
                                ? cells.group(1)
                                        + cells.group(2)
                                        + cells.group(3)
                                        + to
                                        + cells.group(5)
                                        + version.map(String::valueOf).orElse(cells.group(6))
                                        + cells.group(7)
                                : row);
            }
            return changed.toString();
        });
        return 0;
    }

    private void commands(String word, UnaryOperator<String> stdout) {
        state.change(root -> {
            for (JsonNode command : root.path("commands")) {
                if (!command.path("run").toString().toLowerCase(Locale.ROOT).contains(word)) continue;
                ObjectNode entry = (ObjectNode) command;
                entry.put("stdout", stdout.apply(entry.path("stdout").asString("")));
            }
        });
    }
}
