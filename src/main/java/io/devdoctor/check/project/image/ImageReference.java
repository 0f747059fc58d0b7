package io.devdoctor.check.project.image;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A reference to an image: `golang:1.27-alpine`, `ghcr.io/shop/api@sha256:…`.
///
/// @param text       as written
/// @param registry   `docker.io` where none is named
/// @param repository with `library/` where Docker Hub's short form stands
/// @param tag        empty = none is named
/// @param digest     empty = none is named
public record ImageReference(
        String text, String registry, String repository, Optional<String> tag, Optional<String> digest) {
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9]+([._/-]+[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final String HUB = "docker.io";
    /// They serve Docker Hub's official images below another name.
    private static final Set<String> COPIES = Set.of("public.ecr.aws/docker/", "mirror.gcr.io/");

    /// Empty where the text is none, or holds a variable.
    public static Optional<ImageReference> parse(String text) {
        String rest = text.strip();
        int at = rest.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
        rest = at < 0 ? rest : rest.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        String path = colon < 0 ? rest : rest.substring(0, colon);
        int slash = path.indexOf('/');
        boolean named = slash > 0 && isHost(path.substring(0, slash));
        String registry = named ? path.substring(0, slash) : HUB;
        String repository = named ? path.substring(slash + 1) : path;
        if (!REPOSITORY.matcher(repository).matches()
                || !tag.map(TAG.asMatchPredicate()::test).orElse(true)) return Optional.empty();
        boolean official = isHub(registry) && !repository.contains("/");
        return Optional.of(new ImageReference(
                text.strip(),
                isHub(registry) ? HUB : registry,
                official ? "library/" + repository : repository,
                tag,
                digest));
    }

    private static boolean isHost(String part) {
        return part.contains(".") || part.contains(":") || part.equals("localhost");
    }

    private static boolean isHub(String registry) {
        return registry.equals(HUB) || registry.equals("index.docker.io") || registry.equals("registry-1.docker.io");
    }

    /// The name by which our tables know it: `golang`, `nginxinc/nginx-unprivileged`,
    /// `gcr.io/distroless/static`. A mirror's `library/golang` is `golang`: nobody else may use that name
    /// space.
    public String family() {
        String whole = registry + "/" + repository;
        for (String copy : COPIES) {
            if (whole.startsWith(copy + "library/")) return whole.substring(copy.length() + "library/".length());
        }
        if (repository.startsWith("library/")) return repository.substring("library/".length());
        return registry.equals(HUB) ? repository : whole;
    }

    /// The tag that counts where none is written: `latest`, unless a digest stands there.
    public Optional<String> effectiveTag() {
        return tag.or(() -> digest.isPresent() ? Optional.empty() : Optional.of("latest"));
    }

    /// Whether it means another image tomorrow: `latest`, or no tag, and no digest.
    public boolean isFloating() {
        return digest.isEmpty() && effectiveTag().filter("latest"::equals).isPresent();
    }
}
