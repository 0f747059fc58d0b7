package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What Docker keeps on the disk that nobody needs. Volumes and images with a name are counted, never offered.
final class DiskUsageCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.disk-usage",
            Area.DOCKER,
            Set.of(Part.DISK_USAGE, Part.DOCKER_ENGINE, Part.WSL_DISKS),
            List.of(any("docker.engine").ofUnread(), any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        return judgeIfPresent(
                machine.diskUsage(),
                subject,
                (usage, source) ->
                        List.of(orUnsized(judge(machine, Reclaimable.of(usage), subject, source), usage, source)));
    }

    /// What the engine did not size may be much.
    private Finding orUnsized(Finding judged, DiskUsage usage, Source source) {
        long unsized = Reclaimable.unsized(usage);
        return judged.verdict() == Verdict.OK && unsized > 0
                ? unknown(
                        judged.subject(),
                        new Reading.Unknown<>(Reading.Cause.UNREADABLE, unsized + " objects without a size", source))
                : judged;
    }

    private Finding judge(Machine machine, Reclaimable reclaimable, Subject subject, Source source) {
        long rubbish = reclaimable.rubbish();
        long all = rubbish + reclaimable.stoppedBytes();
        if (all < Thresholds.gibibytes("docker.reclaimable-info-gib")) return ok(subject, "ok", Text.size(all));
        Object[] args = {
            Text.size(all),
            Text.size(reclaimable.danglingBytes()),
            reclaimable.dangling().size(),
            Text.size(reclaimable.cacheBytes()),
            Text.size(reclaimable.stoppedBytes()),
            reclaimable.stopped().size(),
            Text.size(reclaimable.unusedBytes()),
            Text.size(reclaimable.volumeBytes())
        };
        List<Evidence> evidence = evidence(reclaimable, source);
        evidence.addAll(disk(machine, subject));
        Finding much = all >= Thresholds.gibibytes("docker.reclaimable-warning-gib")
                ? warning(subject, "much", evidence, args)
                : info(subject, "some", evidence, args);
        Stream<Fix> fixes = Stream.of(
                        reclaimable.removals().isEmpty() ? null : cleanUp(reclaimable, subject),
                        reclaimable.stoppedBytes() == 0 ? null : withStopped(reclaimable, subject))
                .filter(Objects::nonNull);
        return much.fixedBy(fixes.filter(Fix::asksEnginePlainly).toArray(Fix[]::new));
    }

    private static List<Evidence> evidence(Reclaimable reclaimable, Source source) {
        List<Evidence> all = new ArrayList<>();
        all.add(Evidence.of("evidence.docker.dangling", reclaimable.danglingBytes(), source));
        all.add(Evidence.of("evidence.docker.cache", reclaimable.cacheBytes(), source));
        all.add(Evidence.of("evidence.docker.stopped", reclaimable.stoppedBytes(), source));
        all.add(Evidence.of("evidence.docker.unused", reclaimable.unusedBytes(), source));
        all.add(Evidence.of("evidence.docker.volumes", reclaimable.volumeBytes(), source));
        largest("evidence.docker.dangling-largest", Sized.images(reclaimable.dangling()), all, source);
        largest("evidence.docker.cache-largest", Sized.cache(reclaimable.cache()), all, source);
        largest("evidence.docker.stopped-largest", Sized.containers(reclaimable.stopped()), all, source);
        largest("evidence.docker.unused-largest", Sized.images(reclaimable.unused()), all, source);
        largest("evidence.docker.volumes-largest", Sized.volumes(reclaimable.volumes()), all, source);
        return all;
    }

    private static void largest(String key, List<Sized> objects, List<Evidence> all, Source source) {
        if (!objects.isEmpty()) all.add(Evidence.of(key, Sized.largest(objects), source));
    }

    /// The file on the drive of Windows, which keeps its size when data in it go.
    private static List<Evidence> disk(Machine machine, Subject subject) {
        if (!new Endpoint(subject.name()).isDesktops()) return List.of();
        return machine.wslDisks().known().stream()
                .flatMap(disks -> disks.all().stream())
                .filter(disk -> disk.distro().isEmpty())
                .flatMap(disk -> disk.file() instanceof Reading.Known<FileState>(FileState file, Source from)
                        ? Stream.of(
                                Evidence.of("evidence.docker.disk-file", disk.path() + " " + file.allocated(), from))
                        : Stream.empty())
                .toList();
    }

    /// What a stopped container wrote goes with it; its volumes stay.
    private static Fix withStopped(Reclaimable reclaimable, Subject subject) {
        Step[] steps = Stream.concat(reclaimable.stoppedRemovals().stream(), reclaimable.removals().stream())
                .map(change -> new Step.EngineCall(subject.name(), change))
                .toArray(Step[]::new);
        Text title = Text.of(
                "fix.docker.disk-usage/clean-up-all.title",
                reclaimable.stopped().size(),
                Text.size(reclaimable.rubbish() + reclaimable.stoppedBytes()));
        return Fix.of(
                        "docker.disk-usage/clean-up-all",
                        title,
                        Set.of(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE),
                        steps)
                .warning(Text.of("warning.docker.stopped-containers"));
    }

    /// Object by object, so that what goes is what was shown.
    private static Fix cleanUp(Reclaimable reclaimable, Subject subject) {
        Step[] steps = reclaimable.removals().stream()
                .map(change -> new Step.EngineCall(subject.name(), change))
                .toArray(Step[]::new);
        int images = reclaimable.dangling().size();
        int cache = reclaimable.cache().size();
        String what = cache == 0 ? "images" : images == 0 ? "cache" : "both";
        Text title = Text.of(
                "fix.docker.disk-usage/clean-up." + what + ".title", images, cache, Text.size(reclaimable.rubbish()));
        Fix fix =
                Fix.of("docker.disk-usage/clean-up", title, Set.of(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE), steps);
        return cache == 0 ? fix : fix.warning(Text.of("warning.docker.build-cache"));
    }
}
