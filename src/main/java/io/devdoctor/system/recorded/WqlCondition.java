package io.devdoctor.system.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one kind of WQL condition that replay understands: `A = 'x' OR A = 'y'`.
record WqlCondition(List<Map.Entry<String, String>> alternatives) {
    private static final Pattern EQUAL = Pattern.compile("\\s*(\\w+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*");

    static Optional<WqlCondition> parse(String where) {
        List<Map.Entry<String, String>> alternatives = new ArrayList<>();
        for (String part : where.split("(?i)\\s+or\\s+")) {
            Matcher equal = EQUAL.matcher(part);
            if (!equal.matches()) return Optional.empty();
            String value = equal.group(2) == null ? equal.group(3) : equal.group(2);
            alternatives.add(Map.entry(equal.group(1), String.valueOf(value)));
        }
        return Optional.of(new WqlCondition(List.copyOf(alternatives)));
    }

    boolean holds(Map<String, Object> row) {
        return alternatives.stream()
                .anyMatch(one -> one.getValue().equalsIgnoreCase(String.valueOf(row.get(one.getKey()))));
    }
}
