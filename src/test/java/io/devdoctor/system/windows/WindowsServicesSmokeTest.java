package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.ServiceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The service control manager of any Windows.
@EnabledOnOs(OS.WINDOWS)
class WindowsServicesSmokeTest {
    private final WindowsServices services = new WindowsServices(new WindowsRegistry());

    @Test
    void theEventLogRunsAndStartsByItself() {
        ServiceState state = services.service("EventLog").known().orElseThrow();
        assertThat(state.run()).isEqualTo(ServiceState.Run.RUNNING);
        assertThat(state.start()).isEqualTo(ServiceState.Start.AUTO);
    }

    @Test
    void driversAnswerAsServicesDo() {
        assertThat(services.service("Tcpip").known()).isPresent();
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(services.service("DevDoctorNoSuchService").isAbsent()).isTrue();
    }
}
