package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Choices;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.fix.ParameterText;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every fix that leaves a choice, wherever a recording brings it up: its advised value is the fix itself, every other
/// one changes the same things in its own way, and what cannot be had is refused with words.
class ChoicesTest {
    private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

    @Test
    void everyChoiceIsPlannedFromTheSameFacts() throws RecordingException {
        Set<String> seen = new HashSet<>();
        for (Proof proof : Proof.all()) {
            // A proof of another check may bring it up as well, and tells nothing new.
            if (Choices.FIXES.stream().noneMatch(fix -> proof.toString().startsWith(check(fix) + "/"))) continue;
            for (Finding finding : proof.examine().findings()) {
                for (Fix fix : finding.fixes()) {
                    if (fix.choice().isEmpty()) continue;
                    seen.add(fix.id());
                    holds(fix, fix.choice().get());
                }
            }
        }
        assertThat(seen).isEqualTo(Choices.FIXES);
    }

    private static String check(String fix) {
        return fix.substring(0, fix.indexOf('/'));
    }

    private static void holds(Fix fix, Choice choice) {
        Parameter parameter = choice.parameter();
        assertThat(choice.advised()).as(fix.id()).contains(fix);
        said(ParameterText.bounds(parameter));
        said(parameter.name());
        for (int direction : new int[] {-1, 1})
            another(fix, choice, parameter.stepped(parameter.advisedTyped(), direction));
        for (String nonsense : new String[] {"", "8", "-1", "999999TB", "no such thing"}) {
            if (choice.plan(nonsense) instanceof Choice.Planned.Refused(Text why)) said(why);
        }
        assertThat(choice.plan("no such thing")).as(fix.id()).isInstanceOf(Choice.Planned.Refused.class);
    }

    private static void another(Fix fix, Choice choice, String typed) {
        switch (choice.plan(typed)) {
            case Choice.Planned.As(Fix other, String understood) -> {
                assertThat(other.id()).isEqualTo(fix.id());
                assertThat(other.effects()).isEqualTo(fix.effects());
                assertThat(other.takesEffect()).isEqualTo(fix.takesEffect());
                assertThat(other.choice()).isEqualTo(fix.choice());
                boolean same = understood.equals(choice.parameter().advisedTyped());
                assertThat(other.steps().equals(fix.steps()))
                        .as(fix.id() + " " + typed)
                        .isEqualTo(same);
                said(other.title());
                other.warnings().forEach(ChoicesTest::said);
            }
            case Choice.Planned.Refused(Text why) -> said(why);
        }
    }

    private static void said(Text text) {
        assertThat(ENGLISH.has(text.key())).as(text.key()).isTrue();
        assertThat(ENGLISH.say(text)).isNotBlank().doesNotContain("{");
    }
}
