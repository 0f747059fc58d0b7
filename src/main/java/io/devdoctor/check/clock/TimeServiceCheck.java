package io.devdoctor.check.clock;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.TimeSettings;
import io.devdoctor.machine.TimeSettings.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether Windows would correct its clock by itself. Outside a domain the service stands still most of the time, and
/// that is as it should be; in a domain nothing is ever changed.
final class TimeServiceCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo("clock.time-service", Area.CLOCK, Set.of(Part.TIME), List.of());
    private static final Set<String> DOMAIN = Set.of("nt5ds", "allsync");
    private static final String NEVER = "nosync";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.time(), MACHINE, (time, _) -> List.of(judge(time)));
    }

    private Finding judge(TimeSettings time) {
        return disabled(time)
                .or(() -> switchedOff(time))
                .or(() -> withoutServers(time))
                .or(() -> unsynchronized(time))
                .or(() -> unread(time))
                .orElseGet(() -> ok(MACHINE, isInDomain(time) ? "domain" : runs(time) ? "synchronized" : "ok"));
    }

    private Optional<Finding> disabled(TimeSettings time) {
        return switch (time.service()) {
            case Reading.Absent<ServiceState>(Source source) ->
                Optional.of(info(MACHINE, "missing", List.of(Evidence.of("evidence.clock.service", "-", source))));
            case Reading.Known<ServiceState>(ServiceState state, Source source)
            when state.start() == ServiceState.Start.DISABLED -> {
                Finding found = info(
                        MACHINE, "disabled", List.of(Evidence.of("evidence.clock.service", state.start(), source)));
                yield Optional.of(isLocked(time) ? found : found.fixedBy(TimeFixes.enable()));
            }
            case Reading.Known<ServiceState> _,
                    Reading.Unknown<ServiceState> _,
                    Reading.NotApplicable<ServiceState> _ -> Optional.empty();
        };
    }

    private Optional<Finding> switchedOff(TimeSettings time) {
        if (time.policyEnabled() instanceof Reading.Known<Boolean>(Boolean enabled, Source source) && !enabled) {
            return Optional.of(
                    info(MACHINE, "policy", List.of(Evidence.of("evidence.clock.policy-enabled", enabled, source))));
        }
        if (!(time.typeInForce() instanceof Reading.Known<String>(String type, Source source))
                || !type.strip().toLowerCase(Locale.ROOT).equals(NEVER)) {
            return Optional.empty();
        }
        List<Evidence> evidence = List.of(Evidence.of("evidence.clock.type", type, source));
        return Optional.of(
                time.isManaged()
                        ? info(MACHINE, "policy", evidence)
                        : info(MACHINE, "no-sync", evidence)
                                .fixedBy(TimeFixes.synchronizeAutomatically(runs(time)), TimeFixes.settings()));
    }

    private Optional<Finding> withoutServers(TimeSettings time) {
        if (isInDomain(time) || time.isManaged()) return Optional.empty();
        return switch (time.servers()) {
            case Reading.Known<String>(String servers, Source source)
            when servers.isBlank() -> Optional.of(noServers(servers, source));
            case Reading.Absent<String>(Source source) -> Optional.of(noServers("-", source));
            case Reading.Known<String> _, Reading.Unknown<String> _, Reading.NotApplicable<String> _ ->
                Optional.empty();
        };
    }

    private Finding noServers(String value, Source source) {
        return info(MACHINE, "no-server", List.of(Evidence.of("evidence.clock.servers", value, source)))
                .fixedBy(TimeFixes.settings());
    }

    private Optional<Finding> unsynchronized(TimeSettings time) {
        if (!(time.status() instanceof Reading.Known<Status>(Status status, Source source))
                || status.isSynchronized()) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        String raw = "leap %d, stratum %d, reference 0x%08X, %s"
                .formatted(status.leap(), status.stratum(), status.reference(), status.origin());
        evidence.add(Evidence.of("evidence.clock.status", raw, source));
        if (time.servers() instanceof Reading.Known<String>(String servers, Source from)) {
            evidence.add(Evidence.of("evidence.clock.servers", servers, from));
        }
        Finding found = info(MACHINE, "unsynchronized", evidence);
        return Optional.of(isLocked(time) ? found : found.fixedBy(resynchronize(), TimeFixes.settings()));
    }

    private static Fix resynchronize() {
        return TimeFixes.resynchronize("clock.time-service/synchronize");
    }

    private Optional<Finding> unread(TimeSettings time) {
        return Stream.of(time.service(), startType(time), time.typeInForce(), time.status(), time.policyEnabled())
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unknown
                        ? Stream.of(unknown(MACHINE, unknown))
                        : Stream.of())
                .findFirst();
    }

    private static Reading<ServiceState> startType(TimeSettings time) {
        return time.service()
                .flatMap((state, source) -> state.start() == ServiceState.Start.UNREAD
                        ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "start type of W32Time", source)
                        : new Reading.Known<>(state, source));
    }

    private static boolean runs(TimeSettings time) {
        return time.service()
                .known()
                .filter(state -> state.run() == ServiceState.Run.RUNNING)
                .isPresent();
    }

    /// What a domain or a policy decides is left alone, and so is what could not be read.
    private static boolean isLocked(TimeSettings time) {
        return isInDomain(time) || time.isManaged() || !time.type().isKnown();
    }

    private static boolean isInDomain(TimeSettings time) {
        return time.typeInForce()
                .known()
                .filter(type -> DOMAIN.contains(type.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
