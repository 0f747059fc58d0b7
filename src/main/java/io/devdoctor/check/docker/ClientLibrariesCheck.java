package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.check.docker.ClientVersions.EngineApis;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.ClientLibraries;
import io.devdoctor.machine.ClientLibraries.Host;
import io.devdoctor.machine.ClientLibraries.Library;
import io.devdoctor.machine.ClientLibraries.Pin;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the libraries through which the named projects speak to Docker ask for a version of its API that this
/// engine speaks. Rests on a table, hence never a problem; what a file pins is certain.
final class ClientLibrariesCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.client-libraries",
            Area.DOCKER,
            Set.of(Part.CLIENT_LIBRARIES, Part.DOCKER_ENGINE, Part.DOCKER_CLIENT),
            List.of(any("docker.engine").ofUnread(), any("docker.endpoint").ofUnread()));
    private static final String UPDATE = "docker.client-libraries/update";
    private static final String UNPIN = "docker.client-libraries/unpin";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        return judge(
                machine.part(Part.CLIENT_LIBRARIES),
                MACHINE,
                (found, _) -> judge(machine, found),
                _ -> List.of(notApplicable(MACHINE)));
    }

    private List<Finding> judge(Machine machine, ClientLibraries found) {
        List<Finding> all = new ArrayList<>();
        found.unread().forEach(unread -> all.add(unread(unread)));
        if (!found.libraries().isEmpty() || !found.pins().isEmpty()) {
            all.addAll(judgeIfPresent(
                    machine.dockerEngine().flatMap((engine, _) -> engine.version()),
                    MACHINE,
                    (version, from) -> judge(machine, found, version, from)));
        }
        return all.isEmpty() ? List.of(notApplicable(MACHINE)) : all;
    }

    private Finding unread(ClientLibraries.Unread unread) {
        Subject subject = Subject.of(Subject.Kind.FILE, unread.path());
        return unread.why() instanceof Reading.Unknown<?> why ? unknown(subject, why) : notApplicable(subject);
    }

    private List<Finding> judge(Machine machine, ClientLibraries found, DockerEngine.Version version, Source source) {
        Optional<Version> highest = Version.parse(version.api());
        if (highest.isEmpty()) {
            String said = "ApiVersion: " + version.api();
            return List.of(unknown(MACHINE, new Reading.Unknown<>(Reading.Cause.UNREADABLE, said, source)));
        }
        EngineApis engine = new EngineApis(Version.parse(version.minApi()), highest.get());
        ToldVersions told = new ToldVersions(machine, found, engine, source);
        List<Finding> all = new ArrayList<>();
        told.refused().forEach(pin -> all.add(pinned(pin, told)));
        told.elsewhere().forEach(host -> all.add(elsewhere(host)));
        List<Library> open = new ArrayList<>();
        int fine = 0;
        for (Library library : found.libraries()) {
            if (told.isSteered(library)) {
                fine += told.isAccepted(library) ? 1 : 0;
                continue;
            }
            switch (ClientVersions.speech(library, engine)) {
                case FINE -> fine++;
                case TOO_OLD -> all.add(refused(library, "too-old", told));
                case TOO_NEW -> all.add(refused(library, "too-new", told));
                case PERHAPS_TOO_NEW -> all.add(perhaps(library, told));
                case UNJUDGED -> open.add(library);
            }
        }
        if (!open.isEmpty()) all.add(open(open));
        if (all.isEmpty()) {
            all.add(
                    found.libraries().isEmpty()
                            ? ok(MACHINE, "pin-ok", found.pins().getFirst().version(), told.range())
                            : ok(MACHINE, found.whole() ? "ok" : "ok-partly", fine, found.files(), told.range()));
        }
        return all;
    }

    private Finding refused(Library library, String outcome, ToldVersions told) {
        String asked = told.asked(library);
        Object[] args = {library.name(), library.version(), asked, told.range()};
        List<Evidence> evidence = told.evidence(library);
        // What only other libraries bring along is perhaps never called.
        Finding found = library.indirect()
                ? info(subject(library), outcome, evidence, args)
                : likely(subject(library), outcome, evidence, args);
        return found.at(library.file(), library.line()).fixedBy(update(library, outcome, told));
    }

    private static Fix update(Library library, String outcome, ToldVersions told) {
        Optional<Version> cure = outcome.equals("too-old") ? told.cure(library) : Optional.empty();
        String words = "fix." + UPDATE + (cure.isPresent() ? "" : "-" + outcome);
        Object[] args = {
            library.name(), cure.map(ClientLibrariesCheck::text).orElse(""), library.file() + ":" + library.line()
        };
        return Fix.safe(
                UPDATE, Text.of(words + ".title", args), new Step.Manual(Text.of(words + ".words", args), null));
    }

    private Finding perhaps(Library library, ToldVersions told) {
        return info(
                        subject(library),
                        "perhaps-too-new",
                        told.evidence(library),
                        library.name(),
                        library.version(),
                        told.asked(library),
                        told.range())
                .at(library.file(), library.line());
    }

    private Finding pinned(Pin pin, ToldVersions told) {
        List<Evidence> evidence =
                List.of(Evidence.of("evidence.docker.api-pinned", pin.version(), pin.source()), told.engineEvidence());
        return warning(
                        Subject.line(pin.file(), pin.line(), "api.version"),
                        "pinned",
                        evidence,
                        pin.version(),
                        pin.file(),
                        told.range())
                .at(pin.file(), pin.line())
                .fixedBy(Fix.safe(
                        UNPIN,
                        Text.of("fix." + UNPIN + ".title", pin.file()),
                        new Step.Manual(
                                Text.of("fix." + UNPIN + ".words", pin.file() + ":" + pin.line(), told.advised()),
                                null)));
    }

    private Finding elsewhere(Host host) {
        return info(
                        Subject.line(host.file(), host.line(), "docker.host"),
                        "elsewhere",
                        List.of(Evidence.of("evidence.docker.endpoint", host.endpoint(), host.source())),
                        host.endpoint(),
                        host.file())
                .at(host.file(), host.line());
    }

    private Finding open(List<Library> open) {
        List<Evidence> evidence = open.stream()
                .map(library -> new Evidence(
                        Text.of("evidence.docker.library", library.name()),
                        library.version().isEmpty() ? "-" : library.version(),
                        library.source()))
                .toList();
        return info(
                MACHINE,
                "open",
                evidence,
                Text.several(open.stream().map(Library::name).distinct().toList()));
    }

    private static Subject subject(Library library) {
        return Subject.line(library.file(), library.line(), library.name());
    }

    static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }
}
