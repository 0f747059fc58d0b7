package io.devdoctor.check.project.dockerfile;

import io.devdoctor.format.dockerfile.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who fetches what a project depends on, and from which files it knows what to fetch.
enum Fetcher {
    GO("go mod download", Set.of("go.mod"), List.of("go.sum"), "go\\.(?:mod|sum|work).*"),
    NPM(
            "npm ci",
            Set.of("package.json"),
            List.of("package-lock.json"),
            "package(?:-lock)?\\.json|package\\*\\.json|npm-shrinkwrap.*"),
    YARN("yarn install", Set.of("package.json"), List.of("yarn.lock"), "package\\*?\\.json|yarn\\.lock"),
    PNPM("pnpm install", Set.of("package.json"), List.of("pnpm-lock.yaml"), "package\\*?\\.json|pnpm-.*"),
    PIP("pip install -r", Set.of(), List.of(), "requirements.*\\.txt|requirements.*|pyproject\\.toml");

    private static final Set<String> GO_WORK = Set.of("build", "install", "test", "vet", "run", "list", "generate");

    private final String command;
    private final Set<String> manifests;
    private final List<String> locks;
    private final Pattern named;

    Fetcher(String command, Set<String> manifests, List<String> locks, String named) {
        this.command = command;
        this.manifests = manifests;
        this.locks = locks;
        this.named = Pattern.compile(named);
    }

    /// What fetches, as a person types it.
    String command() {
        return command;
    }

    Set<String> manifests() {
        return manifests;
    }

    /// The files that fix the versions.
    List<String> locks() {
        return locks;
    }

    /// Whether a source of COPY is one of its files.
    boolean owns(String source) {
        return named.matcher(source.substring(source.lastIndexOf('/') + 1)).matches();
    }

    /// Who fetches when this command runs.
    static Optional<Fetcher> of(ShellCommand command) {
        List<String> operands = command.operands();
        String first = operands.isEmpty() ? "" : operands.getFirst();
        return switch (command.program()) {
            case "go" ->
                GO_WORK.contains(first) || command.is("go", "mod", "download") ? Optional.of(GO) : Optional.empty();
            case "npm" ->
                Set.of("ci", "install", "i").contains(first) && operands.size() == 1
                        ? Optional.of(NPM)
                        : Optional.empty();
            case "yarn" ->
                first.isEmpty() && !command.has("--version") || first.equals("install")
                        ? Optional.of(YARN)
                        : Optional.empty();
            case "pnpm" ->
                Set.of("install", "i").contains(first) && operands.size() == 1 ? Optional.of(PNPM) : Optional.empty();
            case "pip", "pip3" ->
                first.equals("install") && (command.has("-r") || command.has("--requirement"))
                        ? Optional.of(PIP)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
