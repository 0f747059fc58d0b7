package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.devdoctor.check.Check;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No Dockerfile makes a check fail, however it is written.
class HostileDockerfilesTest {
    static Stream<String> texts() {
        return Stream.of(
                "",
                "\u0000\u0000",
                "FROM",
                "FROM a\nENV A=${B}" + "x".repeat(60000),
                "FROM a\nENV A=" + "${B}".repeat(10000),
                "FROM a\nRUN " + "a || b && c; d | e & ".repeat(3000),
                "FROM a\nRUN " + "$(".repeat(30000),
                "FROM a\nRUN " + "sh -c \"".repeat(8000),
                "FROM a\nCMD [" + "\"a\", ".repeat(9000) + "\"b\"]",
                "FROM a\nCOPY " + "a ".repeat(30000) + "b",
                "FROM a\nUSER " + "x ".repeat(30000) + "# y",
                "FROM a AS b\n" + "FROM b AS b\nCOPY --from=b /x /x\n".repeat(300),
                "FROM golang\nRUN " + "go build . && ".repeat(3000) + "true\nCMD [\"x\"]");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyCheckSpeaks(String text) {
        Machine machine = ProjectFacts.of("Dockerfile", text, "go.mod", "module a\n\nrequire b v1\n")
                .machine()
                .with(Part.HOST, Facts.notApplicable())
                .with(Part.ENVIRONMENT, Facts.notApplicable());
        Stream.of(
                        new SyntaxCheck(),
                        new LayerOrderCheck(),
                        new ForegroundCheck(),
                        new SignalsCheck(),
                        new PlatformCheck(),
                        new SecretsCheck(),
                        new ModuleProxyCheck(),
                        new VersionStampCheck())
                .map(Check.class::cast)
                .forEach(check -> assertThatCode(() -> check.examine(machine))
                        .as(check.info().id())
                        .doesNotThrowAnyException());
    }
}
