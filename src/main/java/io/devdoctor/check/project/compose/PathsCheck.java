package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the paths of a Compose file mean what was meant, here and inside Linux.
final class PathsCheck extends ComposeCheck {
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)(?:[a-z]:|/mnt/[a-z]|/[a-z]|/host_mnt/[a-z]|/run/desktop/mnt/host/[a-z])?[/\\\\](?:users|home)[/\\\\][^/\\\\]+.*");
    private static final Pattern OF_ONE_SHELL = Pattern.compile("(?i)(?:/mnt)?/[a-z](?:/.*)?");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\]*[^./\\\\][^/\\\\]*\\.[A-Za-z][A-Za-z0-9]{0,9}");

    PathsCheck() {
        super("compose.paths");
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        backslashes(stack).ifPresent(found::add);
        namesOfPaths(stack).ifPresent(found::add);
        options(stack).ifPresent(found::add);
        places(stack, found);
        found.addAll(new MissingFiles(this, stack).all());
        return found;
    }

    /// Where a path is written: the scalar, and the text in front of and behind the path in it.
    private record Written(Scalar scalar, String path, String rest) {
        static Optional<Written> of(ComposeVolume volume) {
            Optional<Scalar> scalar = switch (volume.node()) {
                case Scalar one -> Optional.of(one);
                case Mapping mapping -> mapping.scalar("source");
                case Sequence _ -> Optional.empty();
            };
            return scalar.map(one -> new Written(
                    one, volume.source(), one.text().substring(volume.source().length())));
        }

        String with(String other) {
            return other + rest;
        }
    }

    private Optional<Finding> backslashes(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (Written path : relative(stack)) {
            if (path.path().indexOf('\\') < 0) continue;
            hits.add(new Hit(path.scalar().place(), path.path()));
            String slashed = path.path().replace('\\', '/');
            mending.change(path.scalar().place(), edit -> edit.replace(path.scalar(), path.with(slashed)));
        }
        if (hits.isEmpty()) return Optional.empty();
        // Windows takes both; Linux takes a backslash for a letter.
        Finding finding = stack.isOnDrive() ? warning(stack, "backslash", hits) : problem(stack, "backslash", hits);
        return Optional.of(
                mending.fix("compose.paths/slashes").map(finding::fixedBy).orElse(finding));
    }

    /// Paths that count from the project.
    private static List<Written> relative(Stack stack) {
        List<Written> paths = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            service.volumes().stream()
                    .filter(volume -> volume.isBind() && volume.source().startsWith("."))
                    .flatMap(volume -> Written.of(volume).stream())
                    .forEach(paths::add);
            service.build().ifPresent(build -> {
                build.node().scalar("context").ifPresent(one -> add(paths, one));
                build.node().scalar("dockerfile").ifPresent(one -> add(paths, one));
            });
            service.scalars("env_file").forEach(one -> add(paths, one));
        }
        return paths;
    }

    private static void add(List<Written> paths, Scalar scalar) {
        boolean counts =
                scalar.known() && !ComposePaths.isAbsolute(scalar.text()) && !ComposePaths.isRemote(scalar.text());
        if (counts) paths.add(new Written(scalar, scalar.text(), ""));
    }

    /// `src/data:/data` names a volume, and no volume may be called so.
    private Optional<Finding> namesOfPaths(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            for (ComposeVolume volume : service.volumes()) {
                if (!volume.isNamed() || volume.source().matches("[^/\\\\]+")) continue;
                hits.add(new Hit(volume.sourcePlace(), volume.source()));
                String meant = "./" + volume.source().replace('\\', '/');
                if (!volume.shortForm()) continue;
                Written.of(volume)
                        .ifPresent(path -> mending.change(
                                path.scalar().place(), edit -> edit.replace(path.scalar(), path.with(meant))));
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = problem(stack, "volume-name", hits);
        return Optional.of(mending.suggestion("compose.paths/relative", "relative")
                .map(finding::fixedBy)
                .orElse(finding));
    }

    /// Compose drops options that it does not know without a word.
    private Optional<Finding> options(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            for (ComposeVolume volume : service.volumes()) {
                for (String option : volume.options()) {
                    if (ComposeVolume.OPTIONS.contains(option)) continue;
                    hits.add(new Hit(volume.node().place(), option));
                    String lower = option.toLowerCase(Locale.ROOT);
                    if (!ComposeVolume.OPTIONS.contains(lower) || !(volume.node() instanceof Scalar scalar)) continue;
                    String text = scalar.text();
                    String start = text.substring(
                            0,
                            text.length() - String.join(",", volume.options()).length());
                    String options = String.join(
                            ",",
                            volume.options().stream()
                                    .map(one -> one.equals(option) ? lower : one)
                                    .toList());
                    mending.change(scalar.place(), edit -> edit.replace(scalar, start + options));
                }
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = warning(stack, "option", hits);
        return Optional.of(
                mending.fix("compose.paths/option").map(finding::fixedBy).orElse(finding));
    }

    /// Paths from the root of a disk: of one person, or as one shell spells them.
    private void places(Stack stack, List<Finding> found) {
        List<Hit> personal = new ArrayList<>();
        List<Hit> spelled = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            for (ComposeVolume volume : service.volumes()) {
                if (!volume.isBind()) continue;
                Hit hit = new Hit(volume.sourcePlace(), volume.source());
                if (PERSONAL.matcher(volume.source()).matches()) personal.add(hit);
                else if (stack.isOnDrive()
                        && OF_ONE_SHELL.matcher(volume.source()).matches()) spelled.add(hit);
            }
        }
        if (!personal.isEmpty()) found.add(warning(stack, "personal", personal).fixedBy(byHand("relative-by-hand")));
        if (!spelled.isEmpty()) {
            found.add(found(stack, Verdict.WARNING, Certainty.LIKELY, "one-shell", spelled)
                    .fixedBy(byHand("relative-by-hand")));
        }
    }

    /// Whether a name is rather that of a file than of a folder.
    static boolean looksLikeAFile(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return FILE_NAME.matcher(name).matches() && !name.endsWith(".d");
    }
}
