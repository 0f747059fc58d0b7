package io.devdoctor.machine;

import java.util.List;

/// The libraries through which programs speak to Docker, as the projects that a person named ask for them, and what
/// tells those libraries which version of Docker's API to speak.
///
/// @param files     project files that were read
/// @param whole     whether every folder was looked through
/// @param libraries each once for every file that asks for it
/// @param hosts     engines that Java programs are sent to
/// @param unread    files and folders of which nothing is known
public record ClientLibraries(
        int files, boolean whole, List<Library> libraries, List<Pin> pins, List<Host> hosts, List<Unread> unread) {
    public ClientLibraries {
        libraries = List.copyOf(libraries);
        pins = List.copyOf(pins);
        hosts = List.copyOf(hosts);
        unread = List.copyOf(unread);
    }

    public enum Client {
        /// `org.testcontainers`
        TESTCONTAINERS,
        /// `com.github.docker-java`
        DOCKER_JAVA,
        /// `github.com/docker/docker`
        GO_DOCKER,
        /// `github.com/moby/moby/client`
        GO_MOBY,
        /// `docker` on PyPI
        DOCKER_PY,
        /// `dockerode` on npm
        DOCKERODE;

        /// Whether it obeys `api.version` of docker-java.
        public boolean isJava() {
            return this == TESTCONTAINERS || this == DOCKER_JAVA;
        }

        /// Whether it obeys DOCKER_API_VERSION.
        public boolean isGo() {
            return this == GO_DOCKER || this == GO_MOBY;
        }
    }

    /// @param version  as written, or as the property to which it refers says; "" = another file decides
    /// @param from     the lowest version that is admitted; "" = the version could not be made out
    /// @param before   the first that is too high; "" = no bound; equal to `from` = that version alone
    /// @param indirect whether only other libraries ask for it
    /// @param line     1-based, of the version
    public record Library(
            String project,
            Client client,
            String name,
            String version,
            String from,
            String before,
            boolean indirect,
            String file,
            int line,
            Source source) {}

    /// `api.version` of docker-java.
    public record Pin(Kind kind, String project, String version, String file, int line, Source source) {
        public enum Kind {
            /// `docker-java.properties` among a project's resources; weakest.
            RESOURCE,
            /// `.docker-java.properties` of the user, for every program.
            USER,
            /// A system property that the build sets; strongest.
            BUILD
        }
    }

    /// `docker.host` of Testcontainers, `DOCKER_HOST` of docker-java.
    public record Host(String endpoint, String file, int line, Source source) {}

    public record Unread(String path, Reading<?> why) {}
}
