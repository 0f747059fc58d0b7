package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The kernel of the simulated WSL as its files below /proc show it.
record SimKernel(SimState state) {
    private static final Pattern COMMAND_LINE = Pattern.compile("(?im)^\\s*kernelCommandLine\\s*=\\s*(.*?)\\s*$");
    private static final Pattern SYSTEMD = Pattern.compile("(?m)^\\s*systemd\\s*=\\s*true\\s*$");
    private static final Pattern SETTING = Pattern.compile("sysctl\\.([a-z0-9_.]+)=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("([a-z0-9_.]+)=(\\d+)");
    private static final String REGISTER = "echo :WSLInterop:M::MZ::/init:PF > /proc/sys/fs/binfmt_misc/register";
    private static final String INTEROP = "/proc/sys/fs/binfmt_misc/WSLInterop";

    /// Runs a program that root may run; empty if this kernel does not know it.
    Optional<Integer> run(List<String> words) {
        if (words.equals(List.of("sh", "-c", REGISTER))) {
            write(INTEROP, "enabled\ninterpreter /init\nflags: PF\noffset 0\nmagic 4d5a\n");
            return Optional.of(0);
        }
        if (words.size() != 3 || !words.getFirst().equals("sysctl")) return Optional.empty();
        Matcher limit = LIMIT.matcher(words.getLast());
        if (!limit.matches()) return Optional.of(1);
        write("/proc/sys/" + limit.group(1).replace('.', '/'), limit.group(2) + "\n");
        return Optional.of(0);
    }

    /// A distribution starts with the first process that its `/etc/wsl.conf` asks for.
    void start(String distro) {
        for (JsonNode command : state.load().path("commands")) {
            boolean reads = command.path("run").path(2).asString("").equals(distro)
                    && command.path("run").path(4).asString("").equals("head");
            String files = command.path("stdout").asString("");
            if (!reads || !files.contains("==> /proc/1/comm <==")) continue;
            boolean systemd = SYSTEMD.matcher(content(files, "/etc/wsl.conf")).find();
            write("/proc/1/comm", systemd ? "systemd\n" : "init\n");
        }
    }

    private static String content(String all, String path) {
        String header = "==> " + path + " <==\n";
        int start = all.indexOf(header);
        if (start < 0) return "";
        int end = all.indexOf("\n==> /", start);
        return all.substring(start + header.length(), Math.max(start + header.length(), end < 0 ? all.length() : end));
    }

    /// What the kernel's command line sets at its start; without it, what this kernel sets itself.
    void boot(String wslconfig) {
        if (!holds("/proc/sys/vm/max_map_count")) return;
        Matcher line = COMMAND_LINE.matcher(wslconfig);
        write("/proc/sys/vm/max_map_count", "65530\n");
        if (!line.find()) return;
        Matcher setting = SETTING.matcher(line.group(1));
        while (setting.find()) write("/proc/sys/" + setting.group(1).replace('.', '/'), setting.group(2) + "\n");
    }

    private boolean holds(String path) {
        return state.load().path("commands").toString().contains("==> " + path + " <==");
    }

    /// Replaces a file in the answers of `head` and `stat`, or adds it behind all others.
    private void write(String path, String content) {
        state.change(root -> {
            for (JsonNode command : root.path("commands")) {
                String program = command.path("run").path(4).asString("");
                String old = command.path("stdout").asString("");
                if (program.equals("head")) ((ObjectNode) command).put("stdout", replaced(old, path, content));
                boolean listed = old.contains(":" + path + "\n");
                if (program.equals("stat") && !listed) {
                    ((ObjectNode) command).put("stdout", old + "81a4:0:" + path + "\n");
                }
            }
        });
    }

    private static String replaced(String all, String path, String content) {
        String header = "==> " + path + " <==\n";
        int start = all.indexOf(header);
        if (start < 0) return all + "\n" + header + content;
        int body = start + header.length();
        int end = all.indexOf("\n==> /", body);
        return all.substring(0, body) + content + (end < 0 ? "" : all.substring(end));
    }
}
