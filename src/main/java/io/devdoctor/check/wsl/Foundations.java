package io.devdoctor.check.wsl;

import io.devdoctor.check.CheckInfo;
import java.util.List;
import java.util.stream.Stream;

/// What lies beneath WSL, as causes. Every level is named, since a level that is well in itself passes nothing on.
final class Foundations {
    /// Beneath the installation.
    static final List<CheckInfo.Cause> OF_WSL = List.of(
            // Too old for Docker Desktop alone is not too old for WSL.
            CheckInfo.any("host.windows-build").whenBroken(),
            CheckInfo.any("host.virtualization"),
            CheckInfo.any("host.hypervisor"),
            CheckInfo.any("host.virtual-machine-platform"));

    /// Beneath a program that answers.
    static final List<CheckInfo.Cause> OF_ANSWERS = and(
            OF_WSL,
            CheckInfo.any("wsl.installed").whenBroken(),
            CheckInfo.any("wsl.service"),
            CheckInfo.any("host.winsock-providers").whenBroken());

    /// Beneath a distribution.
    static final List<CheckInfo.Cause> OF_DISTROS = and(OF_ANSWERS, CheckInfo.any("wsl.responds"));

    private Foundations() {}

    /// These causes and more.
    static List<CheckInfo.Cause> with(List<CheckInfo.Cause> causes, CheckInfo.Cause... more) {
        return and(causes, more);
    }

    private static List<CheckInfo.Cause> and(List<CheckInfo.Cause> causes, CheckInfo.Cause... more) {
        return Stream.concat(causes.stream(), Stream.of(more)).toList();
    }
}
