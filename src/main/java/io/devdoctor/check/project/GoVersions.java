package io.devdoctor.check.project;

import io.devdoctor.check.Version;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.format.go.GoModFile;
import io.devdoctor.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Go that a golang image brings, against the one that a go.mod asks for. Official images set GOTOOLCHAIN=local,
/// so what is missing is not fetched.
///
/// @param tag    of the image, from its first digit on
/// @param image  as far as the tag tells
/// @param wanted by the go.mod
/// @param word   with the image, in FROM
record GoVersions(String tag, Version image, Version wanted, Word word) {
    private static final Pattern TAG = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)?)(-[\\w.-]+)?");
    private static final Pattern LINE = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)?)(?:rc\\d+|beta\\d+)?");
    /// They name a release of a distribution for which a newer Go may never have been built.
    private static final Pattern DATED = Pattern.compile("-(alpine3\\.\\d+|bullseye|buster|stretch|jessie).*");

    /// Empty where either is not known, or another Go may be fetched.
    static Optional<GoVersions> of(GoRun run) {
        Optional<ImageReference> reference =
                run.stage().reference().filter(each -> each.family().equals("golang"));
        boolean fetched = run.sets("GOTOOLCHAIN")
                && !run.variable("GOTOOLCHAIN").filter("local"::equals).isPresent();
        Optional<Matcher> tag = reference
                .filter(each -> each.digest().isEmpty())
                .flatMap(ImageReference::tag)
                .map(TAG::matcher)
                .filter(Matcher::matches);
        Optional<Version> wanted = run.module()
                .file()
                .go()
                .map(GoModFile.Word::value)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .flatMap(line -> Version.parse(line.group(1)));
        if (fetched || tag.isEmpty() || wanted.isEmpty()) return Optional.empty();
        StageModel bottom = run.stage();
        while (bottom.parent().isPresent()) bottom = bottom.parent().get();
        Word word = bottom.stage().from().image();
        return Version.parse(tag.get().group(1))
                .map(image -> new GoVersions(tag.get().group(), image, wanted.get(), word));
    }

    /// A tag such as 1.22 stands for whatever patch is newest, which is new enough.
    boolean isTooOld() {
        Version known = image.numbers().size() > 2
                ? wanted
                : new Version(wanted.numbers().subList(0, 2));
        return image.isBefore(known);
    }

    String text() {
        return text(image);
    }

    static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }

    /// The same variant of the version that is asked for.
    Fix[] raise(Workspace project, Build build) {
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches() || !word.text().endsWith(":" + tag)) return new Fix[0];
        String variant = matcher.group(2) == null ? "" : matcher.group(2);
        if (DATED.matcher(variant).matches()) return new Fix[0];
        int numbers = Math.min(image.numbers().size(), wanted.numbers().size());
        String raised = text(new Version(wanted.numbers().subList(0, numbers))) + variant;
        String image = word.text().substring(0, word.text().length() - tag.length()) + raised;
        return new Mending(project)
                .edit(
                        build.path(),
                        _ -> build.file().edit().replace(word.span(), image).result())
                .suggestion("project.go-module/raise", Text.of("warning.project.new-compiler"), image);
    }
}
