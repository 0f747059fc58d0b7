package io.devdoctor.check.project;

import io.devdoctor.check.project.SentFolder.Item;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The lines of a new .dockerignore: what is there and no build needs. A line that would take away what a COPY names,
/// what Go embeds, or what its modules need is left out.
///
/// @param sent the context as it is now, with everything in it
record ProposedIgnore(Workspace project, SentFolder sent) {
    private static final List<String> COMMON = List.of(
            "**/.git",
            "**/node_modules",
            "**/.env",
            "**/.env.*",
            "!**/.env.example",
            "!**/.env.sample",
            "!**/.env.template",
            "**/.idea",
            "**/.vscode",
            "**/.vs",
            "**/*.log",
            "**/__pycache__",
            "**/.venv",
            "**/coverage");

    List<String> lines() {
        Set<String> needed = needed();
        List<String> lines = new ArrayList<>();
        for (String pattern : COMMON) {
            if (pattern.startsWith("!") ? lines.contains("**/.env.*") : isWanted(pattern, needed)) lines.add(pattern);
        }
        for (Item item : sent.items()) {
            boolean secret = item.entry().isFile()
                    && SensitiveFiles.kind(project, item.entry().path()).isPresent();
            String pattern = literal(item.path());
            if (secret && !rules(lines).ignores(item.path()) && isWanted(pattern, needed)) lines.add(pattern);
        }
        return List.copyOf(lines);
    }

    /// Of the common ones `.git` and variables are worth a line before they are there.
    private boolean isWanted(String pattern, Set<String> needed) {
        DockerIgnore rule = rules(List.of(pattern));
        boolean early = pattern.equals("**/.git") || pattern.startsWith("**/.env");
        boolean there = early || sent.items().stream().anyMatch(item -> rule.ignores(item.path()));
        return there && needed.stream().noneMatch(rule::ignores) && !(pattern.equals("**/.git") && asksGit());
    }

    private boolean asksGit() {
        return sent.model().reachable().stream()
                .flatMap(stage -> stage.stage().all(Instruction.Run.class))
                .anyMatch(
                        run -> run.text().matches("(?s).*\\bgit\\s+(describe|rev-parse|log|status|diff|submodule).*"));
    }

    /// Everything that some instruction names, and what the sources cannot do without.
    private Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        for (ContextSource source : sent.sources()) {
            if (source.path().isEmpty()) continue;
            sent.items().stream()
                    .map(Item::path)
                    .filter(path -> SentFolder.takes(source.path(), path))
                    .forEach(needed::add);
        }
        for (GoFile file : project.facts().go().values()) {
            String folder = Project.parent(file.path());
            for (GoFile.Embed embed : file.embeds()) {
                String pattern = embed.pattern().replaceFirst("^all:", "");
                String path = folder.isEmpty() ? pattern : folder + "/" + pattern;
                String start =
                        sent.build().context().isEmpty() ? "" : sent.build().context() + "/";
                if (path.startsWith(start)) needed.add(path.substring(start.length()));
            }
        }
        return needed;
    }

    private static DockerIgnore rules(List<String> lines) {
        return DockerIgnore.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /// A pattern that means this path alone.
    static String literal(String path) {
        return path.replaceAll("([\\[\\]*?\\\\])", "\\\\$1");
    }
}
