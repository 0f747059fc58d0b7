package io.devdoctor.fix;

import java.util.List;

/// The fixed commands that may run as root inside a running distribution.
public enum DistroCommand {
    /// Sets the kernel clock of the virtual machine from its hardware clock, which follows Windows.
    CLOCK_FROM_HARDWARE("hwclock", "--hctosys", "--utc");

    private final List<String> words;

    DistroCommand(String... words) {
        this.words = List.of(words);
    }

    public List<String> words() {
        return words;
    }
}
