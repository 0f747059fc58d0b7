package io.devdoctor.cli;

import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Choices;
import io.devdoctor.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `devdoctor list`: every check.
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "option.list-format")
    private Format format = Format.text;

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    ListCommand(Session session) {
        this.session = session;
    }

    /// Names as they are typed.
    enum Format {
        text,
        json
    }

    /// One check as JSON.
    private record Entry(
            String id, String area, String title, List<String> needs, List<String> causes, boolean takesValue) {}

    @Override
    public Integer call() {
        Messages messages = language.messages(session);
        List<Entry> entries = Checks.ALL.stream()
                .map(Check::info)
                .map(info -> entry(info, messages))
                .toList();
        switch (format) {
            case json -> session.terminal().out().println(json(entries));
            case text -> print(entries, messages);
        }
        return ExitCode.GOOD;
    }

    private static String json(List<Entry> entries) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(entries);
    }

    private void print(List<Entry> entries, Messages messages) {
        int widest =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        String area = "";
        for (Entry entry : entries) {
            if (!entry.area().equals(area)) {
                area = entry.area();
                session.terminal().out().println(Glyphs.of(session.terminal()).strong(messages.say("area." + area)));
            }
            String value = entry.takesValue() ? "  [--value]" : "";
            session.terminal()
                    .out()
                    .println("  " + entry.id() + " ".repeat(widest - entry.id().length() + 2) + entry.title() + value);
        }
    }

    private static Entry entry(CheckInfo info, Messages messages) {
        return new Entry(
                info.id(),
                info.area().id(),
                messages.say(info.nameKey()),
                info.needs().stream().map(Object::toString).sorted().toList(),
                info.causes().stream().map(CheckInfo.Cause::check).toList(),
                Choices.has(info.id()));
    }
}
