package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameWorld;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.format.JsonText;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the distributions in use have the docker command of Docker Desktop. Since 4.75 even the default distribution
/// gets it only on demand.
final class WslIntegrationCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.wsl-integration",
            Area.DOCKER,
            Set.of(
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_CLIENT,
                    Part.DOCKER_ENGINE,
                    Part.POLICIES,
                    Part.WSL,
                    Part.WSL_ANSWER,
                    Part.WORLDS),
            List.of(
                    any("docker.settings-file").ofUnread(),
                    any("wsl.responds").ofUnread(),
                    any("wsl.installed").ofUnread(),
                    sameWorld("wsl.distro-version").whenBroken()));
    private static final String LIST = "IntegratedWslDistros";
    private static final String DEFAULT = "EnableIntegrationWithDefaultWslDistro";
    private static final Version OFF_BY_DEFAULT = Version.of("4.75");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Optional<DockerEngine.Info> live = BackendCheck.live(machine);
        boolean elsewhere = live.filter(info -> !info.isInWsl()).isPresent();
        if (!Presence.isDesktopHere(machine) || elsewhere) return List.of(notApplicable(MACHINE));
        return judge(
                DesktopSettings.of(machine),
                MACHINE,
                (settings, source) -> judge(machine, Optional.of(settings), source),
                source -> judge(machine, Optional.empty(), source));
    }

    private List<Finding> judge(Machine machine, Optional<DesktopSettings> settings, Source source) {
        boolean hyperV =
                settings.filter(each -> !each.isOn("WslEngineEnabled", true)).isPresent();
        if (hyperV) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(machine.wsl().flatMap((wsl, _) -> wsl.distros()), MACHINE, (distros, _) -> {
            List<Finding> all = new ArrayList<>();
            distros.stream()
                    .filter(distro -> !distro.isDockerDesktop())
                    .map(distro -> judge(machine, settings, source, distro))
                    .forEach(all::add);
            return all.isEmpty() ? List.of(notApplicable(MACHINE)) : List.copyOf(all);
        });
    }

    private Finding judge(Machine machine, Optional<DesktopSettings> settings, Source source, Wsl.Distro distro) {
        Subject subject = Subject.distro(distro.name());
        if (distro.mode().known().filter(mode -> mode == 1).isPresent()) return old(settings, subject, distro);
        if (isIntegrated(machine, settings, distro)) return ok(subject, "on", distro.name());
        if (hasOwn(machine, distro.name())) return ok(subject, "own", distro.name());
        return switch (running(machine, distro.name())) {
            case Reading.Known<Boolean>(Boolean runs, Source _) when runs -> off(machine, settings, source, subject);
            case Reading.Known<Boolean> _, Reading.Absent<Boolean> _ -> ok(subject, "not-in-use", distro.name());
            case Reading.Unknown<Boolean> unread -> unknown(subject, unread);
            case Reading.NotApplicable<Boolean> _ -> notApplicable(subject);
        };
    }

    /// A distribution on WSL 1 cannot be integrated, whatever the list says.
    private Finding old(Optional<DesktopSettings> settings, Subject subject, Wsl.Distro distro) {
        Optional<DesktopSettings> listing =
                settings.filter(each -> listed(each).stream().anyMatch(distro.name()::equalsIgnoreCase));
        return listing.map(each -> warning(subject, "wsl-1", List.of(each.evidence(LIST)), distro.name())
                        .explainedBy(List.of(sameWorld("wsl.distro-version"))))
                .orElseGet(() -> notApplicable(subject));
    }

    private static boolean isIntegrated(Machine machine, Optional<DesktopSettings> settings, Wsl.Distro distro) {
        boolean listed = settings.filter(each -> listed(each).stream().anyMatch(distro.name()::equalsIgnoreCase))
                .isPresent();
        // A release that cannot be told is taken for a current one.
        boolean before = Presence.desktopVersion(machine)
                .filter(version -> version.isBefore(OFF_BY_DEFAULT))
                .isPresent();
        boolean defaults =
                settings.map(each -> each.isOn(DEFAULT, before)).orElse(before) && isDefault(machine, distro);
        return listed || defaults;
    }

    private static boolean isDefault(Machine machine, Wsl.Distro distro) {
        return machine.wsl()
                .flatMap((wsl, _) -> wsl.defaultDistro())
                .known()
                .filter(distro.guid()::equalsIgnoreCase)
                .isPresent();
    }

    private static List<String> listed(DesktopSettings settings) {
        return settings.value(LIST).map(JsonValue::texts).orElse(List.of());
    }

    /// An engine or a docker command that the person installed there.
    private static boolean hasOwn(Machine machine, String distro) {
        return machine.part(Part.WORLDS)
                .known()
                .filter(worlds -> worlds.engines().stream()
                                .anyMatch(engine -> engine.distro().equals(distro))
                        || Optional.ofNullable(worlds.clients().get(distro))
                                .map(Worlds.Client::own)
                                .flatMap(Reading::known)
                                .orElse(false))
                .isPresent();
    }

    private static Reading<Boolean> running(Machine machine, String distro) {
        return machine.wslAnswer()
                .flatMap((answer, _) -> answer.list())
                .map(rows -> rows.stream()
                        .filter(WslAnswer.Row::isRunning)
                        .anyMatch(row -> row.name().equals(distro)));
    }

    private Finding off(Machine machine, Optional<DesktopSettings> settings, Source source, Subject subject) {
        String name = subject.name();
        List<Evidence> evidence = settings.map(each -> List.of(each.evidence(LIST), each.evidence(DEFAULT)))
                .orElseGet(() -> List.of(Evidence.of("evidence.docker.settings-none", "absent", source)));
        Finding off = warning(subject, "off", evidence, name);
        return settings.flatMap(each -> each.edited(edit -> {
                    boolean list = each.value(LIST)
                            .filter(JsonValue.ArrayValue.class::isInstance)
                            .isPresent();
                    String key = "/" + each.spelled(LIST);
                    return list ? edit.setText(key + "/-", name) : edit.set(key, "[" + JsonText.quote(name) + "]");
                }))
                .flatMap(step -> DesktopEdit.of(
                        machine,
                        "docker.wsl-integration/on",
                        Text.of("fix.docker.wsl-integration/on.title", name),
                        step))
                .map(off::fixedBy)
                .orElseGet(() -> off.fixedBy(
                        DesktopFixes.byHand("docker.wsl-integration/on", "fix.docker.wsl-integration/on", name)));
    }
}
