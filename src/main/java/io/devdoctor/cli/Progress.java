package io.devdoctor.cli;

import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.text.Messages;
import java.util.function.Consumer;

/// One line on stderr that says how far the examination is; only on a terminal.
final class Progress implements Consumer<ExaminationEvent> {
    private final Terminal terminal;
    private final Messages messages;
    private int total;
    private int done;

    Progress(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public void accept(ExaminationEvent event) {
        switch (event) {
            case ExaminationEvent.Started started -> total = started.checks().size();
            case ExaminationEvent.CheckFinished _ -> {
                done++;
                show(messages.say("cli.progress", done, total));
            }
            case ExaminationEvent.Finished _ -> show("");
            case ExaminationEvent.ProbeStarted _, ExaminationEvent.PartArrived _, ExaminationEvent.Slow _ -> {}
        }
    }

    private void show(String line) {
        if (!terminal.live()) return;
        terminal.err().print("\r\u001b[K" + line);
        terminal.err().flush();
    }
}
