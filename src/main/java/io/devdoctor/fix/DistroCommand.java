package io.devdoctor.fix;

import java.util.List;

/// The fixed commands that may run as root inside a running distribution.
public enum DistroCommand {
    /// Nothing; wsl.exe starts the distribution for it, which is the purpose behind a step that ended it.
    START("true"),
    /// Sets the kernel clock of the virtual machine from its hardware clock, which follows Windows.
    CLOCK_FROM_HARDWARE("hwclock", "--hctosys", "--utc"),
    /// Tells the kernel again that files beginning with `MZ` are for WSL's own interpreter, as WSL does at the start.
    INTEROP_REGISTER("sh", "-c", "echo :WSLInterop:M::MZ::/init:PF > /proc/sys/fs/binfmt_misc/register"),
    INTEROP_ENABLE("sh", "-c", "echo 1 > /proc/sys/fs/binfmt_misc/WSLInterop"),
    /// Limits of the kernel that all distributions share, until its next start.
    MAP_COUNT("sysctl", "-w", "vm.max_map_count=262144"),
    INOTIFY_WATCHES("sysctl", "-w", "fs.inotify.max_user_watches=524288"),
    INOTIFY_INSTANCES("sysctl", "-w", "fs.inotify.max_user_instances=512"),
    FILE_MAX("sysctl", "-w", "fs.file-max=131072");

    private final List<String> words;

    DistroCommand(String... words) {
        this.words = List.of(words);
    }

    public List<String> words() {
        return words;
    }
}
