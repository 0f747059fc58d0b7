package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.testing.sim.Illness;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `devdoctor fix … --value`: another value than the advised one, from the preview to the undo.
class ValueCommandTest {
    @TempDir
    private Path temp;

    private Typist typist;

    @BeforeEach
    void anIllMachine() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp, _ -> {});
        typist = new Typist(clinic, temp.resolve("data"));
    }

    @Test
    void thePreviewShowsTheValueAndWhatElseIsPossible() throws Exception {
        assertThat(typist.run("fix", "wsl.config-memory", "--dry-run", "--value", "6 gb"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(typist.out())
                .contains("Set the memory limit of WSL to 6 GB", "-memory=2GB", "+memory=6GB")
                .contains("Memory limit: 1 GB to 15 GB in steps of 1 GB, advised 8 GB");
    }

    @Test
    void theValueIsAppliedAndTakenBack() throws Exception {
        assertThat(typist.run("fix", "wsl.config-memory", "--yes", "--value", "6GB"))
                .isEqualTo(ExitCode.WARNINGS);
        assertThat(typist.out()).contains("+memory=6GB");
        typist.run("fix", "wsl.config-memory", "--dry-run", "--value", "6GB");
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.GOOD);
        typist.run("fix", "wsl.config-memory", "--dry-run", "--value", "6GB");
        assertThat(typist.out()).contains("-memory=2GB", "+memory=6GB");
    }

    @ParameterizedTest
    @CsvSource({"8,Add a unit", "99GB,most possible here is 15 GB", "3000MB,multiple of 1 GB", "2GB,set already"})
    void whatCannotBeIsRefusedBeforeAnythingIsShown(String value, String why) throws Exception {
        assertThat(typist.run("fix", "wsl.config-memory", "--yes", "--value", value))
                .isEqualTo(64);
        assertThat(typist.err()).contains("Memory limit cannot be " + value, why);
    }

    @Test
    void aFixWithoutAChoiceTakesNoValue() throws Exception {
        assertThat(typist.run("fix", "clock.wsl", "--dry-run", "--value", "3")).isEqualTo(64);
        assertThat(typist.err()).contains("takes no value");
    }
}
