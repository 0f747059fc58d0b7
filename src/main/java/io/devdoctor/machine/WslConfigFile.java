package io.devdoctor.machine;

import java.util.Map;

/// `%USERPROFILE%\.wslconfig`.
///
/// @param content  Absent = there is none, which is healthy
/// @param misnamed `.wslconfig.txt` beside it, which an editor makes where Windows hides extensions
/// @param named    what stands where `wsl2.kernel` and `wsl2.kernelModules` point, by setting; one that is not set is
/// missing here
public record WslConfigFile(
        String path,
        Reading<FileContent> content,
        Reading<FileContent> misnamed,
        Map<String, Reading<FileState>> named) {
    public WslConfigFile {
        named = Map.copyOf(named);
    }
}
