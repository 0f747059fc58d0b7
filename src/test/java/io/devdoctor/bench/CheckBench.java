package io.devdoctor.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `devdoctor check --sample healthy-en --format json` as a whole process.
record CheckBench(Built built, Path folder) {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final String BARE = "bare JVM start";
    private static final String CACHED = "devdoctor check, AOT cache";
    private static final String PLAIN = "devdoctor check, no AOT cache";
    private static final String ENVINFO = "npx envinfo --json";

    void run(int rounds) throws IOException, InterruptedException {
        System.out.println("(a) devdoctor check --sample healthy-en --format json, whole process");
        List<Contestant> all = new ArrayList<>(List.of(bare(), check(PLAIN, false)));
        if (built.packaged()) all.add(check(CACHED, true));
        Optional<Contestant> envinfo = envinfo();
        envinfo.ifPresent(all::add);
        Race race = new Race(all).run(rounds);
        race.print();
        String ours = built.packaged() ? CACHED : PLAIN;
        if (envinfo.isPresent()) System.out.printf("  => %.2f of envinfo%n", race.ratio(ours, ENVINFO));
        else System.out.println("  npx envinfo: not measured (no npm, or its package could not be installed)");
    }

    private Contestant bare() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes().toString(),
                Nothing.class.getName());
        return new Contestant(BARE, line, folder);
    }

    private static Path classes() {
        return Path.of(URI.create(Nothing.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private Contestant check(String name, boolean cache) {
        return new Contestant(name, built.command("check", "--sample", "healthy-en", "--format", "json"), folder)
                .with(built.environment(folder.resolve("home"), cache));
    }

    /// Installed once beside the project, then started without asking the registry.
    private Optional<Contestant> envinfo() throws IOException, InterruptedException {
        Path tools = Files.createDirectories(folder.resolve("envinfo"));
        String npm = WINDOWS ? "npm.cmd" : "npm";
        String npx = WINDOWS ? "npx.cmd" : "npx";
        try {
            new Contestant("npm", List.of(npm, "install", "--no-audit", "--no-fund", "--prefix", ".", "envinfo"), tools)
                    .run();
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(new Contestant(ENVINFO, List.of(npx, "--no-install", "envinfo", "--json"), tools));
    }
}
