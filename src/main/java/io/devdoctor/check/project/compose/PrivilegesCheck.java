package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.container.PrivilegedImages;
import io.devdoctor.check.project.image.ImageTable;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.format.compose.ComposeNode;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Services that are given more power over the engine or the host than a program needs.
final class PrivilegesCheck extends ComposeCheck {
    private static final Set<String> GRAVE =
            Set.of("ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF");
    private static final Pattern SOCKET =
            Pattern.compile("(?:.*/)?(?:docker|podman|containerd)(?:\\.raw)?\\.sock|.*[/\\\\]pipe[/\\\\]docker.*");
    private static final Pattern UNCONFINED = Pattern.compile("(?:seccomp|apparmor|label)[=:](?:unconfined|disable)");
    private static final Pattern KERNEL = Pattern.compile("/(?:proc|sys)(?:/.*)?");
    private static final Pattern HOST_FOLDER = Pattern.compile(
            "(?i)/|[a-z]:[/\\\\]?|/mnt/[a-z]/?|~[/\\\\]?|/etc/?|/root/?|/home/?|/boot/?|/usr/?|/var/?|/var/lib/docker/?"
                    + "|[a-z]:[/\\\\](?:windows|users)(?:[/\\\\][^/\\\\]+)?[/\\\\]?|/home/[^/]+/?");

    PrivilegesCheck() {
        super("compose.privileges");
    }

    @Override
    List<Finding> judge(Stack stack) {
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<Hit> tools = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            Map<String, List<Hit>> own = of(service);
            boolean tool = service.image().flatMap(PrivilegedImages::purpose).isPresent();
            if (tool) own.values().forEach(tools::addAll);
            else
                own.forEach((outcome, more) ->
                        hits.computeIfAbsent(outcome, _ -> new ArrayList<>()).addAll(more));
        }
        List<Finding> found = new ArrayList<>();
        hits.forEach((outcome, all) -> found.add(finding(stack, outcome, all)));
        if (!tools.isEmpty()) found.add(found(stack, Verdict.INFO, Certainty.LIKELY, "known-tool", tools));
        masters(stack).ifPresent(found::add);
        return found;
    }

    private Finding finding(Stack stack, String outcome, List<Hit> hits) {
        Finding finding = warning(stack, outcome, hits);
        if (!outcome.equals("kernel-folder")) return finding.fixedBy(byHand("less"));
        Mending mending = new Mending(stack);
        stack.services()
                .forEach(service -> service.volumes().stream()
                        .filter(PrivilegesCheck::isKernel)
                        .forEach(volume -> readOnly(mending, volume)));
        return mending.fix("compose.privileges/read-only").map(finding::fixedBy).orElse(finding);
    }

    private static Map<String, List<Hit>> of(ComposeService service) {
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        if (service.isTrue("privileged"))
            add(hits, "privileged", service, service.node().get("privileged").orElseThrow());
        for (ComposeVolume volume : service.volumes()) {
            boolean path = volume.isBind() || volume.type() == ComposeVolume.Type.NPIPE;
            if (path && SOCKET.matcher(volume.source()).matches()) add(hits, "socket", service, volume.node());
            else if (isKernel(volume)) add(hits, "kernel-folder", service, volume.node());
            else if (volume.isBind() && HOST_FOLDER.matcher(volume.source()).matches()) {
                add(hits, "host-folder", service, volume.node());
            }
        }
        service.scalars("cap_add").stream()
                .filter(one -> GRAVE.contains(bare(one.text())))
                .forEach(one -> add(hits, "capability", service, one));
        for (String key : List.of("pid", "ipc", "userns_mode")) {
            service.node()
                    .scalar(key)
                    .filter(mode -> mode.text().equals("host"))
                    .ifPresent(mode -> add(hits, "host-namespace", service, mode));
        }
        service.scalars("security_opt").stream()
                .filter(one -> UNCONFINED.matcher(one.text()).matches())
                .forEach(one -> add(hits, "unconfined", service, one));
        return hits;
    }

    private static String bare(String capability) {
        String name = capability.toUpperCase(Locale.ROOT);
        return name.startsWith("CAP_") ? name.substring(4) : name;
    }

    private static void add(Map<String, List<Hit>> hits, String outcome, ComposeService service, ComposeNode node) {
        hits.computeIfAbsent(outcome, _ -> new ArrayList<>()).add(Hit.of(service, node.place()));
    }

    private static boolean isKernel(ComposeVolume volume) {
        return volume.isBind()
                && !volume.readOnly()
                && KERNEL.matcher(volume.source()).matches();
    }

    static void readOnly(Mending mending, ComposeVolume volume) {
        switch (volume.node()) {
            case Scalar scalar -> {
                String kept = volume.options().contains("rw")
                        ? scalar.text().replaceFirst("\\brw\\b(?!.*:)", "ro")
                        : scalar.text() + (volume.options().isEmpty() ? ":ro" : ",ro");
                mending.change(scalar.place(), edit -> edit.replace(scalar, kept));
            }
            case Mapping mapping -> {
                if (mapping.get("read_only").isEmpty()) {
                    mending.change(mapping.place(), edit -> edit.append(mapping, "read_only: true"));
                }
            }
            case ComposeNode.Sequence _ -> {}
        }
    }

    /// Servers whose first process makes folders and files that only root may make.
    private Optional<Finding> masters(Stack stack) {
        List<Hit> hits = stack.services().stream()
                .filter(service -> service.node().get("build").isEmpty())
                .filter(service -> service.image()
                        .flatMap(ImageTable::of)
                        .filter(image -> image.start() == KnownImage.Start.MASTER)
                        .isPresent())
                .filter(service -> service.text("user")
                        .filter(user -> !user.matches("(?:0|root)(?::.*)?"))
                        .isPresent())
                .filter(service -> service.node().items("tmpfs").isEmpty()
                        && service.words("command").isEmpty()
                        && service.volumes().stream()
                                .noneMatch(volume -> volume.target().matches("/(?:var|run|etc)/.*")))
                .map(service ->
                        Hit.of(service, service.node().get("user").orElseThrow().place()))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(likely(stack, "master", hits).fixedBy(byHand("unprivileged-image")));
    }
}
