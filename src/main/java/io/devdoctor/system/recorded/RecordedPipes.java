package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Pipes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Named pipes of a recording. The list is complete, unless `pipesAsked` names the only pipes that were looked for.
final class RecordedPipes implements Pipes {
    private final Tape tape;
    private final boolean recorded;
    private final Map<String, Reading<Boolean>> pipes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    RecordedPipes(Json root, Tape tape) {
        this.tape = tape;
        this.recorded = root.has("pipes");
        for (Json json : root.elements("pipes")) {
            String name =
                    json.node().isString() ? json.text() : json.member("name").text();
            pipes.put(name, tape.reading(json, source(name), _ -> true));
        }
        for (Json name : root.elements("pipesAsked")) asked.add(name.text());
    }

    @Override
    public Reading<Boolean> pipe(String name) {
        Reading<Boolean> known = pipes.get(name);
        if (known != null) return known;
        boolean complete = recorded && (asked.isEmpty() || asked.contains(name));
        return complete ? new Reading.Absent<>(source(name)) : tape.notRecorded(source(name));
    }

    private Source source(String name) {
        return tape.source(Source.Kind.PIPE, "\\\\.\\pipe\\" + name);
    }
}
