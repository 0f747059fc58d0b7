package io.devdoctor.format.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeProjectTest {
    /// A gateway before two services, of which one is on a network of its own with its database.
    private static final String GATEWAY = """
        version: '3.8'
        services:
          gateway:
            image: nginx:alpine
            ports:
              - "80:80"
            depends_on:
              - users
              - orders
          users:
            build: ./users
            environment:
              - DB_HOST=users-db
            networks:
              - backend
          users-db:
            image: mysql:5.7
            environment:
              MYSQL_ROOT_PASSWORD: rootpass
            volumes:
              - data:/var/lib/mysql
            networks:
              - backend
          orders:
            build: {context: ./orders, dockerfile: build/Dockerfile}
            ports: ["5001:5001"]
        networks:
          backend:
        volumes:
          data:
        """;

    private static ComposeService service(ComposeProject project, String name) {
        return project.service(name).orElseThrow();
    }

    private static String value(ComposeService service, String variable) {
        Field field = Objects.requireNonNull(service.environment().get(variable));
        return ((Scalar) field.value()).text();
    }

    @Test
    void readsServicesWithTheirPlaces() {
        ComposeProject project = Tree.of("compose.yaml", GATEWAY).load();
        assertThat(project.problems()).isEmpty();
        assertThat(project.services())
                .extracting(ComposeService::name)
                .containsExactly("gateway", "users", "users-db", "orders");
        ComposeService gateway = service(project, "gateway");
        assertThat(gateway.place().line()).isEqualTo(3);
        assertThat(gateway.ports().getFirst().published()).contains(new ComposePort.Range(80, 80));
        assertThat(gateway.ports().getFirst().node().place().line()).isEqualTo(6);
        assertThat(gateway.networks()).containsOnlyKeys("default");
        assertThat(gateway.dependencies())
                .extracting("service", "condition", "listed")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("users", "service_started", true),
                        org.assertj.core.groups.Tuple.tuple("orders", "service_started", true));
        assertThat(service(project, "users").networks()).containsOnlyKeys("backend");
        assertThat(value(service(project, "users"), "DB_HOST")).isEqualTo("users-db");
        assertThat(service(project, "users").build().orElseThrow().file()).contains("users/Dockerfile");
        assertThat(service(project, "orders").build().orElseThrow().file()).contains("orders/build/Dockerfile");
        assertThat(project.declared("volumes")).containsOnlyKeys("data");
        assertThat(project.model().field("version").orElseThrow().place().line())
                .isEqualTo(1);
    }

    @Test
    void countsBytesBehindOtherLettersAndTheMark() {
        String text = "\uFEFFservices:\r\n  网关: # 前端 😀\r\n    image: \"nginx\"\r\n";
        ComposeProject project = Tree.of("compose.yaml", text).load();
        Scalar image = service(project, "网关").node().scalar("image").orElseThrow();
        byte[] bytes = text.substring(1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int start = image.place().span().start();
        assertThat(new String(bytes, start, image.place().span().length(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("\"nginx\"");
        assertThat(image.place().line()).isEqualTo(3);
    }

    @Test
    void mergesAnchorsAndMergeKeys() {
        ComposeProject project = Tree.of("compose.yaml", """
            x-base: &base
              restart: always
              image: one
              environment: &env {A: "1"}
            x-more: &more {user: "5"}
            services:
              app:
                <<: [*base, *more]
                image: two
              other:
                image: three
                environment: {<<: *env, B: "2"}
            """).load();
        assertThat(project.problems()).isEmpty();
        assertThat(service(project, "app").image()).contains("two");
        assertThat(service(project, "app").text("restart")).contains("always");
        assertThat(service(project, "app").text("user")).contains("5");
        assertThat(service(project, "other").environment()).containsOnlyKeys("A", "B");
    }

    @Test
    void takesTheOverrideFileAlong() {
        ComposeProject project =
                Tree.of("compose.yaml", """
                    services:
                      app:
                        image: one
                        command: ["a", "b"]
                        ports: ["80:80", "81:81"]
                        volumes: ["./a:/data", "bb:/other"]
                        environment: [A=1, B=2]
                        depends_on: [db]
                        build: .
                        profiles: [x]
                        labels: {k: v}
                      db: {image: db}
                    """, "compose.override.yml", """
                    services:
                      app:
                        command: run
                        ports: ["81:81", "82:82"]
                        volumes: ["./c:/data"]
                        environment: {B: "3"}
                        depends_on: {cache: {condition: service_healthy}}
                        build: {target: dev}
                        profiles: !reset []
                        labels: !override {n: w}
                      cache: {image: cache}
                    """).load();
        assertThat(project.files()).containsExactly("compose.yaml", "compose.override.yml");
        ComposeService app = service(project, "app");
        assertThat(app.words("command").orElseThrow().words()).containsExactly("run");
        assertThat(app.ports()).extracting(port -> port.target().first()).containsExactly(80, 81, 82);
        assertThat(app.volumes()).extracting(ComposeVolume::source).containsExactly("./c", "bb");
        assertThat(value(app, "B")).isEqualTo("3");
        assertThat(value(app, "A")).isEqualTo("1");
        assertThat(app.dependencies()).extracting("service").containsExactly("db", "cache");
        assertThat(app.build().orElseThrow().target()).contains("dev");
        assertThat(app.build().orElseThrow().context()).contains(".");
        assertThat(app.profiles()).isEmpty();
        assertThat(app.node().mapping("labels").orElseThrow().fields()).containsOnlyKeys("n");
        assertThat(app.ports().getLast().node().place().file()).isEqualTo("compose.override.yml");
    }

    @Test
    void resetsWhatNothingLiesBelow() {
        ComposeProject alone = Tree.of("compose.yaml", """
            services:
              app: {image: one, command: !reset run, ports: ["80:80", !reset "81:81"], build: {target: !reset x}}
              gone: !reset {image: two}
            """).load();
        assertThat(alone.services()).extracting(ComposeService::name).containsExactly("app");
        ComposeService app = service(alone, "app");
        assertThat(app.words("command")).isEmpty();
        assertThat(app.ports()).hasSize(1);
        assertThat(app.build().orElseThrow().target()).isEmpty();
        ComposeProject both = Tree.of(
                        "compose.yaml",
                        "services: {app: {image: one, command: !reset run}}",
                        "compose.override.yml",
                        """
                        services:
                          app: {user: !reset "1", labels: {a: !reset b, c: d}, command: go}
                        """)
                .load();
        ComposeService over = service(both, "app");
        assertThat(over.text("user")).isEmpty();
        assertThat(over.words("command").orElseThrow().words()).containsExactly("go");
        assertThat(over.node().mapping("labels").orElseThrow().fields()).containsOnlyKeys("c");
    }

    @Test
    void nothingReplacesACommandAndTextsAreListsOfOne() {
        ComposeProject project =
                Tree.of("compose.yaml", """
                    services: {app: {image: a, command: run, user: "1", dns: 1.1.1.1, tmpfs: /a}}
                    networks: {n: {labels: {a: b}}}
                    """, "compose.override.yml", """
                    services: {app: {command: null, user: null, dns: 2.2.2.2, tmpfs: /b}}
                    networks: {n: {labels: [c=d]}}
                    """).load();
        assertThat(project.problems()).isEmpty();
        ComposeService app = service(project, "app");
        assertThat(app.words("command")).isEmpty();
        assertThat(app.text("user")).contains("1");
        assertThat(app.node().items("dns")).extracting("text").containsExactly("1.1.1.1", "2.2.2.2");
        assertThat(app.node().items("tmpfs")).extracting("text").containsExactly("/a", "/b");
        assertThat(project.declared("networks").values())
                .first()
                .extracting(network -> ((ComposeNode.Mapping) network.value())
                        .mapping("labels")
                        .orElseThrow()
                        .fields()
                        .keySet())
                .isEqualTo(Set.of("a", "c"));
    }

    @Test
    void aListOfDependenciesSaysThatStartedIsEnough() {
        String base = "services: {app: {image: a, depends_on: {db: {condition: service_healthy, required: false}}},"
                + " db: {image: d}, mail: {image: m}}";
        String over = "services: {app: {depends_on: [db, mail]}}";
        ComposeProject project =
                Tree.of("compose.yaml", base, "compose.override.yml", over).load();
        assertThat(service(project, "app").dependencies())
                .extracting(ComposeDependency::service, ComposeDependency::condition, ComposeDependency::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("db", "service_started", true),
                        org.assertj.core.groups.Tuple.tuple("mail", "service_started", true));
    }

    @Test
    void extendsServicesOfThisAndOtherFiles() {
        ComposeProject project =
                Tree.of("compose.yaml", """
                    services:
                      base: {image: base, user: "1"}
                      app:
                        extends: base
                        user: "2"
                      far:
                        extends: {file: common/services.yml, service: far}
                        image: mine
                    """, "common/services.yml", """
                    services:
                      root: {build: ./here, restart: always}
                      far: {extends: {service: root}, user: "9"}
                    """).load();
        assertThat(project.problems()).isEmpty();
        assertThat(service(project, "app").image()).contains("base");
        assertThat(service(project, "app").text("user")).contains("2");
        assertThat(service(project, "far").text("restart")).contains("always");
        assertThat(service(project, "far").build().orElseThrow().folder()).contains("common/here");
        assertThat(project.files()).containsExactly("compose.yaml", "common/services.yml");
    }

    @Test
    void includesProjectsWithTheirOwnFolderAndVariables() {
        ComposeProject project = Tree.of(
                        "compose.yaml",
                        """
                        include:
                          - infra/compose.yaml
                          - path: [a.yaml, b.yaml]
                        services:
                          app: {image: "${NAME:-none}", env_file: .env}
                        """,
                        "infra/compose.yaml",
                        "services: {db: {image: \"db:${TAG}\", build: ./db}}",
                        "infra/.env",
                        "TAG=5",
                        "a.yaml",
                        "services: {mail: {image: m}}",
                        "b.yaml",
                        "services: {mail: {user: \"7\"}}")
                .load();
        assertThat(project.problems()).isEmpty();
        assertThat(service(project, "db").image()).contains("db:5");
        assertThat(service(project, "db").build().orElseThrow().folder()).contains("infra/db");
        assertThat(service(project, "mail").text("user")).contains("7");
        assertThat(service(project, "app").image()).contains("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        include: [a.yaml]                              | include: [compose.yaml]           | INCLUDE_CYCLE
        include: [a.yaml]                              | include: [a.yaml]                 | INCLUDE_CYCLE
        include: [gone.yaml]                           | x-a: 1                            | MISSING_FILE
        include: ["https://example.com/x.git"]         | x-a: 1                            | UNREAD_FILE
        {include: [a.yaml], services: {s: {image: x}}} | services: {s: {image: y}}         | INCLUDE_CONFLICT
        services: {s: {extends: s}}                    | x-a: 1                            | EXTENDS_CYCLE
        services: {s: {extends: t}, t: {extends: s}}   | x-a: 1                            | EXTENDS_CYCLE
        services: {s: {extends: {file: a.yaml, service: t}}} | services: {t: {extends: {file: compose.yaml, service: s}}} | EXTENDS_CYCLE
        services: {s: {extends: gone}}                 | x-a: 1                            | EXTENDS_MISSING_SERVICE
        services: {s: {extends: {file: b.yaml, service: t}}} | x-a: 1                      | MISSING_FILE
        """)
    void tellsOfReferencesThatLeadNowhere(String main, String other, Kind kind) {
        ComposeProject project = Tree.of("compose.yaml", main, "a.yaml", other).load();
        assertThat(project.problems()).extracting(ComposeProblem::kind).containsOnly(kind);
        assertThat(project.problems().getFirst().place().line()).isEqualTo(1);
        assertThat(project.isWhole()).isEqualTo(kind == Kind.INCLUDE_CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        services: {a: {image: 'x}    | SYNTAX        | 1
        "services:\\n\\tapp:\\n"     | SYNTAX        | 2
        "a: 1\\nb: [1\\nc: 2"        | SYNTAX        | 3
        "a: 1\\nb: 2\\na: 3"         | DUPLICATE_KEY | 3
        "a: &x 1\\nb: *y"            | ALIAS         | 2
        "a: &x\\n  b: *x"            | ALIAS         | 2
        "# nothing\\n"               | EMPTY         | 1
        ""                           | EMPTY         | 1
        - a                          | TYPE          | 1
        services: [a]                | TYPE          | 1
        "services:\\n  a: x"         | TYPE          | 2
        "services:\\n  a: {image: '${'}"  | INTERPOLATION | 2
        "services:\\n  a: {image: '${1}'}" | INTERPOLATION | 2
        """)
    void tellsWhereAFileIsWrong(String text, Kind kind, int line) {
        String plain = text.replace("\"\"", "")
                .replaceAll("^\"|\"$", "")
                .replace("\\n", "\n")
                .replace("\\t", "\t");
        ComposeProject project = Tree.of("compose.yaml", plain).load();
        assertThat(project.problems()).extracting(ComposeProblem::kind).containsExactly(kind);
        assertThat(project.problems().getFirst().place().line()).isEqualTo(line);
        assertThat(kind.isFatal()).isTrue();
    }

    @Test
    void readsUtf16AndRefusesOtherEncodings() {
        String text = "services:\n  a: {image: 好}\n";
        byte[] utf16 = ("\uFEFF" + text).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] gbk = text.getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(new Tree(Map.of("compose.yaml", utf16)).load().services()).hasSize(1);
        assertThat(new Tree(Map.of("compose.yaml", gbk)).load().problems())
                .extracting(ComposeProblem::kind)
                .containsExactly(Kind.ENCODING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        $SET            | yes     | true  | -
        ${SET}-x        | yes-x   | true  | -
        ${GONE}         | ${GONE} | false | UNDEFINED_VARIABLE
        a$GONE.b        | a$GONE.b | false | UNDEFINED_VARIABLE
        ${GONE:-d}      | d       | true  | -
        ${GONE-d}       | d       | true  | -
        ${EMPTY:-d}     | d       | true  | -
        ${EMPTY-d}      | ''      | true  | -
        ${GONE:-}       | ''      | true  | -
        ${SET:+r}       | r       | true  | -
        ${GONE:+r}      | ''      | true  | -
        ${EMPTY+r}      | r       | true  | -
        ${GONE:?no}     | ${GONE:?no} | false | REQUIRED_VARIABLE
        ${GONE?no}      | ${GONE?no}  | false | REQUIRED_VARIABLE
        ${EMPTY?no}     | ''      | true  | -
        ${SET:?no}      | yes     | true  | -
        ${GONE:-${SET}} | yes     | true  | -
        ${GONE:-a${NONE:-b}c}d | abcd | true | -
        ${SET:-{"a":1}} | yes     | true  | -
        ${GONE:+{"a":1}} | ''     | true  | -
        ${GONE:-{"a":{}}}b | {"a":{}}b | true | -
        ${GONE:-{}b     | {b      | true  | -
        ${GONE:-${SET}  | ${SET   | false | INTERPOLATION
        $$SET           | $SET    | true  | -
        awk $1          | awk $1  | true  | -
        cost $          | cost $  | true  | -
        ${UNTOLD}       | ${UNTOLD} | false | -
        ${FROM_ENV}     | 7       | true  | -
        """)
    void replacesVariables(String written, String text, boolean known, Kind problem) {
        Tree tree = Tree.of(
                "compose.yaml",
                "services:\n  a:\n    image: '" + written + "'\n",
                ".env",
                "FROM_ENV=7\nSET=shell wins\nEMPTY=\n");
        ComposeProject project = tree.load(new ComposeVariables(Map.of("SET", "yes"), Set.of("UNTOLD")));
        Scalar image = service(project, "a").node().scalar("image").orElseThrow();
        assertThat(image.text()).isEqualTo(text);
        assertThat(image.known()).isEqualTo(known);
        assertThat(service(project, "a").isSilent("image")).isEqualTo(!known);
        assertThat(project.problems())
                .extracting(ComposeProblem::kind)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void findsTheFilesThatComposeTakes() {
        Tree both = Tree.of("docker-compose.yml", "", "compose.yml", "", "docker-compose.override.yaml", "");
        assertThat(ComposeFiles.found("", both)).containsExactly("compose.yml", "docker-compose.override.yaml");
        assertThat(ComposeFiles.with("docker-compose.yml", both)).containsExactly("docker-compose.yml");
        Tree named = Tree.of("d/.env", "COMPOSE_FILE=a.yml;sub/b.yml;../c.yml", "d/compose.yaml", "");
        assertThat(ComposeFiles.chosen("d", named, ComposeVariables.NONE, true))
                .containsExactly("d/a.yml", "d/sub/b.yml", "c.yml");
        assertThat(ComposeFiles.chosen("d", Tree.of("d/compose.yaml", ""), ComposeVariables.NONE, true))
                .containsExactly("d/compose.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "docker-compose.yml", "docker-compose.prod.yml", "compose.dev.yaml"})
    void knowsComposeFilesByName(String name) {
        assertThat(ComposeFiles.isCompose(name)).isTrue();
        assertThat(ComposeFiles.isCompose("my-" + name)).isFalse();
    }

    @Test
    void readsHealthChecksLimitsAndMounts() {
        ComposeService service = service(Tree.of("compose.yaml", """
            services:
              a:
                image: x
                healthcheck: {test: ["CMD-SHELL", "curl -f http://localhost"]}
                deploy: {resources: {limits: {memory: 1.5G}}, replicas: 3}
                mem_limit: 1g
                secrets: [one, {source: two, target: /x}]
                env_file: [a.env, {path: b.env, required: false}]
                develop: {watch: [{path: ., action: sync}]}
            """).load(), "a");
        assertThat(service.health().orElseThrow().line()).isEqualTo("curl -f http://localhost");
        assertThat(service.health().orElseThrow().shell()).isTrue();
        assertThat(service.memoryLimit()).hasValue(3L << 29);
        assertThat(service.replicas()).isEqualTo(3);
        assertThat(service.mounted("secrets")).extracting(Scalar::text).containsExactly("one", "two");
        assertThat(service.envFiles())
                .extracting("path", "required")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.env", true),
                        org.assertj.core.groups.Tuple.tuple("b.env", false));
        assertThat(service.isWatchedByCompose()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ./a:/b          | BIND   | ./a       | /b    | false
        ./a:/b:ro       | BIND   | ./a       | /b    | true
        data:/b         | VOLUME | data      | /b    | false
        src/x:/b        | VOLUME | src/x     | /b    | false
        src\\x:/b       | VOLUME | src\\x    | /b    | false
        .\\x:/b         | BIND   | .\\x      | /b    | false
        C:\\x:/b        | BIND   | C:\\x     | /b    | false
        c:/x:/b:rw      | BIND   | c:/x      | /b    | false
        C:\\x:D:\\y     | BIND   | C:\\x     | D:\\y | false
        ~/x:/b          | BIND   | ~/x       | /b    | false
        /b              | VOLUME | ''        | /b    | false
        \\\\.\\pipe\\e:\\\\.\\pipe\\e | BIND | \\\\.\\pipe\\e | \\\\.\\pipe\\e | false
        aa:/b:rO        | VOLUME | aa        | /b    | false
        """)
    void splitsVolumesAsComposeDoes(
            String spec, ComposeVolume.Type type, String source, String target, boolean readOnly) {
        ComposeVolume volume = service(
                        Tree.of("compose.yaml", "services: {a: {volumes: ['" + spec + "']}}")
                                .load(),
                        "a")
                .volumes()
                .getFirst();
        assertThat(volume.type()).isEqualTo(type);
        assertThat(volume.source()).isEqualTo(source);
        assertThat(volume.target()).isEqualTo(target);
        assertThat(volume.readOnly()).isEqualTo(readOnly);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        80                     | ''        | -         | 80   | tcp
        8080:80                | ''        | 8080      | 80   | tcp
        127.0.0.1:8080:80/udp  | 127.0.0.1 | 8080      | 80   | udp
        3000-3005:3000-3005    | ''        | 3000-3005 | 3000-3005 | tcp
        127.0.0.1::80          | 127.0.0.1 | -         | 80   | tcp
        "[::1]:8080:80"        | '::1'     | 8080      | 80   | tcp
        """)
    void readsPorts(String spec, String host, String published, String target, String protocol) {
        ComposePort port = service(
                        Tree.of("compose.yaml", "services: {a: {ports: ['" + spec.replace("\"", "") + "']}}")
                                .load(),
                        "a")
                .ports()
                .getFirst();
        assertThat(port.host()).isEqualTo(host);
        assertThat(port.published().map(Object::toString).orElse(null)).isEqualTo(published);
        assertThat(port.target()).hasToString(target);
        assertThat(port.protocol()).isEqualTo(protocol);
    }

    @Test
    void saysNothingOfPortsThatHoldUnknownVariables() {
        ComposeService service = service(
                Tree.of("compose.yaml", "services: {a: {ports: ['${P}:80', '80:99999', 'x']}}")
                        .load(),
                "a");
        assertThat(service.ports()).isEmpty();
    }
}
