package io.devdoctor.cli;

import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.Wait;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// One line on stderr that says how far the examination is and whom it waits for; only on a terminal.
final class Progress implements Consumer<ExaminationEvent> {
    private final Terminal terminal;
    private final Messages messages;
    private int total;
    private int done;
    private List<Wait> slow = List.of();

    Progress(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        // It stands on stderr, which may have another encoding.
        boolean shows = terminal.err().charset().newEncoder().canEncode(messages.say("cli.progress", 1, 1));
        this.messages = shows ? messages : Messages.of(Language.ENGLISH);
    }

    @Override
    public void accept(ExaminationEvent event) {
        switch (event) {
            case ExaminationEvent.Started started -> total = started.checks().size();
            case ExaminationEvent.CheckFinished _ -> {
                done++;
                show(line());
            }
            case ExaminationEvent.Slow(List<Wait> waits) -> {
                slow = waits;
                show(line());
            }
            case ExaminationEvent.Finished _ -> show("");
            case ExaminationEvent.ProbeStarted _, ExaminationEvent.PartArrived _ -> {}
        }
    }

    /// Of several that keep it waiting, the one that has done so longest.
    private String line() {
        String far = messages.say("cli.progress", done, total);
        return slow.stream()
                .max(Comparator.comparing(Wait::waited))
                .map(wait -> messages.say(
                        "cli.progress.slow",
                        far,
                        messages.say(
                                "desktop.slow",
                                Sheet.line(wait.whom()),
                                wait.waited().toSeconds(),
                                wait.limit().toSeconds())))
                .orElse(far);
    }

    private void show(String line) {
        if (!terminal.live()) return;
        // A line that is wider than the terminal could not be taken back.
        String fitting = Columns.wrap(line, terminal.width() - 1).getFirst();
        terminal.err().print("\r\u001b[K" + fitting);
        terminal.err().flush();
    }
}
