package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.format.HostsFile;
import io.devdoctor.format.Subnet;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.PortProxy;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules of `netsh interface portproxy` and lines of the file `hosts` that lead to an address which WSL had once. WSL
/// may get another one at each start of Windows, and nobody takes such rules along.
final class PortProxyCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("network.port-proxy", Area.NETWORK, Set.of(Part.NETWORK), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.network(), MACHINE, (network, _) -> judge(network));
    }

    private List<Finding> judge(Network network) {
        List<Finding> found = new ArrayList<>();
        int rules = 0;
        switch (network.proxies()) {
            case Reading.Known<List<PortProxy>>(List<PortProxy> all, var _) -> {
                rules = all.size();
                all.forEach(rule ->
                        stale(network, rule.connectAddress()).ifPresent(now -> found.add(rule(network, rule, now))));
            }
            case Reading.Unknown<List<PortProxy>> unread -> found.add(unknown(MACHINE, unread));
            case Reading.Absent<List<PortProxy>> _, Reading.NotApplicable<List<PortProxy>> _ -> {}
        }
        switch (network.hosts()) {
            case Reading.Known<FileContent>(FileContent file, var source) ->
                HostsFile.parse(new String(file.bytes().toArray(), StandardCharsets.UTF_8))
                        .forEach(line -> stale(network, line.address())
                                .ifPresent(now -> found.add(line(file.path(), line, now, source))));
            case Reading.Unknown<FileContent> unread -> found.add(unknown(MACHINE, unread));
            case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> {}
        }
        return found.isEmpty() ? List.of(ok(MACHINE, "ok", rules)) : List.copyOf(found);
    }

    /// The address of WSL now, if `address` lies in the network of WSL and nobody has it. In other networks only their
    /// own people know who has which address.
    private static Optional<String> stale(Network network, String address) {
        Optional<Subnet> asked = Subnet.parse(address);
        Optional<Subnet> wsl = network.nat().network().known().flatMap(Subnet::parse);
        Optional<String> now = network.nat().guest().known();
        Optional<String> windows = network.nat().gateway().known();
        if (asked.isEmpty() || wsl.isEmpty() || now.isEmpty() || windows.isEmpty()) return Optional.empty();
        boolean dead = wsl.get().contains(asked.get()) && !address.equals(now.get()) && !address.equals(windows.get());
        return dead ? now : Optional.empty();
    }

    private Finding rule(Network network, PortProxy rule, String now) {
        String connect = rule.connectAddress() + ":" + rule.connectPort();
        Finding found = warning(
                Subject.of(Subject.Kind.PORT, String.valueOf(rule.listenPort())),
                "rule",
                List.of(
                        Evidence.of("evidence.network.port-proxy", connect, rule.source()),
                        Evidence.of(
                                "evidence.network.wsl-address",
                                now,
                                network.nat().guest().sourceOr(rule.source()))),
                rule.listenAddress() + ":" + rule.listenPort(),
                connect,
                now);
        return canBeWritten(rule) ? found.fixedBy(delete(rule)) : found;
    }

    /// What netsh itself would not take back is left to a person.
    private static boolean canBeWritten(PortProxy rule) {
        return Tool.Grammar.LISTEN_ADDRESS.admits("listenaddress=" + rule.listenAddress())
                && Tool.Grammar.CONNECT_ADDRESS.admits("connectaddress=" + rule.connectAddress())
                && Tool.Grammar.LISTEN_PORT.admits("listenport=" + rule.listenPort())
                && Tool.Grammar.CONNECT_PORT.admits("connectport=" + rule.connectPort());
    }

    private static Fix delete(PortProxy rule) {
        List<String> listen = List.of("listenport=" + rule.listenPort(), "listenaddress=" + rule.listenAddress());
        List<String> whole = List.of(
                listen.getFirst(),
                listen.getLast(),
                "connectport=" + rule.connectPort(),
                "connectaddress=" + rule.connectAddress());
        return Fix.of(
                "network.port-proxy/delete",
                Text.of("fix.network.port-proxy/delete.title", rule.listenAddress() + ":" + rule.listenPort()),
                Set.of(Effect.ADMIN),
                new Step.RunTool(Tool.NETSH_PROXY_DELETE, listen, new Step.RunTool(Tool.NETSH_PROXY_ADD, whole, null)));
    }

    private Finding line(String file, HostsFile.Entry line, String now, io.devdoctor.machine.Source source) {
        String names = String.join(" ", line.names());
        return warning(
                        Subject.line("hosts", line.line(), ""),
                        "hosts",
                        List.of(Evidence.of(
                                "evidence.network.hosts-line",
                                line.address() + " " + names,
                                source.at(":" + line.line()))),
                        String.valueOf(line.line()),
                        names,
                        line.address(),
                        now)
                .at(file, line.line())
                .fixedBy(Fix.safe(
                        "network.port-proxy/hosts",
                        Text.of("fix.network.port-proxy/hosts.title"),
                        new Step.Manual(
                                Text.of("fix.network.port-proxy/hosts.words", String.valueOf(line.line()), file),
                                null)));
    }
}
