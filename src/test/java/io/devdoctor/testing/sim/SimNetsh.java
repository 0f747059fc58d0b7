package io.devdoctor.testing.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// netsh, and the service winnat that takes blocks of 100 ports away, of the simulated Windows. What netsh shows are
/// the recorded words with other numbers.
record SimNetsh(SimState state) {
    private static final String PROXIES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\PortProxy\\v4tov4\\tcp";
    private static final Pattern ROW = Pattern.compile("(?m)^ +(\\d+) +(\\d+) *(\\*?) *\r\n");
    private static final Pattern NUMBER = Pattern.compile(": \\d+");
    private static final int REFUSED = 1;
    private static final int ALREADY = 2;
    private static final int LOWEST_START = 1025;
    private static final int BLOCK = 99;

    /// @param line program and arguments
    int run(List<String> line) {
        return switch (line.get(2) + " " + line.get(3)) {
            case "set dynamicport" -> dynamic(line.get(1), line.get(4), number(line.get(5)), number(line.get(6)));
            case "add excludedportrange" -> reserve(line.get(1), line.get(4), number(line.get(5)));
            case "delete excludedportrange" -> release(line.get(1), line.get(4), number(line.get(5)));
            case "delete v4tov4" -> deleteProxy(line);
            case "add v4tov4" -> addProxy(line);
            default -> REFUSED;
        };
    }

    /// `net stop winnat` gives its blocks back, `net start winnat` takes those that are free.
    int winnat(String verb) {
        boolean stops = verb.equals("stop");
        ObjectNode before = state.load();
        if (before.path("winnatStopped").asBoolean(false) == stops) return ALREADY;
        state.change(root -> {
            root.put("winnatStopped", stops);
            if (stops) eachTable(root, SimNetsh::giveBack);
            else eachTable(root, SimNetsh::take);
        });
        return 0;
    }

    private int dynamic(String ip, String transport, int start, int count) {
        if (start < LOWEST_START) return REFUSED;
        state.change(root -> {
            ObjectNode answer = answer(root, ip, "dynamicport", transport);
            Matcher numbers = NUMBER.matcher(answer.path("stdout").asString());
            int[] next = {start, count};
            int[] at = {0};
            answer.put("stdout", numbers.replaceAll(_ -> ": " + next[at[0]++]));
        });
        return 0;
    }

    private int reserve(String ip, String protocol, int port) {
        ObjectNode table = answer(state.load(), ip, "excludedportrange", protocol);
        if (rows(table).stream().anyMatch(row -> row.holds(port))) return REFUSED;
        state.change(root -> {
            ObjectNode answer = answer(root, ip, "excludedportrange", protocol);
            List<Row> rows = rows(answer);
            rows.add(new Row(port, port, true));
            write(answer, rows);
        });
        return 0;
    }

    private int release(String ip, String protocol, int port) {
        Row gone = new Row(port, port, true);
        if (!rows(answer(state.load(), ip, "excludedportrange", protocol)).contains(gone)) return REFUSED;
        state.change(root -> {
            ObjectNode answer = answer(root, ip, "excludedportrange", protocol);
            List<Row> rows = rows(answer);
            rows.remove(gone);
            write(answer, rows);
        });
        return 0;
    }

    private int deleteProxy(List<String> line) {
        String name = value(line.get(5)) + "/" + value(line.get(4));
        if (!SimRegistry.values(state.load(), PROXIES).has(name)) return REFUSED;
        state.change(root -> SimRegistry.values(root, PROXIES).remove(name));
        return 0;
    }

    private int addProxy(List<String> line) {
        state.change(root -> SimRegistry.values(root, PROXIES)
                .putArray(value(line.get(5)) + "/" + value(line.get(4)))
                .add("REG_SZ")
                .add(value(line.get(7)) + "/" + value(line.get(6))));
        return 0;
    }

    /// A row of a table of excluded ports.
    private record Row(int first, int last, boolean marked) {
        boolean holds(int port) {
            return first <= port && port <= last;
        }

        boolean isBlock() {
            return !marked && last - first == BLOCK;
        }
    }

    private static void giveBack(ObjectNode answer) {
        List<Row> rows = rows(answer);
        List<Row> blocks = new ArrayList<>(rows(answer.path("blocks").asString("")));
        rows.stream().filter(Row::isBlock).filter(row -> !blocks.contains(row)).forEach(blocks::add);
        answer.put("blocks", text(blocks));
        write(answer, rows.stream().filter(row -> !row.isBlock()).toList());
    }

    private static void take(ObjectNode answer) {
        List<Row> rows = rows(answer);
        List<Row> blocks = rows(answer.path("blocks").asString(""));
        List<Row> marked = rows.stream().filter(Row::marked).toList();
        blocks.stream()
                .filter(block -> marked.stream().noneMatch(row -> block.holds(row.first())))
                .forEach(rows::add);
        write(answer, rows);
    }

    private static List<Row> rows(JsonNode answer) {
        return rows(answer.path("stdout").asString());
    }

    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            rows.add(new Row(
                    Integer.parseInt(row.group(1)),
                    Integer.parseInt(row.group(2)),
                    !row.group(3).isEmpty()));
        }
        return rows;
    }

    private static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row ->
                text.append("%10d  %10d%s\r\n".formatted(row.first(), row.last(), row.marked() ? "     *" : "      ")));
        return text.toString();
    }

    private static void write(ObjectNode answer, List<Row> rows) {
        String old = answer.path("stdout").asString();
        int end = old.indexOf("\r\n", old.indexOf("-----")) + 2;
        String foot = old.substring(old.indexOf("\r\n*"));
        answer.put("stdout", old.substring(0, end) + text(rows) + foot);
    }

    private static void eachTable(ObjectNode root, java.util.function.Consumer<ObjectNode> work) {
        for (JsonNode command : root.path("commands")) {
            if (command.path("run").toString().contains("excludedportrange")) work.accept((ObjectNode) command);
        }
    }

    private static ObjectNode answer(ObjectNode root, String ip, String table, String transport) {
        for (JsonNode command : root.path("commands")) {
            JsonNode run = command.path("run");
            if (run.path(2).asString("").equals(ip)
                    && run.path(4).asString("").equals(table)
                    && run.path(5).asString("").equals(transport)) {
                return (ObjectNode) command;
            }
        }
        throw new AssertionError("netsh was never asked for " + ip + " " + table + " " + transport);
    }

    private static int number(String option) {
        return Integer.parseInt(value(option));
    }

    private static String value(String option) {
        return option.substring(option.indexOf('=') + 1);
    }
}
