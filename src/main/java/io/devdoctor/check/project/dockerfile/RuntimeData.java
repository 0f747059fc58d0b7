package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.StageModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the last stage has of the two collections that programs look for at run time: certificates and time
/// zones.
final class RuntimeData {
    private static final List<String> BUNDLES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/tls/cacert.pem",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/cert.pem");
    private static final Set<String> OWN_BUNDLES = Set.of(
            "golang.org/x/crypto/x509roots/fallback", "github.com/breml/rootcerts", "github.com/gwatts/rootcerts");
    private static final Pattern CERTIFICATES = Pattern.compile("(?i).*(/ssl|/pki|cert|\\.pem|\\.crt).*");
    private static final Pattern UTC = Pattern.compile("Etc/(UTC|UCT|GMT|Universal|Zulu|Greenwich|GMT[+-]?0)");
    private static final Pattern LEGACY = Pattern.compile("US/\\w+|Europe/Kiev|PRC|Asia/Chongqing");
    private static final Set<String> WIDE = Set.of("/", "/etc", "/usr", "/usr/share");
    private static final String ZONES = "/usr/share/zoneinfo";

    private final BuildModel model;
    private final StageModel stage;

    RuntimeData(BuildModel model, StageModel stage) {
        this.model = model;
        this.stage = stage;
    }

    /// A program in Go that the stage holds, and how it was built.
    record Program(GoBuild build, GoProgram code) {}

    List<Program> programs() {
        return Stream.concat(model.arrivals().stream().map(arrival -> arrival.build()), stage.builds().stream())
                .distinct()
                .map(build -> new Program(build, model.program(build)))
                .toList();
    }

    /// Whether no bundle of certificates is there; as far as the table knows, or for certain of scratch.
    boolean lacksCertificates() {
        boolean image = has(Tool.CERTIFICATES).isNo();
        // What these bring along depends on options and releases.
        boolean installed =
                stage.installs("ca-certificates", "ca-certificates-bundle", "openssl", "curl", "wget", "git");
        boolean set = stage.sets("SSL_CERT_FILE") || stage.sets("SSL_CERT_DIR");
        boolean copied = stageAndBelow()
                .flatMap(one -> one.copySources().stream())
                .anyMatch(source -> CERTIFICATES.matcher(source.destination()).matches()
                        || CERTIFICATES.matcher(source.path()).matches());
        return image
                && !installed
                && !set
                && !copied
                && !isFilledFromElsewhere()
                && BUNDLES.stream().noneMatch(path -> stage.look(path).isPresent());
    }

    /// Whole folders of another image or stage, with names that nobody knows.
    private boolean isFilledFromElsewhere() {
        return stageAndBelow()
                .flatMap(one -> one.copySources().stream())
                .anyMatch(source -> source.foreign()
                        && WIDE.contains(source.destination())
                        && source.found().kind() != Found.Kind.FILE);
    }

    private Stream<StageModel> stageAndBelow() {
        return Stream.iterate(Optional.of(stage), Optional::isPresent, one -> one.flatMap(StageModel::parent))
                .flatMap(Optional::stream);
    }

    private Answer has(Tool tool) {
        return stage.image().map(image -> image.has(tool)).orElse(Answer.UNKNOWN);
    }

    static boolean bringsCertificates(GoProgram program) {
        return OWN_BUNDLES.stream().anyMatch(program::imports);
    }

    boolean lacksZones() {
        boolean golang =
                stage.image().filter(image -> image.family().equals("golang")).isPresent();
        return has(Tool.TIME_ZONES).isNo() && !golang && !bringsZones();
    }

    private boolean bringsZones() {
        boolean copied = stageAndBelow()
                .flatMap(one -> one.copySources().stream())
                .anyMatch(source -> (source.destination() + source.path()).contains("zoneinfo")
                        || source.destination().equals("/etc/localtime"));
        return copied
                || isFilledFromElsewhere()
                || stage.installs("tzdata", "tzdata-legacy")
                || stage.sets("ZONEINFO")
                || stage.look(ZONES).isPresent();
    }

    /// Whether zones are there, but a name that only old programs use is not among them.
    boolean lacksLegacy(String zone) {
        boolean trixie = stage.image()
                .filter(image -> image.suite().filter("trixie"::equals).isPresent())
                .filter(image -> !image.family().startsWith("gcr.io/distroless"))
                .isPresent();
        return trixie
                && LEGACY.matcher(zone).matches()
                && !stage.installs("tzdata-legacy")
                && has(Tool.TIME_ZONES).isYes();
    }

    static boolean bringsZones(Program program) {
        return program.code().imports("time/tzdata") || program.build().tags().contains("timetzdata");
    }

    /// Names that every program knows without data.
    static boolean needsData(String zone) {
        return zone.contains("/") && !UTC.matcher(zone).matches()
                || LEGACY.matcher(zone).matches();
    }

    /// The line that installs a package with the stage's own tools, where it runs as root.
    Optional<String> installing(String name) {
        Shell shell = stage.image().map(KnownImage::shell).orElse(Shell.UNKNOWN);
        boolean alpine = stage.image()
                .filter(image -> image.libc() == KnownImage.Libc.MUSL)
                .isPresent();
        if (!StageCheck.beginsAsRoot(stage)) return Optional.empty();
        if (shell == Shell.ASH && alpine) return Optional.of("RUN apk add --no-cache " + name);
        if (shell != Shell.DASH) return Optional.empty();
        return Optional.of("RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y"
                + " --no-install-recommends " + name + " && rm -rf /var/lib/apt/lists/*");
    }

    /// A stage from which the target copies a program, and whose image has something.
    Optional<StageModel> giver(Tool tool) {
        return model.arrivals().stream()
                .map(arrival -> arrival.from())
                .filter(from ->
                        from.image().filter(image -> image.has(tool).isYes()).isPresent())
                .findFirst();
    }
}
