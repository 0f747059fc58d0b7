package io.devdoctor.report;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The few facts by which people recognise a machine: system, memory, WSL, distributions, Docker. What was not read is
/// left out. Labels are message keys `fact.<id>`.
public final class MachineFacts {
    private static final int MOST_SETTINGS = 20;
    private final Machine machine;
    private final Messages messages;
    private final List<Diagnosis.Fact> facts = new ArrayList<>();

    private MachineFacts(Machine machine, Messages messages) {
        this.machine = machine;
        this.messages = messages;
    }

    public static List<Diagnosis.Fact> of(Machine machine, Messages messages) {
        return new MachineFacts(machine, messages).collect();
    }

    private List<Diagnosis.Fact> collect() {
        add("system", system());
        add("locale", Optional.of(machine.platform().locale()));
        add("memory", from(Part.HOST, host -> host.memory()).map(memory -> size(memory.total())));
        add("processors", from(Part.HOST, Host::processor).map(processor -> String.valueOf(processor.logical())));
        add("wsl", from(Part.WSL, Wsl::packageVersion));
        add(
                "distros",
                from(Part.WSL, Wsl::distros).filter(list -> !list.isEmpty()).map(this::names));
        add(
                "engines",
                part(Part.WORLDS)
                        .map(Worlds::engines)
                        .filter(list -> !list.isEmpty())
                        .map(this::engines));
        add(
                "wslconfig",
                part(Part.WSL_CONFIG).flatMap(file -> file.content().known()).map(this::settings));
        add("docker-desktop", from(Part.DOCKER_DESKTOP, DockerDesktop::install).map(DockerDesktop.Install::version));
        add("endpoint", part(Part.DOCKER_ENGINE).map(DockerEngine::endpoint));
        add(
                "engine",
                from(Part.DOCKER_ENGINE, DockerEngine::version)
                        .map(version -> messages.say("fact.engine-api", version.engine(), version.api())));
        add(
                "engine-memory",
                from(Part.DOCKER_ENGINE, DockerEngine::info)
                        .flatMap(info -> info.memoryTotal().known())
                        .map(this::size));
        return facts;
    }

    /// What the machine itself says of its version is not read by every examination; its build tells most of it.
    private Optional<String> system() {
        Optional<String> windows = from(Part.HOST, Host::windows)
                .map(version -> windows(version.build(), version.displayVersion() + " ", version.revision()));
        return windows.or(() -> Optional.of(platform(machine.platform())));
    }

    private static String platform(Platform platform) {
        String[] version = platform.version().split("\\.");
        if (platform.isWindows()
                && version.length == 4
                && version[2].matches("\\d{1,6}")
                && version[3].matches("\\d{1,6}"))
            return windows(Integer.parseInt(version[2]), "", Integer.parseInt(version[3]));
        String name = platform.family().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " " + platform.version();
    }

    private static String windows(long build, String release, long revision) {
        String generation = build >= Thresholds.number("windows.eleven-build") ? "11" : "10";
        return "Windows " + generation + " " + release + "(" + build + "." + revision + ")";
    }

    /// The lines of .wslconfig that say something.
    private String settings(FileContent file) {
        String text = new String(file.bytes().toArray(), StandardCharsets.UTF_8);
        List<String> lines = text.lines()
                .map(line -> line.strip().replace("\uFEFF", ""))
                .filter(line -> line.indexOf('=') > 0 && !line.startsWith("#"))
                .limit(MOST_SETTINGS)
                .toList();
        return lines.isEmpty() ? "" : messages.say(Text.of("fact.distro-list", Text.several(lines)));
    }

    private String names(List<Wsl.Distro> distros) {
        List<String> names = distros.stream().map(this::name).toList();
        return messages.say(Text.of("fact.distro-list", Text.several(names)));
    }

    /// Engines beside Docker Desktop's; one that could not be told to run is named alone.
    private String engines(List<Worlds.Engine> engines) {
        List<String> names = engines.stream().map(this::engine).toList();
        return messages.say(Text.of("fact.distro-list", Text.several(names)));
    }

    private String engine(Worlds.Engine engine) {
        String key = engine.running().isAbsent() ? "fact.engine-stopped" : "fact.engine-in";
        return messages.say(key, messages.say("engine.maker." + engine.maker()), engine.distro());
    }

    private String name(Wsl.Distro distro) {
        return distro.mode()
                .known()
                .map(mode -> messages.say("fact.distro-mode", distro.name(), mode))
                .orElse(distro.name());
    }

    private String size(long bytes) {
        return messages.format().size(bytes);
    }

    private void add(String id, Optional<String> value) {
        value.filter(text -> !text.isBlank())
                .ifPresent(text -> facts.add(new Diagnosis.Fact(id, messages.say("fact." + id), text)));
    }

    private <P> Optional<P> part(Part<P> part) {
        return machine.has(part) ? machine.part(part).known() : Optional.empty();
    }

    private <P, T> Optional<T> from(Part<P> part, Function<P, Reading<T>> fact) {
        return part(part).flatMap(value -> fact.apply(value).known());
    }
}
