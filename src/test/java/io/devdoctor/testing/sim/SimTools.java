package io.devdoctor.testing.sim;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ToolRuns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The programs of the simulated Windows that change something. Words are Chinese and in each program's own encoding;
/// exit codes are the ones that Windows is known to give.
///
/// @param lying words of command lines whose programs report success and do nothing
/// @param refused whether the person says no when Windows asks for administrator rights; null = nobody asks
record SimTools(
        SimWsl wsl, SimHost host, Set<String> lying, java.util.function.BooleanSupplier refused, boolean elevated)
        implements ToolRuns {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TIME_KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";
    private static final int SERVICE_NOT_ACTIVE = 0x80070426;

    @Override
    public Result run(List<String> line, Duration limit) {
        return run(line, Bytes.EMPTY, limit);
    }

    @Override
    public Result run(List<String> line, Bytes input, Duration limit) {
        if (elevated && refused.getAsBoolean()) return new Declined();
        boolean lies = line.stream().anyMatch(lying::contains);
        return switch (line.getFirst()) {
            case "wsl.exe" -> said(lies ? 0 : wsl.run(line.subList(1, line.size()), input), StandardCharsets.UTF_16LE);
            case "w32tm.exe" -> needsAdmin(lies ? 0 : time(line));
            case "sc.exe" -> needsAdmin(lies ? 0 : service(line));
            case "compact.exe" -> said(lies ? 0 : wsl.compact(line.get(1), line.get(2)), GBK);
            case "reg.exe" -> needsAdmin(lies ? 0 : registry(line));
            case "bcdedit.exe" -> needsAdmin(lies ? 0 : host.bootSetting(line.get(2), line.get(3)));
            case "dism.exe" -> needsAdmin(lies ? 0 : host.feature(line));
            case "netsh.exe" -> needsAdmin(lies ? 0 : netsh(line));
            case "net.exe" -> needsAdmin(lies ? 0 : net(line));
            case "docker.exe" -> said(lies ? 0 : host.desktop(line.subList(2, line.size())), StandardCharsets.UTF_8);
            case "git.exe" -> said(lies ? 0 : new SimGit(host.state()).run(line), StandardCharsets.UTF_8);
            default -> new NotHere(line.getFirst());
        };
    }

    private int registry(List<String> line) {
        String key = line.get(2);
        String name = line.get(4);
        if (line.get(1).equals("delete")) return host.removeValue(key, name);
        return line.get(6).equals("REG_DWORD")
                ? host.setNumber(key, name, Long.parseLong(line.get(8)))
                : host.setText(key, name, line.get(8));
    }

    private int net(List<String> line) {
        return line.get(1).equals("localgroup")
                ? SimSession.list(host.state(), line.get(2), line.getLast().equals("/add"))
                : new SimNetsh(host.state()).winnat(line.get(1));
    }

    private int time(List<String> line) {
        if (line.get(1).equals("/resync")) return host.resync() ? 0 : SERVICE_NOT_ACTIVE;
        // Without /update only the registry is written, which needs no running service.
        if (line.contains("/update") && !host.timeServiceRuns()) return SERVICE_NOT_ACTIVE;
        return host.setText(TIME_KEY, "Type", line.get(2).endsWith(":manual") ? "NTP" : "NoSync");
    }

    private int netsh(List<String> line) {
        return line.get(1).equals("winsock")
                ? host.resetWinsock()
                : new SimNetsh(host.state()).run(line.subList(1, line.size()));
    }

    private int service(List<String> line) {
        return line.get(1).equals("config") ? host.startType(line.get(2), line.get(4)) : host.start(line.get(2));
    }

    private Result needsAdmin(int exit) {
        return elevated ? new Exited(exit, Bytes.EMPTY, Bytes.EMPTY) : said(5, GBK);
    }

    private static Result said(int exit, Charset charset) {
        String words = exit == 0 ? "操作成功完成。\r\n" : "参数错误。\r\n";
        return new Exited(exit, Bytes.of(words.getBytes(charset)), Bytes.EMPTY);
    }
}
