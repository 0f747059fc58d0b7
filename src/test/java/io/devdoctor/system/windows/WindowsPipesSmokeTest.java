package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Named pipes of any Windows.
@EnabledOnOs(OS.WINDOWS)
class WindowsPipesSmokeTest {
    private final WindowsPipes pipes = new WindowsPipes();

    /// The pipe of the service control manager is there before anybody signs in; it may refuse us.
    @Test
    void theServiceManagersPipeIsThere() {
        assertThat(pipes.pipe("ntsvcs").isAbsent()).isFalse();
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(pipes.pipe("devdoctor_no_such_pipe").isAbsent()).isTrue();
    }
}
