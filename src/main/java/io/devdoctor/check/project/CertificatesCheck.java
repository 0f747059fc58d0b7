package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.format.text.Certificates;
import io.devdoctor.format.text.Certificates.Certificate;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Certificates that lie in the project and have run out, or soon will. A bundle of many authorities is somebody
/// else's affair.
final class CertificatesCheck extends ProjectCheck {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int BUNDLE = 6;

    CertificatesCheck() {
        super("project.certificates");
    }

    private record Held(TextFile file, Certificate certificate) {}

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Instant now = machine.taken();
        List<Held> all = new ArrayList<>();
        for (TextFile file : project.kept(path -> path.matches("(?i).*\\.(crt|cer|pem)"))) {
            byte[] bytes = file.content().map(Bytes::toArray).orElse(new byte[0]);
            List<Certificate> read = Certificates.read(bytes);
            if (read.size() < BUNDLE) read.forEach(each -> all.add(new Held(file, each)));
        }
        if (all.isEmpty()) return List.of();
        List<Held> past = all.stream()
                .filter(each -> each.certificate.until().isBefore(now))
                .toList();
        List<Held> soon = all.stream()
                .filter(each -> !each.certificate.until().isBefore(now)
                        && each.certificate.until().isBefore(now.plus(SOON)))
                .toList();
        List<Finding> found = new ArrayList<>();
        if (!past.isEmpty()) {
            found.add(warning(
                            project.subject(),
                            "expired",
                            evidence(project, past),
                            past.size(),
                            past.getFirst().file.path(),
                            moment(past))
                    .at(places(project, past)));
        }
        if (!soon.isEmpty()) {
            Subject subject = project.aspect("soon");
            found.add(info(
                            subject,
                            "soon",
                            evidence(project, soon),
                            soon.size(),
                            soon.getFirst().file.path(),
                            moment(soon))
                    .at(places(project, soon)));
        }
        return found.isEmpty() ? List.of(ok(project.subject(), "ok", all.size())) : found;
    }

    private static Text.Arg moment(List<Held> held) {
        return new Text.Arg.Moment(held.getFirst().certificate.until());
    }

    private static List<Finding.Place> places(Workspace project, List<Held> held) {
        return held.stream()
                .map(each -> project.place(each.file.path(), each.certificate.line()))
                .toList();
    }

    private static List<Evidence> evidence(Workspace project, List<Held> held) {
        return held.stream()
                .map(each -> Evidence.of(
                        "evidence.project.valid-until",
                        each.certificate.until(),
                        project.source(each.file.path(), each.certificate.line())))
                .toList();
    }
}
