package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Target;
import java.io.IOException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A recording opened over this machine, by the menu or by a double click.
class AnotherMachineTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private String chosen() {
        return bench.window()
                .chosen()
                .get()
                .map(Finding::check)
                .map(check -> check.id().toString())
                .orElse("");
    }

    /// What was read of one machine is well on the other, whose own illness is what its reader wants to see.
    @Test
    void whatItsHeadlineSpeaksOfIsChosen(FxRobot robot) throws Exception {
        examined();
        assertThat(chosen()).isEqualTo("wsl.config-memory");
        Target sample = new Target.Sample("no-virtualization-en");
        robot.interact(() -> bench.examinations().examine(sample));
        until(() -> chosen().equals("host.virtualization"));
        assertThat(bench.examinations().target()).isEqualTo(sample);
    }
}
