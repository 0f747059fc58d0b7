package io.devdoctor.check.wsl;

import io.devdoctor.check.CheckInfo;
import java.util.List;
import java.util.stream.Stream;

/// What lies beneath WSL, as causes. Every level is named, since a level that is well in itself passes nothing on.
final class Foundations {
    /// Beneath the installation.
    static final List<CheckInfo.Cause> OF_WSL = Stream.of(
                    "host.windows-build", "host.virtualization", "host.hypervisor", "host.virtual-machine-platform")
            .map(CheckInfo::any)
            .toList();

    /// Beneath a program that answers.
    static final List<CheckInfo.Cause> OF_ANSWERS =
            and(OF_WSL, CheckInfo.any("wsl.installed"), CheckInfo.any("wsl.service"));

    /// Beneath a distribution.
    static final List<CheckInfo.Cause> OF_DISTROS = and(OF_ANSWERS, CheckInfo.any("wsl.responds"));

    private Foundations() {}

    private static List<CheckInfo.Cause> and(List<CheckInfo.Cause> causes, CheckInfo.Cause... more) {
        return Stream.concat(causes.stream(), Stream.of(more)).toList();
    }
}
