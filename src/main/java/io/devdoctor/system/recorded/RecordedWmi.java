package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Wmi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// WMI classes of a recording. An entry with `where` answers that condition alone; one without holds the whole class.
final class RecordedWmi implements Wmi {
    private final Tape tape;
    private final Map<String, Json> classes = new LinkedHashMap<>();

    RecordedWmi(Json root, Tape tape) {
        this.tape = tape;
        for (Json json : root.elements("wmi")) {
            String name = json.member("class").text();
            String namespace = json.text("namespace", "root\\CIMV2");
            String where = json.text("where", "");
            classes.put(key(namespace, name, where), json);
            tape.reading(json, tape.source(Source.Kind.WMI, name), RecordedWmi::all);
        }
    }

    private static List<Map<String, Object>> all(Json json) {
        return json.member("rows").elements().stream().map(RecordedWmi::row).toList();
    }

    private static Map<String, Object> row(Json json) {
        Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.members().forEach((name, value) -> {
            if (value.node().isBoolean()) row.put(name, value.truth());
            else if (value.node().isString()) row.put(name, value.text());
            else if (!value.isNull()) row.put(name, value.number());
        });
        return row;
    }

    @Override
    public Reading<List<Map<String, Object>>> rows(
            String namespace, String className, List<String> columns, String where) {
        String query = "SELECT " + String.join(",", columns) + " FROM " + className
                + (where.isEmpty() ? "" : " WHERE " + where);
        Source source = tape.source(Source.Kind.WMI, namespace + ": " + query);
        Json exact = classes.get(key(namespace, className, where));
        if (exact != null) return tape.reading(exact, source, json -> narrow(all(json), columns));
        Json whole = classes.get(key(namespace, className, ""));
        Optional<WqlCondition> condition = WqlCondition.parse(where);
        if (whole == null || condition.isEmpty()) return tape.notRecorded(source);
        return tape.reading(
                whole,
                source,
                json -> narrow(all(json).stream().filter(condition.get()::holds).toList(), columns));
    }

    private static List<Map<String, Object>> narrow(List<Map<String, Object>> rows, List<String> columns) {
        List<Map<String, Object>> narrowed = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> fewer = new LinkedHashMap<>();
            for (String column : columns) {
                Object value = row.get(column);
                if (value != null) fewer.put(column, value);
            }
            narrowed.add(Map.copyOf(fewer));
        }
        return List.copyOf(narrowed);
    }

    private static String key(String namespace, String name, String where) {
        return String.join("|", namespace, name, where.strip().replaceAll("\\s+", " "))
                .toLowerCase(Locale.ROOT);
    }
}
