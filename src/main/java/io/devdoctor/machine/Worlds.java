package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// Engines beside that of Docker Desktop, found by what they leave behind in the registry, among the pipes and inside
/// running distributions; nothing is started to find them. With them the docker command line of each distribution.
///
/// @param engines one for each distribution and maker
/// @param clients of each running distribution that was looked into, by its name
/// @param unseen  distributions that were not looked into, since they do not run or did not answer
public record Worlds(List<Engine> engines, Map<String, Client> clients, List<String> unseen) {
    public Worlds {
        engines = List.copyOf(engines);
        clients = Map.copyOf(clients);
        unseen = List.copyOf(unseen);
    }

    public enum Maker {
        /// dockerd, installed by the user inside a distribution.
        DOCKER,
        PODMAN,
        RANCHER
    }

    /// @param endpoint where it answers: a pipe of Windows, or a socket inside the distribution
    /// @param running  Known(true) = it runs, Absent = it is installed and does not run
    public record Engine(Maker maker, String distro, String endpoint, Reading<Boolean> running, Source source) {
        public boolean runs() {
            return running.isKnown();
        }
    }

    /// The docker command line inside a distribution.
    ///
    /// @param own         Known(true) = a program of its own, Known(false) = Docker Desktop's; Absent = none
    /// @param context     `currentContext` of the user's own config.json
    /// @param credentials `credsStore` of it
    public record Client(Reading<Boolean> own, Reading<String> context, Reading<String> credentials) {}
}
