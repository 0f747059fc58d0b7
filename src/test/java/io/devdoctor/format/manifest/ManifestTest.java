package io.devdoctor.format.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.devdoctor.format.manifest.Dependency.Grammar;
import io.devdoctor.format.manifest.Manifest.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static Manifest read(String file, String text) {
        return Manifest.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Dependency> dependencies(String file, String text) {
        return read(file, text).dependencies();
    }

    private static Dependency exact(String name, String version, int line) {
        return new Dependency(name, version, Grammar.EXACT, line, false);
    }

    @Test
    void readsModulesWithTheirReplacements() {
        String text = """
            module example.org/tool // the tool

            require github.com/docker/cli v28.3.3+incompatible
            require (
            \tgithub.com/docker/docker v20.10.7+incompatible
            \tgithub.com/moby/moby/client v0.1.0 // indirect
            )
            exclude github.com/docker/docker v1.13.1
            replace (
            \tgithub.com/docker/docker => github.com/docker/docker v24.0.9+incompatible
            \tgithub.com/docker/cli v28.3.3+incompatible => ../cli
            )
            """;
        assertThat(dependencies("go.mod", text))
                .containsExactly(
                        exact("github.com/docker/cli", "", 11),
                        exact("github.com/docker/docker", "v24.0.9+incompatible", 10),
                        new Dependency("github.com/moby/moby/client", "v0.1.0", Grammar.EXACT, 6, true));
    }

    @Test
    void readsMavenWithoutFetchingAnything() {
        String text = """
            <!DOCTYPE project SYSTEM "http://127.0.0.1:9/none.dtd">
            <project>
              <properties><api.version>1.44</api.version>
                <tc>1.20.1</tc>
              </properties>
              <dependencyManagement><dependencies>
                <dependency>
                  <groupId>org.testcontainers</groupId>
                  <artifactId>testcontainers-bom</artifactId>
                  <version>
                    ${tc}
                  </version>
                  <exclusions><exclusion><groupId>a</groupId></exclusion></exclusions>
                </dependency>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
              </dependencies></dependencyManagement>
            </project>
            """;
        Manifest manifest = read("pom.xml", text);
        assertThat(manifest.dependencies())
                .containsExactly(
                        exact("org.testcontainers:testcontainers-bom", "${tc}", 11), exact("g:managed", "", 15));
        assertThat(manifest.properties()).containsEntry("tc", new Property("1.20.1", 4));
        assertThat(manifest.api()).contains(new Property("1.44", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<project>", "not xml", "<project><a></project>"})
    void refusesWhatIsNoXml(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read("pom.xml", text));
    }

    @Test
    void seesInGradleWhatStandsThere() {
        String text = """
            val tc by extra("1.19.3")
            extra["other"] = "1.2.3"
            ext.three = '3.0'
            dependencies {
                // testImplementation("org.testcontainers:old:1.0")
                testImplementation(platform("org.testcontainers:testcontainers-bom:1.20.1"))
                testImplementation "org.testcontainers:kafka"
                testImplementation "org.testcontainers:mysql:${tc}@jar"
                testImplementation group: 'org.testcontainers', name: 'junit-jupiter', version: '1.17.6'
                implementation(libs.docker)
            }
            repositories { maven { url "https://repo.example.org:8443/x" } }
            tasks.test { systemProperty("api.version", "1.43") }
            """;
        Manifest manifest = read("build.gradle.kts", text);
        assertThat(manifest.dependencies())
                .containsExactly(
                        exact("org.testcontainers:testcontainers-bom", "1.20.1", 6),
                        exact("org.testcontainers:kafka", "", 7),
                        exact("org.testcontainers:mysql", "${tc}", 8),
                        exact("org.testcontainers:junit-jupiter", "1.17.6", 9));
        assertThat(manifest.properties())
                .containsEntry("tc", new Property("1.19.3", 1))
                .containsEntry("other", new Property("1.2.3", 2))
                .containsEntry("ext.three", new Property("3.0", 3));
        assertThat(manifest.api()).contains(new Property("1.43", 13));
    }

    @Test
    void readsACatalogWithItsReferences() {
        String text = """
            [versions]
            tc = "1.20.1" # test containers
            rich = { strictly = "1.0" }
            [libraries]
            a = { module = "org.testcontainers:kafka", version.ref = "tc" }
            b = { group = "org.testcontainers", name = "mysql", version = "1.19.0" }
            c = "com.github.docker-java:docker-java:3.4.2"
            d = { module = "org.testcontainers:bare" }
            [bundles]
            all = ["a", "b"]
            """;
        assertThat(dependencies("libs.versions.toml", text))
                .containsExactly(
                        exact("org.testcontainers:kafka", "1.20.1", 2),
                        exact("org.testcontainers:mysql", "1.19.0", 6),
                        exact("com.github.docker-java:docker-java", "3.4.2", 7),
                        exact("org.testcontainers:bare", "", 8));
    }

    @Test
    void readsPythonInAllItsForms() {
        String toml = """
            [project]
            name = "docker-tools"
            keywords = ["docker"]
            dependencies = ["requests", 'docker[ssh] ~= 5.0']
            [project.optional-dependencies]
            old = [
              "Docker_Py==1.10.6; python_version < '3'",
            ]
            [tool.poetry.group.dev.dependencies]
            docker = { version = "^4.2", extras = ["ssh"] }
            python = "^3.12"
            [tool.other]
            docker = "1.0"
            """;
        assertThat(dependencies("pyproject.toml", toml).stream()
                        .filter(found -> found.name().startsWith("docker")))
                .containsExactly(
                        new Dependency("docker", "~= 5.0", Grammar.PYTHON, 4, false),
                        new Dependency("docker-py", "==1.10.6", Grammar.PYTHON, 7, false),
                        new Dependency("docker", "^4.2", Grammar.PYTHON, 10, false));
        String lines = "-r base.txt\n#docker==1\nDocker[tls] >=3.0,<5 ; sys_platform == 'linux' # old\n"
                + "requests==2.32.4 --hash=sha256:00\ngit+https://example.org/docker.git\n";
        assertThat(dependencies("requirements-dev.txt", lines))
                .containsExactly(
                        new Dependency("docker", ">=3.0,<5", Grammar.PYTHON, 3, false),
                        new Dependency("requests", "==2.32.4", Grammar.PYTHON, 4, false));
    }

    @Test
    void readsNodePackages() {
        String text = "{\n \"version\": \"1\",\n \"devDependencies\": {\n  \"dockerode\": \"^3.3.1\", \"x\": 4 }\n}";
        assertThat(dependencies("package.json", text))
                .containsExactly(new Dependency("dockerode", "^3.3.1", Grammar.NPM, 4, false));
        assertThatIllegalArgumentException().isThrownBy(() -> read("package.json", "[]"));
    }

    @Test
    void readsPropertiesAsJavaDoes() {
        Manifest manifest =
                read(".docker-java.properties", "\uFEFFapi.version = 1.44 \r\nDOCKER_HOST=tcp\\://h\\:2375\r\n!x=1\n");
        assertThat(manifest.api()).contains(new Property("1.44", 1));
        assertThat(manifest.properties())
                .containsEntry("DOCKER_HOST", new Property("tcp://h:2375", 2))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<api.version>1.0</api.version>", "<my.api.version>1.44</my.api.version>", "api.version=1.444"})
    void leavesAlienApiVersionsAlone(String line) {
        assertThat(read("build.gradle", line).api()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "EXACT;v20.10.27+incompatible;20.10.27;20.10.27",
                "EXACT;1.20.1-rc1;1.20.1;1.20.1",
                "EXACT;v0.0.0-20240101120000-0123456789ab;-;-",
                "EXACT;v17.12.0-ce-rc1.0.20200618181300-9dc6525e6118+incompatible;-;-",
                "EXACT;[1.0,2.0);-;-",
                "EXACT;99999999999.1;-;-",
                "EXACT;'';-;-",
                "NPM;^3.3.1;3.3.1;4",
                "NPM;^0.2.3;0.2.3;0.3",
                "NPM;~4.0.2;4.0.2;4.1",
                "NPM;>=2 <4;2;4",
                "NPM;4;4;5",
                "NPM;3.x;3;4",
                "NPM;3.3.1;3.3.1;3.3.1",
                "NPM;^3 || ^4;-;-",
                "NPM;latest;-;-",
                "NPM;workspace:*;-;-",
                "PYTHON;==4.2.2;4.2.2;4.2.2",
                "PYTHON;==4.*;4;5",
                "PYTHON;~=4.2;4.2;5",
                "PYTHON;>=3.0, <5;3.0;5",
                "PYTHON;<=4.2;0;4.3",
                "PYTHON;>=7.1;7.1;''",
                "PYTHON;!=4.0;-;-",
                "PYTHON;^4.2;4.2;5"
            })
    void knowsWhatAVersionAdmits(Grammar grammar, String text, String from, String before) {
        Optional<VersionRange> expected =
                from == null ? Optional.empty() : Optional.of(new VersionRange(from, before == null ? "" : before));
        assertThat(VersionRange.of(text, grammar)).isEqualTo(expected);
    }
}
