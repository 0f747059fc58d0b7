package io.devdoctor.machine;

import java.util.List;

/// How the docker command line of this user would choose its endpoint: `DOCKER_HOST`, then `DOCKER_CONTEXT`,
/// then `currentContext` of config.json, then `default`.
///
/// @param variables  those that Docker reads, wherever they are set, empty ones left out
/// @param configJson `~/.docker/config.json`, or the one in the folder that DOCKER_CONFIG names
/// @param currentContext Absent = no file or no such member; Unknown(UNREADABLE) = a file that Docker ignores
/// @param contexts   every readable `contexts/meta/<sha256>/meta.json`
/// @param chosen     the endpoint that wins; Unknown(FAILED) where the chosen context does not exist, so that the
/// command line refuses to work, Unknown where the context or the variables cannot be read
public record DockerClient(
        List<Variable> variables,
        Reading<FileContent> configJson,
        Reading<String> currentContext,
        List<Context> contexts,
        Reading<Choice> chosen) {
    public DockerClient {
        variables = List.copyOf(variables);
        contexts = List.copyOf(contexts);
    }

    /// An environment variable with the place that sets it: `process`, `user` or `machine`.
    public record Variable(String name, String value, String scope, Source source) {}

    /// @param host the endpoint, or "" where meta.json names none
    public record Context(String name, String host, Source source) {}

    /// @param by    which rule won
    /// @param endpoint `npipe:////./pipe/docker_engine`, `unix:///var/run/docker.sock`, `tcp://…`
    /// @param context  the context's name, `default` where a variable forced it
    public record Choice(By by, String endpoint, String context) {}

    public enum By {
        /// The user told DevDoctor which engine to look at.
        OVERRIDE,
        DOCKER_HOST,
        DOCKER_CONTEXT,
        CURRENT_CONTEXT,
        DEFAULT
    }
}
