package io.devdoctor.probe;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer.Entry;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.util.Map;
import java.util.regex.Pattern;

/// Settings as a running distribution sees them.
final class DistroSettings {
    private static final Pattern MODE = Pattern.compile("[a-z0-9]{1,32}");

    private DistroSettings() {}

    /// Absent where there is no program that tells it: then nothing is printed, and Linux ends with 1 or 127.
    static Reading<String> networkingMode(Ports system, String distro) {
        return InDistro.output(system, Queries.DISTRO_NETWORKING_MODE, distro).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, Queries.DISTRO_NETWORKING_MODE, system.platform());
            String mode = text.out().strip();
            if (text.exit() == 0 && MODE.matcher(mode).matches()) return new Reading.Known<>(mode, source);
            boolean lacksProgram = mode.isEmpty() && (text.exit() == 1 || text.exit() == 127);
            return lacksProgram
                    ? new Reading.Absent<>(source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    /// `stat` ends with 1 where the file is missing, but then it has printed the home itself.
    static Reading<Entry> homeConfig(Ports system, String distro) {
        return InDistro.output(system, Queries.DISTRO_HOME_CONFIG, distro).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, Queries.DISTRO_HOME_CONFIG, system.platform());
            Map<String, Entry> found = DistroFiles.entries(text.out());
            Entry file = found.get(".wslconfig");
            if (file != null) return new Reading.Known<>(file, source);
            return found.containsKey(".")
                    ? new Reading.Absent<>(source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }
}
