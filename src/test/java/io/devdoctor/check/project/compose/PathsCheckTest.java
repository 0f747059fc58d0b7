package io.devdoctor.check.project.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.dockerfile.Said;
import io.devdoctor.fix.Step;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsCheckTest {
    private static ProjectFacts project(String compose) {
        return Compose.project(
                compose.replace('~', '\n') + "\n",
                "src/main.go",
                "package main\n",
                "Config/app.yaml",
                "a: b\n",
                "Dockerfile",
                "FROM scratch\n",
                ".env.example",
                "A=1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        services: {a: {image: x, volumes: ['./src:/s']}}                         |
        services: {a: {image: x, volumes: ['.\\src:/s']}}                        | warning backslash 1
        services: {a: {image: x, volumes: [{type: bind, source: '.\\src', target: /s}]}} | warning backslash 1
        services: {a: {image: x, volumes: ['\\\\.\\pipe\\docker_engine:\\\\.\\pipe\\docker_engine']}} |
        services: {a: {build: .\\src\\..}}                                       | warning backslash 1
        services: {a: {image: x, volumes: ['src\\data:/d']}}                     | problem volume-name 1
        services: {a: {image: x, volumes: ['data/x:/d']}}                        | problem volume-name 1
        services: {a: {image: x, volumes: ['./src:/s:rO']}}                      | warning option 1
        services: {a: {image: x, volumes: ['./src:/s:ro,z']}}                    |
        services: {a: {image: x, volumes: ['C:\\Users\\li\\x:/x']}}              | warning personal 1
        services: {a: {image: x, volumes: ['/mnt/c/Users/li/x:/x']}}             | warning personal 1
        services: {a: {image: x, volumes: ['/c/work:/x']}}                       | warning one-shell 1
        services: {a: {image: x, volumes: ['/var/lib/x:/x']}}                    |
        services: {a: {image: x, volumes: ['./gone.conf:/etc/x.conf']}}          | problem missing-source 1
        services: {a: {image: x, volumes: ['./gone:/data']}}                     |
        services: {a: {image: x, volumes: [{type: bind, source: ./gone, target: /d}]}} | problem missing-source 1
        services: {a: {image: x, volumes: [{type: bind, source: ./gone, target: /d, bind: {create_host_path: true}}]}} |
        services: {a: {image: x, volumes: ['../other/x.conf:/etc/x.conf']}}      |
        services: {a: {image: x, volumes: ['${X}/x.conf:/etc/x.conf']}}          |
        services: {a: {build: .}}                                                |
        services: {a: {build: ./gone}}                                           | problem missing-context 1
        services: {a: {build: {context: ., dockerfile: gone.Dockerfile}}}        | problem missing-context 1
        services: {a: {build: 'https://github.com/x/y.git'}}                     |
        services: {a: {build: {context: ., dockerfile_inline: FROM x}}}          |
        services: {a: {image: x, env_file: .env}}                                | problem missing-env-file 1
        services: {a: {image: x, env_file: [{path: .env, required: false}]}}     |
        services: {a: {image: x, secrets: [s]}}~secrets: {s: {file: ./gone.txt}} | problem missing-file 2
        services: {a: {image: x, volumes: ['./config:/c']}}                      | warning case 1
        services: {a: {image: x, volumes: ['./Config:/c']}}                      |
        """)
    void says(String compose, String expected) {
        assertThat(Compose.say(new PathsCheck(), project(compose)).all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        - .\\src:/s:ro # why  | - ./src:/s:ro # why
        - '.\\src\\x:/s'      | - './src/x:/s'
        - ".\\\\src:/s"       | - "./src:/s"
        - src/x:/d            | - ./src/x:/d
        - ./src:/s:RO         | - ./src:/s:ro
        - ./config:/c         | - ./Config:/c
        """)
    void mends(String before, String after) {
        String start = "services:\r\n  a:\r\n    image: x\r\n    volumes:\r\n      ";
        ProjectFacts project =
                project("").and("compose.yaml", start + before + "\r\n").and("src/x/y.txt", "");
        assertThat(Compose.say(new PathsCheck(), project).fixed()).isEqualTo(start + after + "\r\n");
    }

    @Test
    void leavesPathsWithVariablesToThePerson() {
        Finding finding = FindingAssert.one(
                new PathsCheck(),
                Compose.machine(project("services: {a: {image: x, volumes: ['.\\src\\${X:-y}:/s']}}")));
        assertThat(FindingAssert.outcome(finding)).isEqualTo("backslash");
        assertThat(finding.fixes()).isEmpty();
    }

    @Test
    void makesTheFileOfVariablesFromItsExample() {
        Finding finding = FindingAssert.one(
                new PathsCheck(), Compose.machine(project("services: {a: {image: x, env_file: [.env]}}")));
        assertThat(finding.fixes().getFirst().steps()).first().isInstanceOfSatisfying(Step.EditFile.class, edit -> {
            assertThat(edit.path()).isEqualTo("C:\\src\\shop\\.env");
            assertThat(edit.before()).isNull();
        });
        assertThat(finding.fixes().getFirst().isSafe()).isFalse();
    }

    @Test
    void isWellWithoutPaths() {
        Said said = Compose.say(new PathsCheck(), project("services: {a: {image: x}}"));
        assertThat(said.isOk()).isTrue();
    }
}
