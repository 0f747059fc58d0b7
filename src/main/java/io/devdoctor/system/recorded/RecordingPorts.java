package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Pipes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import io.devdoctor.system.Services;
import io.devdoctor.system.Wmi;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Passes every read through to other ports and keeps the answers, secrets masked at once. Examine [#ports()], then
/// take the [#recording()].
public final class RecordingPorts {
    private final Spool spool;
    private final RecordingFiles files;
    private final RecordingRegistry registry;
    private final Ports ports;

    private RecordingPorts(Ports source, DockerJavaEngineApi engine, String note) {
        spool = new Spool(source.platform(), source.clock().now(), note);
        files = new RecordingFiles(source.files(), spool);
        registry = new RecordingRegistry(source.registry(), spool);
        ports = new Ports(
                source.origin(),
                source.platform(),
                source.projects(),
                source.clock(),
                registry,
                services(source.services()),
                commands(source.commands()),
                files,
                new RecordingRepositories(source.repositories(), spool),
                environment(source.environment()),
                new RecordingHardware(source.hardware(), spool),
                new RecordingNetwork(source.network(), spool),
                pipes(source.pipes()),
                new RecordingWin32(source.win32(), spool),
                wmi(source.wmi()),
                RecordingEngine.around(engine, spool, source.clock()));
    }

    /// @param note what the recording is about, in its author's words
    /// @throws IllegalArgumentException if the engine is not reached through docker-java, the seam of recording
    public static RecordingPorts around(Ports source, String note) {
        if (source.engine() instanceof DockerJavaEngineApi engine) return new RecordingPorts(source, engine, note);
        throw new IllegalArgumentException("not docker-java: " + source.engine().getClass());
    }

    public Ports ports() {
        return ports;
    }

    /// Everything read so far.
    public Recording recording() {
        ObjectNode document = spool.document();
        if (!ports.projects().isEmpty()) ports.projects().forEach(document.putArray("projects")::add);
        registry.complete(document);
        files.complete(document);
        return new Recording(document, spool.masking().count());
    }

    private Services services(Services source) {
        return name -> {
            Reading<ServiceState> reading = source.service(name);
            spool.outcome(reading, RecordingPorts::service).ifPresent(json -> spool.put("services", name, json));
            return reading;
        };
    }

    private static ObjectNode service(ServiceState state) {
        ObjectNode json = Spool.JSON.objectNode();
        json.put("state", state.run().name().toLowerCase(Locale.ROOT));
        if (state.start() != ServiceState.Start.UNREAD) {
            json.put("start", state.start().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    private Commands commands(Commands source) {
        return query -> {
            Reading<CommandOutput> reading = source.run(query);
            ObjectNode entry = Spool.JSON.objectNode();
            ArrayNode run = entry.putArray("run");
            query.run().forEach(run::add);
            spool.append("commands", entry, reading, output -> output(query.query(), output));
            return reading;
        };
    }

    private ObjectNode output(Query query, CommandOutput output) {
        boolean lint = query.equals(Queries.BUILD_CHECK);
        Bytes stdout = lint ? LintSources.without(output.stdout()) : output.stdout();
        ObjectNode json = Spool.JSON.objectNode();
        json.put("at", output.startedAt().toString()).put("exit", output.exit());
        spool.masking().content(json, stdout, "stdout", "stdoutBase64", "charset");
        spool.masking().content(json, output.stderr(), "stderr", "stderrBase64", "stderrCharset");
        if (json.has("charset") && !json.has("stderrCharset")) json.put("stderrCharset", "UTF-8");
        return json.put("millis", Spool.millis(output.took()));
    }

    private Environment environment(Environment source) {
        return scope -> {
            Reading<Map<String, String>> reading = source.variables(scope);
            ObjectNode json = Spool.JSON.objectNode();
            reading.known()
                    .ifPresent(variables -> variables.forEach(
                            (name, value) -> json.put(name, spool.masking().variable(name, value))));
            String word = scope.name().toLowerCase(Locale.ROOT);
            if (reading.isKnown()) spool.put("environment", word, json);
            else
                spool.outcome(reading, _ -> json)
                        .ifPresent(why -> spool.put(
                                "environment", "unread", Spool.JSON.objectNode().set(word, why)));
            return reading;
        };
    }

    private Pipes pipes(Pipes source) {
        Map<String, Boolean> asked = new ConcurrentHashMap<>();
        return name -> {
            Reading<Boolean> reading = source.pipe(name);
            boolean first = asked.putIfAbsent(name, true) == null;
            if (first && !(reading instanceof Reading.NotApplicable)) {
                spool.outcome(reading, Spool.JSON::booleanNode).ifPresent(json -> pipe(name, json));
            }
            return reading;
        };
    }

    private void pipe(String name, tools.jackson.databind.JsonNode outcome) {
        spool.add("pipesAsked", Spool.JSON.stringNode(name));
        ObjectNode entry = Spool.JSON.objectNode().put("name", name);
        if (outcome instanceof ObjectNode why) entry.setAll(why);
        if (outcome.isNull() || outcome.isBoolean() && !outcome.booleanValue()) entry.put("absent", true);
        spool.add("pipes", entry);
    }

    private Wmi wmi(Wmi source) {
        return (namespace, className, columns, where) -> {
            var reading = source.rows(namespace, className, columns, where);
            ObjectNode entry =
                    Spool.JSON.objectNode().put("namespace", namespace).put("class", className);
            if (!where.isEmpty()) entry.put("where", where);
            if (!(reading instanceof Reading.NotApplicable)) {
                spool.append("wmi", entry, reading, rows -> {
                    ObjectNode json = Spool.JSON.objectNode();
                    ArrayNode list = json.putArray("rows");
                    rows.forEach(row -> list.add(row(row)));
                    return json;
                });
            }
            return reading;
        };
    }

    private ObjectNode row(Map<String, Object> row) {
        ObjectNode json = Spool.JSON.objectNode();
        row.forEach((name, value) -> {
            switch (value) {
                case Boolean truth -> json.put(name, truth);
                case Long number -> json.put(name, number);
                case Object other -> json.put(name, spool.masking().value(name, other.toString()));
            }
        });
        return json;
    }
}
