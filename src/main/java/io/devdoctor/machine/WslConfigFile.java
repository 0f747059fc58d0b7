package io.devdoctor.machine;

/// `%USERPROFILE%\.wslconfig`. Absent = there is none, which is healthy.
public record WslConfigFile(String path, Reading<FileContent> content) {}
