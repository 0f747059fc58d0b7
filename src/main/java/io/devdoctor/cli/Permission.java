package io.devdoctor.cli;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/// What the person at the command line agrees to, by options or when asked. The deletion of data is agreed to by
/// itself.
final class Permission {
    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    @Option(names = "--delete-data", descriptionKey = "option.delete-data")
    private boolean deleteData;

    /// Whether it may be done; asks where no option says so.
    boolean isGiven(Fix fix, Session session, Messages messages) throws IOException {
        boolean deletes = fix.effects().contains(Effect.DELETES_DATA);
        if (yes && deletes && !deleteData) throw CliProblem.usage(Text.of("cli.error.delete-data"));
        if (!isGiven(session, messages)) return false;
        return !deletes || deleteData || agreesToDelete(fix, session, messages);
    }

    /// The same for what deletes nothing.
    boolean isGiven(Session session, Messages messages) throws IOException {
        return yes || isYes(session.ask(messages.say("cli.ask")));
    }

    static boolean isYes(String answer) {
        return List.of("y", "yes", "是").contains(answer);
    }

    private static boolean agreesToDelete(Fix fix, Session session, Messages messages) throws IOException {
        long objects =
                fix.steps().stream().filter(Step.EngineCall.class::isInstance).count();
        String answer = session.ask(messages.say("cli.ask.delete", objects));
        return answer.equals("yes") || (objects > 0 && answer.equals(Long.toString(objects)));
    }
}
