package io.devdoctor.testing;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.probe.ProjectsProbe;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A project folder made of texts, read by the real probe, for tests of checks with many small files.
public final class ProjectFacts {
    public static final String ROOT = "C:\\src\\shop";

    /// A distribution that runs, for folders in it.
    private static final Reading<WslAnswer> RUNNING =
            Facts.known(new WslAnswer(Facts.known(List.of(new WslAnswer.Row("Ubuntu", "Running", 2, true))), Map.of()));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, String> files = new LinkedHashMap<>();
    private String root = ROOT;
    private String locale = "en-US";

    /// @param pathsAndTexts a path with `/` and the file's text, in turn
    public static ProjectFacts of(String... pathsAndTexts) {
        ProjectFacts facts = new ProjectFacts();
        for (int i = 0; i < pathsAndTexts.length; i += 2) facts.files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        return facts;
    }

    public ProjectFacts and(String path, String text) {
        files.put(path, text);
        return this;
    }

    /// Elsewhere than in [#ROOT], still on Windows.
    public ProjectFacts at(String folder) {
        root = folder;
        return this;
    }

    public ProjectFacts in(String newLocale) {
        locale = newLocale;
        return this;
    }

    /// A machine of which the project is known, and nothing else.
    public Machine machine() {
        try {
            Ports ports = RecordedPorts.open(recording().getBytes(StandardCharsets.UTF_8), "project");
            Machine empty = Machine.of(ports.platform(), Facts.NOW).with(Part.WSL_ANSWER, RUNNING);
            return empty.with(Part.PROJECTS, new ProjectsProbe().read(ports, empty));
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    /// What a check that needs nothing but the project finds.
    public List<Finding> examine(Check check) {
        return check.examine(machine());
    }

    private String recording() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("devdoctorRecording", 1).put("taken", Facts.NOW.toString());
        json.putObject("os")
                .put("family", "windows")
                .put("version", "10.0.26100.2314")
                .put("locale", locale)
                .put("ansiCodePage", 1252)
                .put("oemCodePage", 437)
                .put("timeZone", "UTC")
                .put("user", "li")
                .put("home", "C:\\Users\\li");
        json.putArray("projects").add(root);
        ObjectNode recorded = json.putObject("files");
        Map<String, TreeSet<String>> folders = new LinkedHashMap<>();
        folders.put(root, new TreeSet<>());
        files.forEach((path, text) -> {
            List<String> names = new ArrayList<>(List.of(path.split("/")));
            String last = names.removeLast();
            String folder = root;
            for (String name : names) {
                folders.computeIfAbsent(folder, _ -> new TreeSet<>()).add(name);
                folder = folder + "\\" + name;
                folders.computeIfAbsent(folder, _ -> new TreeSet<>());
            }
            folders.computeIfAbsent(folder, _ -> new TreeSet<>()).add(last);
            recorded.putObject(folder + "\\" + last).put("text", text);
        });
        folders.forEach(
                (folder, names) -> names.forEach(recorded.withObject(folder).withArray("entries")::add));
        return MAPPER.writeValueAsString(json);
    }
}
