package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.dockerfile.RuntimeData.Program;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GoFile.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the last stage has the certificates and the time zones that the program in it asks for.
final class CertificatesCheck extends StageCheck {
    /// Addresses that name something and are not called.
    private static final Pattern NAMES = Pattern.compile(
            "https://(localhost|127\\.|\\[::1]|(www\\.)?w3\\.org|json-schema\\.org|schemas?\\.|pkg\\.go\\.dev|go\\.dev|example\\.).*");

    CertificatesCheck() {
        super("dockerfile.certificates");
    }

    /// A line of Go that asks for something.
    private record Use(String path, int line, String what) {}

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>();
        model.target().ifPresent(stage -> {
            RuntimeData data = new RuntimeData(model, stage);
            List<Program> programs = data.programs();
            if (data.lacksCertificates())
                certificates(project, model, stage, data, programs).ifPresent(found::add);
            if (data.lacksZones()) zones(project, model, stage, data, programs).ifPresent(found::add);
            else legacy(project, model, stage, data, programs).ifPresent(found::add);
        });
        return found;
    }

    private Optional<Finding> certificates(
            Workspace project, BuildModel model, StageModel stage, RuntimeData data, List<Program> programs) {
        List<Use> uses = programs.stream()
                .map(Program::code)
                .filter(code -> !RuntimeData.bringsCertificates(code))
                .flatMap(code -> calls(code).stream())
                .toList();
        if (uses.isEmpty()) return Optional.empty();
        Finding finding = likely(
                        subject(project, model, stage, "certificates"),
                        "no-certificates",
                        evidence(project, model, stage, uses),
                        imageOf(stage),
                        uses.getFirst().what())
                .at(placesOf(project, model, stage, uses));
        return Optional.of(fixed(finding, bring(project, model, stage, data)));
    }

    private static List<Use> calls(GoProgram code) {
        List<Use> uses = new ArrayList<>();
        for (GoProgram.Spot spot : code.literals(Literal.Kind.TLS)) {
            String value = spot.literal().value();
            if (!NAMES.matcher(value).matches())
                uses.add(new Use(spot.file().path(), spot.literal().line(), host(value)));
        }
        // Without a package that dials, an address is a text.
        if (code.netImports().isEmpty()) uses.clear();
        code.modules("tls").forEach(use -> uses.add(new Use(use.file().path(), use.line(), use.path())));
        return uses;
    }

    /// An address without what may be secret in it.
    private static String host(String value) {
        int scheme = value.indexOf("://");
        if (scheme < 0) return value;
        String rest = value.substring(scheme + 3).split("[/?#]", 2)[0];
        return value.substring(0, scheme + 3) + rest.substring(rest.lastIndexOf('@') + 1);
    }

    private Optional<Fix> bring(Workspace project, BuildModel model, StageModel stage, RuntimeData data) {
        Optional<String> copy = data.giver(Tool.CERTIFICATES)
                .map(from -> "COPY --from=" + from.name()
                        + " /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt");
        return copy.or(() -> data.installing("ca-certificates"))
                .flatMap(line -> suggest(
                        project,
                        model.build().path(),
                        "bring",
                        model.build().file().edit().insertAfter(stage.stage().from(), line),
                        line));
    }

    private Optional<Finding> zones(
            Workspace project, BuildModel model, StageModel stage, RuntimeData data, List<Program> programs) {
        List<Use> uses = zoneUses(programs.stream()
                .filter(program -> !RuntimeData.bringsZones(program))
                .toList());
        if (uses.isEmpty()) return Optional.empty();
        Subject subject = subject(project, model, stage, "zones");
        List<Evidence> evidence = evidence(project, model, stage, uses);
        Object[] args = {imageOf(stage), uses.getFirst().what()};
        Finding finding = stage.isScratch()
                ? problem(subject, "no-zones", evidence, args)
                : likely(subject, "no-zones", evidence, args);
        return Optional.of(fixed(
                finding.at(placesOf(project, model, stage, uses)),
                ZoneFixes.line(data)
                        .flatMap(lines -> suggest(
                                project,
                                model.build().path(),
                                "bring-zones",
                                model.build()
                                        .file()
                                        .edit()
                                        .insertAfter(stage.stage().from(), lines.toArray(String[]::new)),
                                lines.getFirst()))));
    }

    private static List<Use> zoneUses(List<Program> programs) {
        return programs.stream()
                .flatMap(program -> program.code().literals(Literal.Kind.TIME_ZONE).stream())
                .filter(spot -> RuntimeData.needsData(spot.literal().value()))
                .map(spot -> new Use(
                        spot.file().path(),
                        spot.literal().line(),
                        spot.literal().value()))
                .toList();
    }

    private Optional<Finding> legacy(
            Workspace project, BuildModel model, StageModel stage, RuntimeData data, List<Program> programs) {
        List<Use> uses = zoneUses(programs).stream()
                .filter(use -> data.lacksLegacy(use.what()))
                .toList();
        if (uses.isEmpty()) return Optional.empty();
        return Optional.of(likely(
                        subject(project, model, stage, "zones"),
                        "legacy-zone",
                        evidence(project, model, stage, uses),
                        imageOf(stage),
                        uses.getFirst().what())
                .at(placesOf(project, model, stage, uses)));
    }

    private static Subject subject(Workspace project, BuildModel model, StageModel stage, String what) {
        return project.subject(model.build().path(), stage.name() + " " + what);
    }

    private static List<Evidence> evidence(Workspace project, BuildModel model, StageModel stage, List<Use> uses) {
        List<Evidence> all = new ArrayList<>(List.of(line(project, model.build().path(), imageLine(stage))));
        uses.stream()
                .limit(5)
                .forEach(use -> all.add(
                        Evidence.of("evidence.dockerfile.go-use", use.what(), project.source(use.path(), use.line()))));
        return all;
    }

    private static List<Place> placesOf(Workspace project, BuildModel model, StageModel stage, List<Use> uses) {
        List<Place> all = new ArrayList<>(List.of(project.place(model.build().path(), imageLine(stage))));
        uses.stream()
                .map(use -> project.place(use.path(), use.line()))
                .distinct()
                .forEach(all::add);
        return all;
    }
}
