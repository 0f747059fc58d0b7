package io.devdoctor.testing;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.NOW;
import static io.devdoctor.testing.Facts.SOURCE;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.unknown;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerDesktop.Pipe;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.WslAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A healthy Docker Desktop 4.52 with WSL 2 on 16 GB, of which a test changes what it is about.
public final class DockerFacts {
    public static final String PIPE = "npipe:////./pipe/docker_engine";
    public static final String LINUX_PIPE = "npipe:////./pipe/dockerDesktopLinuxEngine";
    public static final String SOCKET = "unix:///var/run/docker.sock";

    private Reading<DockerDesktop.Install> install =
            known(new DockerDesktop.Install("4.52.0", "C:\\Program Files\\Docker\\Docker", false));
    private Reading<ServiceState> service =
            known(new ServiceState("com.docker.service", ServiceState.Run.STOPPED, ServiceState.Start.MANUAL));
    private Reading<Boolean> backend = known(true);
    private List<Pipe> pipes = List.of(
            new Pipe("docker_engine", known(true)),
            new Pipe("dockerDesktopLinuxEngine", known(true)),
            new Pipe("dockerDesktopWindowsEngine", absent()));
    private Reading<FileContent> daemonJson = absent();
    private final List<DockerClient.Variable> variables = new ArrayList<>();
    private Reading<FileContent> configJson = absent();
    private Reading<String> currentContext = absent();
    private final List<DockerClient.Context> contexts = new ArrayList<>();
    private By by = By.DEFAULT;
    private String context = "default";
    private String endpoint = PIPE;
    private boolean contextMissing;
    private Reading<HttpStatus> ping = known(new HttpStatus(200, "text/plain", "OK", 12));
    private String platform = "Docker Desktop 4.52.0 (211763)";
    private String engine = "29.0.1";
    private String osType = "linux";
    private String operatingSystem = "Docker Desktop";
    private String kernel = "6.6.87.2-microsoft-standard-WSL2";
    private int processors = 8;
    private long memory = 8 * GB - (300L << 20);
    private List<String> mirrors = List.of();
    private int running = 1;

    /// Neither Docker Desktop nor any engine.
    public DockerFacts nowhere() {
        install = absent();
        service = absent();
        return stopped();
    }

    /// Installed and not started.
    public DockerFacts stopped() {
        backend = known(false);
        pipes = pipes.stream()
                .map(pipe -> new Pipe(pipe.name(), Facts.<Boolean>absent()))
                .toList();
        return ping(absent());
    }

    /// A plain engine on Linux.
    public DockerFacts plain() {
        install = Facts.notApplicable();
        backend = Facts.notApplicable();
        pipes = List.of();
        endpoint = SOCKET;
        platform = "";
        operatingSystem = "Debian GNU/Linux 12";
        kernel = "6.12.0";
        engine = "20.10.24";
        return this;
    }

    public DockerFacts install(String version) {
        install = known(new DockerDesktop.Install(version, "", false));
        return this;
    }

    public DockerFacts install(Reading<DockerDesktop.Install> reading) {
        install = reading;
        return this;
    }

    public DockerFacts backend(Reading<Boolean> running) {
        backend = running;
        return this;
    }

    public DockerFacts pipe(String name, Reading<Boolean> state) {
        pipes = pipes.stream()
                .map(pipe -> pipe.name().equals(name) ? new Pipe(name, state) : pipe)
                .toList();
        return this;
    }

    public DockerFacts ping(Reading<HttpStatus> reading) {
        ping = reading;
        return this;
    }

    public DockerFacts status(int status, String body) {
        return ping(known(new HttpStatus(status, "text/plain", body, 12)));
    }

    public DockerFacts daemonJson(String json) {
        return daemonJson(json.getBytes(StandardCharsets.UTF_8));
    }

    public DockerFacts daemonJson(byte[] bytes) {
        daemonJson = known(new FileContent("C:\\Users\\li\\.docker\\daemon.json", Bytes.of(bytes), NOW));
        return this;
    }

    public DockerFacts daemonJson(Reading<FileContent> reading) {
        daemonJson = reading;
        return this;
    }

    public DockerFacts variable(String name, String value, String scope) {
        variables.add(new DockerClient.Variable(name, value, scope, SOURCE));
        return this;
    }

    /// @param json of `~/.docker/config.json`
    public DockerFacts config(String json, Reading<String> current) {
        configJson = known(new FileContent(
                "C:\\Users\\li\\.docker\\config.json", Bytes.of(json.getBytes(StandardCharsets.UTF_8)), NOW));
        currentContext = current;
        return this;
    }

    public DockerFacts context(String name, String host) {
        contexts.add(new DockerClient.Context(name, host, SOURCE));
        return this;
    }

    public DockerFacts chosen(By rule, String url, String name) {
        by = rule;
        endpoint = url;
        context = name;
        return this;
    }

    /// The chosen context does not exist.
    public DockerFacts missing(String name) {
        contextMissing = true;
        context = name;
        return this;
    }

    public DockerFacts osType(String type) {
        osType = type;
        return this;
    }

    public DockerFacts kernel(String release) {
        kernel = release;
        return this;
    }

    public DockerFacts engineVersion(String version) {
        engine = version;
        return this;
    }

    /// Bytes.
    public DockerFacts memory(long total) {
        memory = total;
        return this;
    }

    public DockerFacts processors(int count) {
        processors = count;
        return this;
    }

    public DockerFacts mirrors(String... urls) {
        mirrors = List.of(urls);
        return this;
    }

    public DockerFacts running(int containers) {
        running = containers;
        return this;
    }

    public Machine on(Machine machine) {
        return machine.with(Part.CONTAINERS, absent())
                .with(Part.DOCKER_DESKTOP, known(desktop()))
                .with(Part.DOCKER_CLIENT, known(client()))
                .with(Part.DOCKER_ENGINE, contextMissing ? choice().withoutValue() : known(engine()))
                .with(Part.PROXIES, known(new Proxies(List.of(), absent())))
                .with(Part.ENVIRONMENT, known(environment()))
                .with(Part.WSL, new WslFacts().wsl())
                .with(Part.WSL_CONFIG, absent())
                .with(Part.WSL_ANSWER, known(new WslAnswer(absent(), Map.of())))
                .with(Part.HOST, new HostFacts().host())
                .with(Part.WORLDS, known(new Worlds(List.of(), Map.of(), List.of())))
                .with(Part.POLICIES, HostFacts.free())
                .with(Part.CLOCKS, known(new Clocks(absent(), List.of(), List.of(), absent())));
    }

    public Machine windows() {
        return on(Facts.windows());
    }

    private DockerDesktop desktop() {
        return new DockerDesktop(install, service, backend, pipes, absent(), absent(), absent(), daemonJson);
    }

    private UserEnvironment environment() {
        List<UserEnvironment.Variable> user = variables.stream()
                .filter(variable -> variable.scope().equals("user"))
                .map(variable -> new UserEnvironment.Variable(
                        variable.name(),
                        variable.value(),
                        new RegistryValue.ExpandText(variable.value()),
                        UserEnvironment.Scope.USER,
                        SOURCE))
                .toList();
        return new UserEnvironment(
                known(user), known(List.of()), known(List.of()), known(List.of()), List.of(), absent());
    }

    private DockerClient client() {
        return new DockerClient(variables, configJson, currentContext, contexts, choice());
    }

    private Reading<DockerClient.Choice> choice() {
        return contextMissing
                ? unknown(Reading.Cause.FAILED, "context not found: " + context)
                : known(new DockerClient.Choice(by, endpoint, context));
    }

    private DockerEngine engine() {
        Reading<HttpStatus> alive = ping.flatMap((status, source) -> status.status() == 200
                ? new Reading.Known<>(status, source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, "HTTP " + status.status(), source));
        return new DockerEngine(endpoint, ping, alive.map(_ -> version()), alive.map(_ -> info()), absent());
    }

    private DockerEngine.Version version() {
        return new DockerEngine.Version(platform, engine, "1.52", "1.44", osType, "amd64", kernel);
    }

    private DockerEngine.Info info() {
        return new DockerEngine.Info(
                "id",
                osType,
                operatingSystem,
                "x86_64",
                kernel,
                known(processors),
                known(memory),
                known(NOW),
                NOW,
                NOW,
                "overlayfs",
                "/var/lib/docker",
                mirrors,
                List.of(),
                "",
                "",
                engine,
                running,
                running,
                "json-file");
    }
}
