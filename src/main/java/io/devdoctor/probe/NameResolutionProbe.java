package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.NameResolution;
import io.devdoctor.machine.NameResolution.Asked;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Looks the names of registries up, in Windows and in each running distribution that answers. It waits for no engine,
/// so that a distribution is asked while it still runs.
public final class NameResolutionProbe implements Probe<NameResolution> {
    private static final int AT_ONCE = 4;
    /// What getent ends with where a name has no address.
    private static final int NOT_FOUND = 2;

    @Override
    public Part<NameResolution> part() {
        return Part.NAME_RESOLUTION;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL_ANSWER, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT);
    }

    @Override
    public Reading<NameResolution> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        List<String> distros = answering(known);
        List<Asked> asked = each(RegistryHosts.of(known), AT_ONCE, name -> ask(system, name, distros));
        return new Reading.Known<>(
                new NameResolution(asked), new Source(Source.Kind.DERIVED, "name-resolution", known.taken()));
    }

    /// A distribution that did not tell its kernel in time would not tell more.
    private static List<String> answering(Machine known) {
        Map<String, WslAnswer.Live> live =
                known.wslAnswer().known().map(WslAnswer::live).orElse(Map.of());
        return InDistro.running(known.wslAnswer())
                .map(WslAnswer.Row::name)
                .filter(name ->
                        live.containsKey(name) && live.get(name).kernel().isKnown())
                .toList();
    }

    private static Asked ask(Ports system, String name, List<String> distros) {
        var windows = CompletableFuture.supplyAsync(() -> system.network().resolve(name), Thread::startVirtualThread);
        Map<String, Reading<List<String>>> inside =
                each(distros, AT_ONCE, distro -> Map.entry(distro, inside(system, distro, name))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Asked(name, windows.join(), inside);
    }

    private static Reading<List<String>> inside(Ports system, String distro, String name) {
        return CommandText.answer(system, Queries.DISTRO_RESOLVES.fill(distro, name))
                .flatMap((output, source) -> addresses(system, output, source));
    }

    /// Rows `address STREAM name`, three for each address.
    private static Reading<List<String>> addresses(Ports system, CommandOutput output, Source source) {
        CommandText text = CommandText.of(output, Queries.DISTRO_RESOLVES, system.platform());
        List<String> addresses = text.out()
                .lines()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(word -> word.matches("[0-9a-fA-F:.]*[.:][0-9a-fA-F:.]*"))
                .distinct()
                .toList();
        if (text.exit() == 0 && !addresses.isEmpty()) return new Reading.Known<>(addresses, source);
        return text.exit() == NOT_FOUND
                ? new Reading.Absent<>(source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
    }
}
