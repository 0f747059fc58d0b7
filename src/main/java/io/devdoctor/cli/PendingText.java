package io.devdoctor.cli;

import io.devdoctor.machine.Reading;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;

/// What waits for one restart, what that restart runs, and what it ends, as lines for a terminal.
record PendingText(Messages messages, int columns) {

    List<String> of(PendingWork work) {
        List<String> lines = new ArrayList<>(PreviewText.of(work.how(), messages, columns));
        int place = 1;
        for (Entry entry : work.entries()) lines.add(place++, "  - " + messages.say(entry.title()));
        List<String> ends = new ArrayList<>();
        stops("cli.pending.stops.distros", work.stops().distros(), ends);
        stops("cli.pending.stops.containers", work.stops().containers(), ends);
        lines.addAll(ends.isEmpty() ? List.of(messages.say("cli.pending.stops.nothing")) : ends);
        return lines;
    }

    private void stops(String key, Reading<List<String>> names, List<String> lines) {
        switch (names) {
            case Reading.Known<List<String>>(List<String> all, var _) -> {
                if (!all.isEmpty()) lines.add(messages.say(key, Text.several(all)));
            }
            case Reading.Unknown<List<String>>(var _, String detail, var _) ->
                lines.add(messages.say("cli.pending.stops.unread", detail));
            case Reading.Absent<List<String>> _, Reading.NotApplicable<List<String>> _ -> {
                // There is nothing of that kind.
            }
        }
    }
}
