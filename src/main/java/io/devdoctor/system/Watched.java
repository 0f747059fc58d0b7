package io.devdoctor.system;

import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import java.net.URI;
import java.util.List;

/// Ports whose questions can be seen while they wait. Only those that may take a while: programs, the engine, the
/// network, WMI, files (which may lie on a share).
final class Watched {
    /// A product's name, not a sentence.
    private static final String ENGINE = "Docker Engine";

    private Watched() {}

    static Commands commands(Commands commands, QueriesInFlight seen) {
        return query -> seen.askPatiently(query.run().getFirst(), query.query().budget(), () -> commands.run(query));
    }

    static EngineApi engine(EngineApi engine, QueriesInFlight seen) {
        return (endpoint, path, budget) -> seen.askPatiently(ENGINE, budget, () -> engine.get(endpoint, path, budget));
    }

    static Wmi wmi(Wmi wmi, QueriesInFlight seen) {
        return (namespace, className, columns, where) ->
                seen.ask("WMI " + className, Budget.WMI, () -> wmi.rows(namespace, className, columns, where));
    }

    static Repositories repositories(Repositories repositories, QueriesInFlight seen) {
        return (folder, blobs) -> seen.ask(folder, Budget.GIT, () -> repositories.repository(folder, blobs));
    }

    record Reach(NetworkReach network, QueriesInFlight seen) implements NetworkReach {
        @Override
        public Reading<NtpReply> ntp(String server) {
            return seen.ask(server, Budget.NTP, () -> network.ntp(server));
        }

        @Override
        public Reading<HttpReply> http(HttpRequest request) {
            return seen.ask(host(request.url()), Budget.HTTP, () -> network.http(request));
        }

        @Override
        public Reading<Boolean> connect(String host, int port) {
            return seen.ask(host + ":" + port, Budget.TCP, () -> network.connect(host, port));
        }

        @Override
        public Reading<List<String>> resolve(String name) {
            return seen.ask(name, Budget.DNS, () -> network.resolve(name));
        }

        @Override
        public Reading<Handshake> tls(String host, int port, String via) {
            return seen.ask(host + ":" + port, Budget.HTTP, () -> network.tls(host, port, via));
        }

        private static String host(String url) {
            try {
                String host = URI.create(url).getHost();
                return host == null ? url : host;
            } catch (IllegalArgumentException _) {
                return url;
            }
        }
    }

    record Paths(Files files, QueriesInFlight seen) implements Files {
        @Override
        public Reading<FileState> state(String path) {
            return seen.ask(path, Budget.FILE, () -> files.state(path));
        }

        @Override
        public Reading<FileContent> read(String path) {
            return seen.ask(path, Budget.FILE, () -> files.read(path));
        }

        @Override
        public List<Reading<FileContent>> readAll(List<String> paths) {
            if (paths.isEmpty()) return List.of();
            return seen.ask(paths.getFirst(), Budget.PROJECT, () -> files.readAll(paths));
        }

        @Override
        public Reading<List<String>> list(String folder) {
            return seen.ask(folder, Budget.FILE, () -> files.list(folder));
        }

        @Override
        public Reading<List<Child>> children(String folder) {
            return seen.ask(folder, Budget.FILE, () -> files.children(folder));
        }
    }
}
