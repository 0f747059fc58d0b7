package io.devdoctor.repair;

import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that dies while it repairs the simulated Windows.
final class KilledOnWindows {
    private KilledOnWindows() {}

    /// Where a fix is offered.
    static byte[] machine(String fix) throws RecordingException {
        return switch (fix) {
            case "docker.socket-files/set-aside" ->
                Course.proof("docker.socket-files/dead").bytes();
            default -> Samples.bytes("starved-zh-cn");
        };
    }

    /// @param arguments folder, id of the fix, number of the point, file for its name
    public static void main(String[] arguments) throws IOException, RecordingException {
        int fatal = Integer.parseInt(arguments[2]);
        Path name = Path.of(arguments[3]);
        AtomicInteger reached = new AtomicInteger();
        Clinic clinic = Clinic.of(machine(arguments[1]), Path.of(arguments[0]), point -> {
            if (reached.incrementAndGet() == fatal) Child.die(point, name);
        });
        Outcome outcome = clinic.apply(arguments[1]);
        System.exit(outcome instanceof Outcome.Cured || outcome instanceof Outcome.Pending ? 0 : 3);
    }
}
