package io.devdoctor.check.project.compose;

import static io.devdoctor.testing.Facts.GB;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Secrets, memory, power, readiness, hot reload, storage and images.
class OtherComposeChecksTest {
    private static final String TOKEN = "ghp_" + "a1B2c3D4e5".repeat(4);

    private static String say(Check check, String services, String... files) {
        return Compose.say(check, Compose.project("services: {" + services + "}\n", files))
                .all();
    }

    private static String orNothing(String expected) {
        return expected == null ? "" : expected;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        db: {image: postgres, environment: {POSTGRES_PASSWORD: postgres}}       | info development 1
        db: {image: postgres, environment: {POSTGRES_PASSWORD: 'kD83jf0Wq9ZbT2xv'}} | warning literal 1
        db: {image: postgres, environment: {POSTGRES_PASSWORD: '${DB_PASSWORD}'}} |
        db: {image: postgres, environment: ['POSTGRES_PASSWORD=${DB_PASSWORD:-x1y2z3}']} |
        db: {image: postgres, environment: {POSTGRES_PASSWORD: }}               |
        db: {image: postgres, environment: {POSTGRES_PASSWORD_FILE: /run/secrets/p}} |
        a: {image: x, environment: {SESSION_SECRET_FILE: x, SSH_AUTH_SOCK: /x, KEY_DIR: /k, AUTH_MODULE_VERSION: '1'}} |
        a: {image: x, environment: [GH=TOKEN]}                                  | warning token 1
        a: {image: x, environment: {DSN: 'postgres://app:hunter2x9@db/x'}}      | warning literal 1
        a: {image: x, environment: {DSN: 'postgres://app:shop-dev@db/x'}}         | info development 1
        a: {build: {context: ., args: {NPM_TOKEN: abc123def}}}                  | warning build-argument 1
        a: {build: {context: ., args: [NPM_TOKEN]}}                             |
        """)
    void secrets(String services, String expected) {
        assertThat(say(
                        new SecretsCheck(),
                        services.replace("TOKEN]", TOKEN + "]").replace("[" + TOKEN, "[NPM_TOKEN")))
                .isEqualTo(orNothing(expected));
    }

    @Test
    void showsNoSecret() {
        Machine machine = Compose.machine(Compose.project("""
            services:
              a:
                image: x
                environment:
                  - GH=%s
                  - DB_PASSWORD=hunter2x9
                  - DB_URL=postgres://u:hunter2x9@localhost/x
              db: {image: postgres}
            """.formatted(TOKEN)));
        for (Check check : ComposeChecks.ALL) {
            assertThat(Compose.find(check, machine))
                    .flatMap(io.devdoctor.check.Finding::evidence)
                    .extracting(Evidence::value)
                    .noneMatch(value -> value.contains("hunter2x9") || value.contains(TOKEN));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: x, mem_limit: 512m}                                              |
        a: {image: x, mem_limit: 512m, environment: {JAVA_OPTS: -Xmx1g}}            | warning heap 1
        a: {image: x, mem_limit: 2g, environment: {JAVA_OPTS: -Xmx1g}}              |
        a: {image: x, deploy: {resources: {limits: {memory: 1G}}}, environment: {ES_JAVA_OPTS: '-Xms1g -Xmx1g'}} | warning heap 1
        a: {image: x, mem_limit: 512m, environment: {GOMEMLIMIT: 1GiB}}             | warning heap 1
        a: {image: x, mem_limit: 512m, command: mongod --wiredTigerCacheSizeGB 1}   | warning heap 1
        a: {image: x, mem_limit: 512m, environment: {NODE_OPTIONS: --max-old-space-size=4096}} | warning heap 1
        a: {image: x, oom_kill_disable: true}                                       | warning never-killed 1
        a: {image: x, mem_limit: 64g}                                               | warning above-engine 1
        a: {image: x, mem_limit: 5g}, b: {image: x, mem_limit: 5g}                  | info sum 1
        a: {image: x, mem_limit: 3g, deploy: {replicas: 3}}                         | info sum 1
        a: {image: x, mem_limit: 5g}, b: {image: x, mem_limit: 5g, profiles: [p]}   |
        a: {image: x}, b: {image: x}                                                |
        a: {image: x}, b: {image: x}, c: {image: x}                                 | info without 1
        """)
    void memory(String services, String expected) {
        assertThat(say(new MemoryCheck(), services)).isEqualTo(orNothing(expected));
    }

    @Test
    void memoryOfASilentEngine() {
        Machine silent = Compose.machine(Compose.project("services: {a: {image: x, mem_limit: 512m}}\n"))
                .with(Part.DOCKER_ENGINE, Facts.timedOut());
        assertThat(Compose.say(new MemoryCheck(), silent).all()).isEqualTo("unknown TIMED_OUT");
        assertThat(8 * GB)
                .isGreaterThan(new DockerFacts()
                        .windows()
                        .dockerEngine()
                        .known()
                        .orElseThrow()
                        .info()
                        .known()
                        .orElseThrow()
                        .memoryTotal()
                        .known()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: x, privileged: true}                                          | warning privileged 1
        a: {image: x, volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']} | warning socket 1
        a: {image: x, volumes: ['//var/run/docker.sock:/var/run/docker.sock']}   | warning socket 1
        a: {image: traefik, volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']} | info known-tool 1
        a: {image: x, cap_add: [SYS_ADMIN]}                                      | warning capability 1
        a: {image: x, cap_add: [NET_BIND_SERVICE]}                               |
        a: {image: x, pid: host}                                                 | warning host-namespace 1
        a: {image: x, security_opt: ['seccomp:unconfined']}                      | warning unconfined 1
        a: {image: x, security_opt: ['no-new-privileges:true']}                  |
        a: {image: x, volumes: ['/proc:/host/proc']}                             | warning kernel-folder 1
        a: {image: x, volumes: ['/proc:/host/proc:ro']}                          |
        a: {image: x, volumes: ['/:/host']}                                      | warning host-folder 1
        a: {image: x, volumes: ['C:\\:/host']}                                   | warning host-folder 1
        a: {image: x, volumes: ['./etc:/etc/x']}                                 |
        a: {image: nginx, user: '1001:1001'}                                     | warning master 1
        a: {image: nginx, user: root}                                            |
        a: {image: nginxinc/nginx-unprivileged, user: '1001'}                    |
        a: {image: redis, user: '1001'}                                          |
        """)
    void privileges(String services, String expected) {
        assertThat(say(new PrivilegesCheck(), services)).isEqualTo(orNothing(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        - /proc:/host/proc    | - /proc:/host/proc:ro
        - "/sys:/host/sys:z"  | - "/sys:/host/sys:z,ro"
        - /proc:/host/proc:rw | - /proc:/host/proc:ro
        - {type: bind, source: /proc, target: /p} |
        """)
    void mountsReadOnly(String before, String after) {
        String start = "services:\n  a:\n    image: x\n    volumes:\n      ";
        var said = Compose.find(new PrivilegesCheck(), Compose.machine(Compose.project(start + before + "\n")));
        if (after == null) assertThat(said.getFirst().fixes()).isEmpty();
        else
            assertThat(io.devdoctor.check.project.dockerfile.Said.of(said).fixed())
                    .isEqualTo(start + after + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: x, depends_on: [db]}, db: {image: 'mysql:8.4'}                              | info order-only 1
        a: {image: x, depends_on: [db], restart: on-failure}, db: {image: 'mysql:8.4'}         |
        a: {image: x, depends_on: [web]}, web: {image: nginx}                                  |
        a: {image: x, depends_on: {db: {condition: service_healthy}}}, db: {image: 'mysql:8.4'} | warning no-health 1
        a: {image: x, depends_on: {db: {condition: service_healthy}}}, db: {image: example.com/own} |
        a: {image: x, depends_on: {db: {condition: service_healthy}}}, db: {image: mysql, healthcheck: {test: mysqladmin ping}} |
        a: {image: x, depends_on: {db: {condition: service_healthy}}}, db: {image: mysql, healthcheck: {disable: true}} | warning health-off 1
        a: {image: x, depends_on: {b: {condition: service_healthy}}}, b: {build: .}             |
        a: {image: x, depends_on: {c: {condition: service_healthy}}}, c: {build: c}             | warning no-health 1
        a: {image: 'alpine:3.22', healthcheck: {test: 'curl -f http://localhost'}}              | warning tool 1
        a: {image: 'alpine:3.22', healthcheck: {test: [CMD, wget, -q, 'http://localhost']}}     |
        a: {image: 'debian:12', healthcheck: {test: [CMD, wget, -q, 'http://localhost']}}       | warning tool 1
        a: {image: 'gcr.io/distroless/static', healthcheck: {test: /app health}}                | warning shell 1
        a: {image: 'gcr.io/distroless/static', healthcheck: {test: [CMD, /app, health]}}        |
        a: {image: 'example.com/own', healthcheck: {test: curl x}}                              |
        a: {build: c, healthcheck: {test: [CMD, curl, 'http://localhost']}}                     | warning tool 1
        a: {build: d, healthcheck: {test: [CMD, curl, 'http://localhost']}}                     |
        """)
    void readiness(String services, String expected) {
        assertThat(say(
                        new ReadinessCheck(),
                        services,
                        "Dockerfile",
                        "FROM alpine:3.22\nHEALTHCHECK CMD wget -q localhost\n",
                        "c/Dockerfile",
                        "FROM golang:1.26 AS build\nFROM alpine:3.22\nCMD x\n",
                        "d/Dockerfile",
                        "FROM alpine:3.22\nRUN apk add curl\n"))
                .isEqualTo(orNothing(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        depends_on:~      - db~    image: x                       | depends_on:~      db:~        condition: service_healthy~    image: x
        depends_on:~    - db~    image: x                         | depends_on:~      db:~        condition: service_healthy~    image: x
        depends_on: [db]~    image: x                             | depends_on: {db: {condition: service_healthy}}~    image: x
        depends_on:~      db:~        condition: service_started  | depends_on:~      db:~        condition: service_healthy
        """)
    void waitsForHealth(String before, String after) {
        String start = "services:\n  db: {image: postgres, healthcheck: {test: pg_isready}}\n  a:\n    ";
        assertThat(Compose.say(new ReadinessCheck(), Compose.project(start + before.replace('~', '\n') + "\n"))
                        .fixed())
                .isEqualTo(start + after.replace('~', '\n') + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {build: ., volumes: ['.:/app'], command: 'reflex -r go -- go run .'}      | warning no-polling 1
        a: {build: ., volumes: ['.:/app'], command: nodemon server.js}               | warning no-events 1
        a: {build: ., volumes: ['.:/app'], command: nodemon -L --legacy-watch server.js} |
        a: {build: ., volumes: ['.:/app'], command: nodemon server.js, environment: {CHOKIDAR_USEPOLLING: 'true'}} |
        a: {build: ., volumes: ['.:/app'], command: nodemon server.js, develop: {watch: [{path: ., action: sync}]}} |
        a: {build: ., volumes: ['data:/app'], command: nodemon server.js}            |
        a: {build: ., volumes: ['./data:/data'], command: nodemon server.js}         |
        a: {build: ., volumes: ['.:/app'], command: node server.js}                  |
        a: {build: ., volumes: ['.:/app'], command: npm run dev}                     | warning no-events 1
        a: {build: ., volumes: ['.:/app'], command: npm run build}                   |
        a: {build: ., volumes: ['.:/app']}                                           | warning no-polling 1
        a: {image: prom/prometheus, volumes: ['./prometheus.yml:/etc/prometheus/prometheus.yml'], command: --web.enable-lifecycle} | warning single-file 1
        a: {image: prom/prometheus, volumes: ['./prometheus.yml:/etc/prometheus/prometheus.yml']} |
        """)
    void hotReload(String services, String expected) {
        assertThat(say(
                        new HotReloadCheck(),
                        services,
                        "Dockerfile",
                        "FROM golang:1.26\nCMD [\"air\"]\n",
                        "main.go",
                        "package main\n",
                        "package.json",
                        "{\"scripts\": {\"dev\": \"vite --host\", \"build\": \"vite build\"}}",
                        "data/x.txt",
                        "x",
                        "prometheus.yml",
                        "a: b\n"))
                .isEqualTo(orNothing(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        image: x                         | image: x~    environment:~      CHOKIDAR_USEPOLLING: "true"
        environment:~      - A=1         | environment:~      - A=1~      - CHOKIDAR_USEPOLLING=true
        environment:~      A: 1 # one    | environment:~      A: 1 # one~      CHOKIDAR_USEPOLLING: "true"
        """)
    void letsProgramsPoll(String before, String after) {
        String start = "services:\n  a:\n    command: nodemon x.js\n    volumes: [\".:/app\"]\n    ";
        ProjectFacts project = Compose.project(start + before.replace('~', '\n') + "\n", "x.js", "");
        assertThat(Compose.say(new HotReloadCheck(), project).fixed())
                .isEqualTo(start + after.replace('~', '\n') + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: 'postgres:17', volumes: ['./data:/var/lib/postgresql/data']}     | warning data 1
        a: {image: 'postgres:17', volumes: ['data:/var/lib/postgresql/data']}       |
        a: {image: mysql, volumes: ['C:\\data:/var/lib/mysql']}                     | warning data 1
        a: {image: mysql, volumes: ['./init:/docker-entrypoint-initdb.d']}          |
        a: {image: mysql, volumes: ['./my.cnf:/etc/mysql/conf.d/my.cnf']}           | warning writable 1
        a: {image: mysql, volumes: ['./my.cnf:/etc/mysql/conf.d/my.cnf:ro']}        |
        a: {image: x, volumes: ['./filebeat.yml:/usr/share/filebeat/filebeat.yml:ro']} | warning strict 1
        a: {image: x, volumes: ['./id:/root/.ssh/id_rsa']}                          | warning strict 1
        a: {image: 'postgres:18', volumes: ['data:/var/lib/postgresql/data']}       | warning postgres 1
        a: {image: postgres, volumes: ['data:/var/lib/postgresql/data/']}           | warning postgres 1
        a: {image: 'postgres:18-alpine', volumes: ['data:/var/lib/postgresql']}     |
        a: {image: 'postgres:18', environment: {PGDATA: /x}, volumes: ['data:/var/lib/postgresql/data']} |
        """)
    void storage(String services, String expected) {
        assertThat(say(new StorageCheck(), services)).isEqualTo(orNothing(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: 'mysql:5.7'}             | warning ended 1
        a: {image: 'postgres:17'}           |
        a: {image: 'postgres:18-alpine3.22'} |
        a: {image: postgres}                | info floating 1
        a: {image: 'mongo:latest'}          | info floating 1
        a: {image: nginx}                   |
        a: {image: 'example.com/own:1'}     |
        a: {image: 'mysql:5.7', build: .}   |
        a: {image: 'mysql:${V}'}            |
        """)
    void images(String services, String expected) {
        assertThat(say(new ImagesCheck(), services)).isEqualTo(orNothing(expected));
    }

    /// On the disk of Linux changes are heard, databases at home, and a backslash is a letter.
    @Test
    void theSameProjectInsideWsl() {
        ProjectFacts project = Compose.project("""
            services:
              web:
                image: node:24
                command: npx nodemon server.js
                volumes: [".:/app"]
              db:
                image: postgres:17
                volumes: ["./data:/var/lib/postgresql/data"]
              old:
                image: node:24
                volumes: ['.\\x:/app']
            """, "server.js", "");
        Machine windows = Compose.machine(project);
        Machine linux = Compose.moved(windows, "\\\\wsl.localhost\\Ubuntu\\home\\li\\shop");
        assertThat(Compose.say(new HotReloadCheck(), windows).all()).isEqualTo("warning no-events 5");
        assertThat(Compose.say(new HotReloadCheck(), linux).isOk()).isTrue();
        assertThat(Compose.say(new StorageCheck(), windows).all()).isEqualTo("warning data 8");
        assertThat(Compose.say(new StorageCheck(), linux).isOk()).isTrue();
        assertThat(Compose.say(new PathsCheck(), windows).all()).isEqualTo("warning backslash 11");
        assertThat(Compose.say(new PathsCheck(), linux).all()).isEqualTo("problem backslash 11");
    }
}
