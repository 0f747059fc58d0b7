package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the ports that Windows withholds or hands out, who listens where, and where packets go.
public final class NetworkProbe implements Probe<Network> {
    private static final String LXSS = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss";

    @Override
    public Part<Network> part() {
        return Part.NETWORK;
    }

    @Override
    public Reading<Network> read(Ports system, Machine known) {
        var excluded = together(() -> each(stack -> excluded(system, stack)));
        var dynamic = together(() -> each(stack -> dynamic(system, stack)));
        var routes = together(() -> system.hardware().routes());
        var addresses = together(() -> system.hardware().addresses());
        var listeners = together(() -> system.hardware().listeners());
        var nat = together(() -> nat(system));
        var hosts = together(() -> hosts(system));
        var rules = together(() -> system.platform().isWindows()
                ? PortProxies.read(system.registry())
                : new Reading.NotApplicable<List<Network.PortProxy>>(NotWindows.WHY));
        Network network = new Network(
                excluded.join(),
                dynamic.join(),
                listeners.join(),
                routes.join(),
                addresses.join(),
                rules.join(),
                nat.join(),
                hosts.join());
        return new Reading.Known<>(network, new Source(Source.Kind.DERIVED, "network", known.taken()));
    }

    /// All four at once: each is a program of its own.
    private static <T> Map<Stack, Reading<T>> each(Function<Stack, Reading<T>> question) {
        Map<Stack, CompletableFuture<Reading<T>>> asked = Arrays.stream(Stack.values())
                .collect(Collectors.toMap(Function.identity(), stack -> together(() -> question.apply(stack))));
        return asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().join()));
    }

    private static Reading<List<Network.PortRange>> excluded(Ports system, Stack stack) {
        return netsh(
                system,
                Queries.EXCLUDED_PORTS,
                Queries.EXCLUDED_PORTS.fill(stack.ip(), "protocol=" + stack.transport()),
                ExcludedPorts::parse);
    }

    private static Reading<Network.DynamicRange> dynamic(Ports system, Stack stack) {
        return netsh(
                system,
                Queries.DYNAMIC_PORTS,
                Queries.DYNAMIC_PORTS.fill(stack.ip(), stack.transport()),
                DynamicPorts::parse);
    }

    private interface Parse<T> {
        Reading<T> read(String text, Source source);
    }

    private static <T> Reading<T> netsh(Ports system, Query query, Query.Filled question, Parse<T> parse) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        return CommandText.answer(system, question).flatMap((CommandOutput output, Source source) -> {
            CommandText text = CommandText.of(output, query, system.platform());
            return text.exit() == 0
                    ? parse.read(text.out(), source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    private static Network.Nat nat(Ports system) {
        if (!system.platform().isWindows()) {
            return new Network.Nat(
                    new Reading.NotApplicable<>(NotWindows.WHY),
                    new Reading.NotApplicable<>(NotWindows.WHY),
                    new Reading.NotApplicable<>(NotWindows.WHY));
        }
        var asked = together(() -> system.registry().key("HKLM\\" + LXSS));
        Reading<RegistryKey> user = system.registry().key(WslProbe.USER_KEY);
        Reading<RegistryKey> machine = asked.join();
        return new Network.Nat(
                KeyFacts.text(machine, "NatNetwork"),
                KeyFacts.text(machine, "NatGatewayIpAddress"),
                KeyFacts.text(user, "NatIpAddress"));
    }

    private static Reading<FileContent> hosts(Ports system) {
        return system.platform().isWindows()
                ? system.files().read(Folders.of(system).windows() + "\\System32\\drivers\\etc\\hosts")
                : system.files().read("/etc/hosts");
    }
}
