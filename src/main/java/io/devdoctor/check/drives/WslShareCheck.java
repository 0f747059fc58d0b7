package io.devdoctor.check.drives;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether Windows programs find the files of distributions at `\\wsl.localhost`: the provider P9NP must be in the
/// order of network providers, and the redirector behind it must be startable.
final class WslShareCheck implements WindowsCheck {
    private static final String PROVIDER = "P9NP";
    private static final String REDIRECTOR = "P9Rdr";
    private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\";
    private static final CheckInfo INFO = new CheckInfo(
            "drives.wsl-share",
            Area.DRIVES,
            Set.of(Part.DRIVES, Part.WSL),
            List.of(CheckInfo.any("wsl.installed").whenBroken()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.wsl().flatMap((wsl, _) -> wsl.installed()),
                MACHINE,
                (installed, _) -> installed
                        ? judgeIfPresent(machine.drives(), MACHINE, (drives, _) -> List.of(judge(drives)))
                        : List.of(notApplicable(MACHINE)));
    }

    private Finding judge(Drives drives) {
        return missing(drives.providerOrder(), "Order", true)
                .or(() -> redirector(drives.redirector()))
                .or(() -> missing(drives.hwProviderOrder(), "HwOrder", false))
                .or(() -> unregistered(drives.triggerPrefixes()))
                .or(() -> unread(drives))
                .orElseGet(() -> ok(MACHINE, "ok"));
    }

    private Optional<Finding> missing(Reading<String> order, String name, boolean decisive) {
        return switch (order) {
            case Reading.Known<String>(String providers, Source source) ->
                contains(providers)
                        ? Optional.empty()
                        : Optional.of(gone(providers, source, decisive).fixedBy(prepend(name, providers)));
            case Reading.Absent<String>(Source source) -> Optional.of(gone("-", source, decisive));
            case Reading.Unknown<String> _, Reading.NotApplicable<String> _ -> Optional.empty();
        };
    }

    private Finding gone(String value, Source source, boolean decisive) {
        List<Evidence> evidence = List.of(Evidence.of("evidence.drives.provider-order", value, source));
        return decisive ? problem(MACHINE, "provider-missing", evidence) : warning(MACHINE, "hardware-order", evidence);
    }

    private Optional<Finding> redirector(Reading<ServiceState> state) {
        return switch (state) {
            case Reading.Absent<ServiceState>(Source source) ->
                Optional.of(problem(
                        MACHINE, "redirector", List.of(Evidence.of("evidence.drives.redirector", "-", source))));
            case Reading.Known<ServiceState>(ServiceState read, Source source)
            when read.start() == ServiceState.Start.DISABLED ->
                Optional.of(problem(
                                MACHINE,
                                "redirector",
                                List.of(Evidence.of("evidence.drives.redirector", read.start(), source)))
                        .fixedBy(enableRedirector()));
            case Reading.Known<ServiceState> _,
                    Reading.Unknown<ServiceState> _,
                    Reading.NotApplicable<ServiceState> _ -> Optional.empty();
        };
    }

    /// WSL writes the prefixes anew whenever its service starts, so what they say is not judged.
    private Optional<Finding> unregistered(Reading<List<String>> prefixes) {
        return prefixes instanceof Reading.Absent<List<String>>(Source source)
                ? Optional.of(likely(
                        MACHINE, "unregistered", List.of(Evidence.of("evidence.drives.trigger-prefixes", "-", source))))
                : Optional.empty();
    }

    private Optional<Finding> unread(Drives drives) {
        return Stream.of(
                        drives.providerOrder(),
                        startType(drives.redirector()),
                        drives.hwProviderOrder(),
                        drives.triggerPrefixes())
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unknown
                        ? Stream.of(unknown(MACHINE, unknown))
                        : Stream.of())
                .findFirst();
    }

    private static Reading<ServiceState> startType(Reading<ServiceState> reading) {
        return reading.flatMap((state, source) -> state.start() == ServiceState.Start.UNREAD
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "start type of " + state.name(), source)
                : new Reading.Known<>(state, source));
    }

    /// Windows starts the driver on demand.
    private static Fix enableRedirector() {
        return Fix.of(
                "drives.wsl-share/redirector",
                Text.of("fix.drives.wsl-share/redirector.title"),
                Set.of(Effect.ADMIN),
                new Step.RunTool(
                        Tool.SERVICE_START_TYPE,
                        List.of(REDIRECTOR, "demand"),
                        new Step.RunTool(Tool.SERVICE_START_TYPE, List.of(REDIRECTOR, "disabled"), null)));
    }

    private static boolean contains(String providers) {
        return Stream.of(providers.split(",")).anyMatch(name -> name.strip().equalsIgnoreCase(PROVIDER));
    }

    private static Fix[] prepend(String name, String providers) {
        String wanted = providers.isBlank() ? PROVIDER : PROVIDER + "," + providers;
        if (!Tool.Grammar.PROVIDER_ORDER.admits(wanted) || !Tool.Grammar.PROVIDER_ORDER.admits(providers)) {
            return new Fix[0];
        }
        return new Fix[] {
            Fix.of(
                            "drives.wsl-share/provider",
                            Text.of("fix.drives.wsl-share/provider.title"),
                            Set.of(Effect.ADMIN),
                            new Step.RunTool(
                                    Tool.NETWORK_PROVIDERS,
                                    List.of(KEY + name, wanted),
                                    new Step.RunTool(Tool.NETWORK_PROVIDERS, List.of(KEY + name, providers), null)))
                    .takingEffect(TakesEffect.SIGN_OUT)
                    .warning(Text.of("warning.drives.provider-rewritten"))
        };
    }
}
