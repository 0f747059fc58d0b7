package io.devdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One scan of a generated tree by `devdoctor check --only project`, as a whole process, against
/// `git ls-files --eol`, which reads every file too.
record ScanBench(Built built, Path folder) {
    private static final String GIT = "git ls-files --eol";
    private static final String OURS = "devdoctor check --only project";

    void run(int files, int rounds) throws IOException, InterruptedException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        int written = new GeneratedTree(tree).write(files);
        System.out.println("(c) scan of a project of " + written + " files");
        try {
            new Contestant("git", List.of("git", "init", "-q"), tree).run();
            new Contestant("git", List.of("git", "-c", "core.autocrlf=false", "add", "-A"), tree).run();
        } catch (IOException e) {
            System.out.println("  not measured, for there is no git: " + e.getMessage());
            return;
        }
        Contestant git = new Contestant(GIT, List.of("git", "ls-files", "--eol"), tree);
        new Race(List.of(git, scan(tree))).run(rounds).print();
    }

    private Contestant scan(Path tree) {
        List<String> line = built.command(
                "check",
                "--project",
                tree.toString(),
                "--only",
                "project",
                "--output",
                folder.resolve("report.txt").toString(),
                "--force",
                "--exit-zero");
        return new Contestant(OURS, line, folder).with(built.environment(folder.resolve("home"), true));
    }
}
