package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The package of WSL: its registration, its service, and that wsl.exe answers.
record SimPackage(SimState state) {
    private static final String LXSS = "CurrentVersion\\Lxss";
    private static final String MSI = "HKLM\\SOFTWARE\\Microsoft\\Windows\\" + LXSS + "\\MSI";
    private static final String DISTROS =
            "HKCU\\SOFTWARE\\MICROSOFT\\WINDOWS\\" + LXSS.toUpperCase(Locale.ROOT) + "\\{";
    private static final String NONE =
            "适用于 Linux 的 Windows 子系统没有已安装的分发版。\r\n" + "错误代码: Wsl/WSL_E_DEFAULT_DISTRO_NOT_FOUND\r\n";

    /// The newest release and its service are there, and wsl.exe answers.
    void install() {
        state.change(root -> {
            ArrayNode absent = root.withArray("registryAbsent");
            for (int i = absent.size() - 1; i >= 0; i--) {
                if (absent.path(i).asString().equalsIgnoreCase(MSI)) absent.remove(i);
            }
            ObjectNode values = SimRegistry.values(root, MSI);
            values.putArray("Version").add("REG_SZ").add("3.0.1.0");
            values.putArray("InstallLocation").add("REG_SZ").add("C:\\Program Files\\WSL\\");
            ObjectNode services = (ObjectNode) root.path("services");
            services.putObject("WSLService").put("state", "running").put("start", "auto");
        });
        answerAgain();
    }

    /// A list that hung or failed is there again once WSL was ended: every distribution that is registered, stopped.
    void answerAgain() {
        state.change(root -> {
            List<ObjectNode> distros = root.path("registry").properties().stream()
                    .filter(key -> key.getKey().toUpperCase(Locale.ROOT).startsWith(DISTROS))
                    .map(key -> (ObjectNode) key.getValue())
                    .toList();
            for (JsonNode command : root.path("commands")) {
                boolean lists = command.path("run").path(1).asString("").equals("--list");
                if (!lists || (command.path("exit").asInt(-1) == 0 && !distros.isEmpty())) continue;
                ObjectNode answer = (ObjectNode) command;
                answer.remove(List.of("timedOut", "failed"));
                answer.put("exit", distros.isEmpty() ? -1 : 0)
                        .put("stdout", distros.isEmpty() ? NONE : list(distros))
                        .put("charset", "UTF-16LE")
                        .put("stderr", "");
            }
        });
    }

    private static String list(List<ObjectNode> distros) {
        StringBuilder rows = new StringBuilder("  NAME              STATE           VERSION\r\n");
        for (ObjectNode distro : distros) {
            rows.append("  %-17s Stopped         %d\r\n"
                    .formatted(
                            distro.path("DistributionName").path(1).asString(),
                            (distro.path("Flags").path(1).asLong(7) & 8) == 0 ? 1 : 2));
        }
        return rows.toString();
    }
}
