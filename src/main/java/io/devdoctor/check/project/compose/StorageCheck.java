package io.devdoctor.check.project.compose;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Data and files that a drive of Windows does not suit, and data folders that an image no longer looks into.
final class StorageCheck extends ComposeCheck {
    private static final String POSTGRES_DATA = "/var/lib/postgresql/data";
    /// From this release on the data lies one folder higher, by release.
    private static final int POSTGRES_MOVED = 18;
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,3})(?:[.-].*)?");
    private static final List<Strict> STRICT =
            DatedTable.rows("strict-files.csv", 3).stream().map(Strict::of).toList();

    StorageCheck() {
        super("compose.storage");
    }

    /// @param mendable whether a mount that cannot be written helps
    private record Strict(List<Pattern> targets, String reader, boolean mendable) {
        static Strict of(List<String> row) {
            List<Pattern> targets = Stream.of(row.getFirst().split(" "))
                    .map(glob -> Pattern.compile(Stream.of(glob.split("\\*", -1))
                            .map(Pattern::quote)
                            .reduce((a, b) -> a + ".*" + b)
                            .orElse("")))
                    .toList();
            return new Strict(targets, row.get(1), row.get(2).equals("y"));
        }

        boolean reads(String target) {
            String plain = target.replaceFirst("(?<=.)/$", "");
            return targets.stream().map(glob -> glob.matcher(plain)).anyMatch(Matcher::matches);
        }
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        List<Hit> data = new ArrayList<>();
        List<Hit> strict = new ArrayList<>();
        List<Hit> writable = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            for (ComposeVolume volume : service.volumes()) {
                if (!isOnDrive(stack, volume)) continue;
                if (isData(service, volume))
                    data.add(Hit.of(service, volume.node().place()));
                Optional<Strict> reader = STRICT.stream()
                        .filter(one -> one.reads(volume.target()))
                        .findFirst();
                if (reader.isEmpty()) continue;
                Hit hit = new Hit(volume.node().place(), reader.get().reader());
                if (!reader.get().mendable()) strict.add(hit);
                else if (!volume.readOnly()) {
                    writable.add(hit);
                    PrivilegesCheck.readOnly(mending, volume);
                }
            }
        }
        if (!data.isEmpty()) found.add(likely(stack, "data", data).fixedBy(byHand("named-volume")));
        if (!strict.isEmpty()) found.add(likely(stack, "strict", strict).fixedBy(byHand("copy")));
        if (!writable.isEmpty()) {
            Finding finding = likely(stack, "writable", writable);
            found.add(mending.suggestion("compose.storage/read-only", "read-only")
                    .map(finding::fixedBy)
                    .orElse(finding));
        }
        postgres(stack).ifPresent(found::add);
        return found;
    }

    /// A bind of a folder of Windows; inside WSL files lie on a disk of Linux.
    private static boolean isOnDrive(Stack stack, ComposeVolume volume) {
        if (!volume.isBind()) return false;
        return volume.source().startsWith(".") ? stack.isOnDrive() : ComposePaths.isDrive(volume.source());
    }

    private static boolean isData(ComposeService service, ComposeVolume volume) {
        return KnownService.of(service).map(KnownService::data).orElse(List.of()).stream()
                .anyMatch(folder -> volume.target().replaceFirst("(?<=.)/$", "").equals(folder));
    }

    private Optional<Finding> postgres(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            boolean own = service.environment().containsKey("PGDATA")
                    || !service.envFiles().isEmpty();
            if (own || !isMoved(service)) continue;
            service.volumes().stream()
                    .filter(volume -> volume.target().replaceFirst("/$", "").equals(POSTGRES_DATA))
                    .forEach(volume -> hits.add(Hit.of(service, volume.node().place())));
        }
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(likely(stack, "postgres", hits).fixedBy(byHand("postgres")));
    }

    private static boolean isMoved(ComposeService service) {
        if (service.node().get("build").isPresent()) return false;
        Optional<ImageReference> image = service.image().flatMap(ImageReference::parse);
        if (image.filter(one -> one.family().equals("postgres")).isEmpty()) return false;
        String tag = image.flatMap(ImageReference::effectiveTag).orElse("");
        Matcher major = MAJOR.matcher(tag);
        if (major.matches()) return Integer.parseInt(major.group(1)) >= POSTGRES_MOVED;
        return List.of("latest", "alpine", "trixie", "bookworm").contains(tag);
    }
}
