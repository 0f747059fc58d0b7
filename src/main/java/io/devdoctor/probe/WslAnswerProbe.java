package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks wsl.exe for the distributions, and each running WSL 2 distribution for its memory, processors, kernel and
/// clock.
/// All of it at once, since a distribution that goes idle meanwhile would be started by a later question. Neither
/// starts anything: without an installed WSL the program is not even called.
public final class WslAnswerProbe implements Probe<WslAnswer> {
    private static final int AT_ONCE = 4;
    private static final Pattern MEMORY_TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d+)\\s+kB$");
    private static final Pattern MEMORY_AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+)\\s+kB$");
    private static final Pattern KERNEL = Pattern.compile("\\d+\\.\\d+\\S*");

    @Override
    public Part<WslAnswer> part() {
        return Part.WSL_ANSWER;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL);
    }

    @Override
    public Reading<WslAnswer> read(Ports system, Machine known) {
        return known.wsl()
                .flatMap((wsl, _) -> wsl.installed()
                        .flatMap((installed, source) -> installed
                                ? ask(system, wsl, source)
                                : new Reading.NotApplicable<>("WSL is not installed")));
    }

    private static Reading<WslAnswer> ask(Ports system, Wsl wsl, Source source) {
        boolean noneRegistered = wsl.distros().known().filter(List::isEmpty).isPresent();
        Reading<List<WslAnswer.Row>> list = CommandText.answer(system, Queries.WSL_LIST.fill())
                .flatMap((output, from) -> WslListing.parse(
                        CommandText.of(output, Queries.WSL_LIST, system.platform()), from, noneRegistered));
        WslAnswer listed = new WslAnswer(list, Map.of());
        List<String> running = InDistro.running(new Reading.Known<>(listed, source))
                .map(WslAnswer.Row::name)
                .distinct()
                .toList();
        Map<String, WslAnswer.Live> live = each(running, AT_ONCE, name -> Map.entry(name, live(system, name))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Reading.Known<>(new WslAnswer(list, live), list.sourceOr(source));
    }

    private static WslAnswer.Live live(Ports system, String distro) {
        Reading<String> kernel = InDistro.ask(system, Queries.DISTRO_KERNEL, distro, WslAnswerProbe::kernel);
        // A distribution that hangs would cost the budget of every further question.
        if (kernel instanceof Reading.Unknown<String>(Reading.Cause cause, String _, Source _)
                && cause == Reading.Cause.TIMED_OUT) {
            return silent(kernel);
        }
        var clock = together(() -> new GuestClock(system).ofDistro(distro));
        var zone = together(() -> InDistro.ask(system, Queries.DISTRO_ZONE, distro, ZoneOffset::of));
        var memory = together(() -> InDistro.ask(system, Queries.DISTRO_MEMORY, distro, Function.identity()));
        var processors = together(() -> InDistro.ask(system, Queries.DISTRO_PROCESSORS, distro, Integer::valueOf));
        var space = together(() -> InDistro.ask(system, Queries.DISTRO_SPACE, distro, RootRoom::bytes));
        var inodes = together(() -> InDistro.ask(system, Queries.DISTRO_INODES, distro, RootRoom::count));
        var mode = together(() -> DistroSettings.networkingMode(system, distro));
        var homeConfig = together(() -> DistroSettings.homeConfig(system, distro));
        var places = together(() -> DistroFiles.entries(system, distro));
        Reading<Map<String, Bytes>> printed = DistroFiles.printed(system, distro);
        Reading<Map<String, WslAnswer.Entry>> entries = places.join();
        Map<String, Reading<Bytes>> files = DistroFiles.read(printed, entries);
        return new WslAnswer.Live(
                memory.join().map(text -> kilobytes(MEMORY_TOTAL, text)),
                processors.join(),
                kernel,
                clock.join(),
                zone.join(),
                files,
                entries,
                space.join(),
                inodes.join(),
                memory.join().map(text -> kilobytes(MEMORY_AVAILABLE, text)),
                mode.join(),
                homeConfig.join());
    }

    private static WslAnswer.Live silent(Reading<String> kernel) {
        Map<String, Reading<Bytes>> files =
                Queries.DISTRO_PATHS.stream().collect(Collectors.toMap(path -> path, _ -> kernel.withoutValue()));
        return new WslAnswer.Live(
                kernel.withoutValue(),
                kernel.withoutValue(),
                kernel,
                kernel.withoutValue(),
                kernel.withoutValue(),
                files,
                kernel.withoutValue(),
                kernel.withoutValue(),
                kernel.withoutValue(),
                kernel.withoutValue(),
                kernel.withoutValue(),
                kernel.withoutValue());
    }

    private static long kilobytes(Pattern row, String meminfo) {
        Matcher line = row.matcher(meminfo);
        if (!line.find()) throw new IllegalArgumentException("a row of /proc/meminfo is missing");
        return Math.multiplyExact(Long.parseLong(line.group(1)), 1024L);
    }

    private static String kernel(String release) {
        if (!KERNEL.matcher(release).matches()) throw new IllegalArgumentException("not a kernel release: " + release);
        return release;
    }
}
