package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a service that WSL needs was disabled, as "optimizers" and security software do.
final class ServiceCheck implements WslCheck {
    private static final CheckInfo INFO =
            new CheckInfo("wsl.service", Area.WSL, Set.of(Part.WSL, Part.HOST), List.of());
    /// Internet Connection Sharing carries NAT networking only; the others carry WSL itself.
    private static final String SHARING = "SharedAccess";
    /// The service of the component of Windows, which the package of WSL stands beside.
    private static final String COMPONENT = "LxssManager";

    /// The start types that Windows and the WSL package install.
    private static final Map<String, String> START_TYPES = startTypes();

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.host(),
                MACHINE,
                (host, _) -> List.of(judge(
                        services(wsl, host, machine.taken()), wsl.wslService().isKnown())));
    }

    /// @param packaged the package runs WSL by a service of its own
    private Finding judge(Map<String, Reading<ServiceState>> services, boolean packaged) {
        List<String> disabled = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        services.forEach((name, reading) -> {
            if (reading instanceof Reading.Known<ServiceState>(ServiceState state, var source)
                    && state.start() == ServiceState.Start.DISABLED) {
                disabled.add(name);
                evidence.add(Evidence.of(
                        "evidence.wsl.start-type",
                        name + ": DISABLED",
                        Text.of("evidence.value.of", name, Evidence.word(ServiceState.Start.DISABLED)),
                        source));
            }
        });
        if (disabled.equals(List.of(SHARING))) {
            return warning(MACHINE, "sharing-disabled", evidence).fixedBy(enable(disabled));
        }
        // What still needs the old service then is not proven.
        if (packaged && disabled.equals(List.of(COMPONENT))) {
            return likely(MACHINE, "component-disabled", evidence).fixedBy(enable(disabled));
        }
        if (!disabled.isEmpty()) {
            return problem(MACHINE, "disabled", evidence, Text.several(disabled))
                    .fixedBy(enable(disabled));
        }
        return services.values().stream()
                .filter(Reading.Unknown.class::isInstance)
                .findFirst()
                .map(unread -> unknown(MACHINE, (Reading.Unknown<?>) unread))
                .orElseGet(() -> ok(MACHINE, "ok"));
    }

    private static Map<String, Reading<ServiceState>> services(Wsl wsl, Host host, Instant taken) {
        Map<String, Reading<ServiceState>> services = new LinkedHashMap<>();
        services.put("WSLService", wsl.wslService());
        services.put(COMPONENT, wsl.lxssManager());
        for (String name : List.of("vmcompute", "HNS", SHARING)) {
            Source place = new Source(Source.Kind.SERVICE, name, taken);
            services.put(
                    name,
                    host.services()
                            .getOrDefault(
                                    name, new Reading.Unknown<>(Reading.Cause.NOT_RECORDED, "never asked", place)));
        }
        services.replaceAll((_, state) -> withStartType(state));
        return services;
    }

    /// A service of which only the state was read may be disabled all the same.
    private static Reading<ServiceState> withStartType(Reading<ServiceState> reading) {
        return reading.flatMap((state, source) -> state.start() == ServiceState.Start.UNREAD
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "start type of " + state.name(), source)
                : new Reading.Known<>(state, source));
    }

    private static Fix enable(List<String> names) {
        Step[] steps = names.stream()
                .map(name -> new Step.RunTool(
                        Tool.SERVICE_START_TYPE,
                        List.of(name, START_TYPES.getOrDefault(name, "demand")),
                        new Step.RunTool(Tool.SERVICE_START_TYPE, List.of(name, "disabled"), null)))
                .toArray(Step[]::new);
        return Fix.of(
                        "wsl.service/enable",
                        Text.of("fix.wsl.service/enable.title", Text.several(names)),
                        Set.of(Effect.ADMIN),
                        steps)
                .warning(Text.of("warning.wsl.security-software"));
    }

    private static Map<String, String> startTypes() {
        return Map.of(
                "WSLService", "auto", COMPONENT, "demand", "vmcompute", "demand", "HNS", "demand", SHARING, "demand");
    }
}
