package io.devdoctor.check.project.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.testing.FindingAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        services: {a: {image: x}}                                          |
        version: '3.8'~services: {a: {image: x}}                           | info version 1
        services: {a: {image: x}                                           | problem syntax 1
        services:~\ta:                                                     | problem syntax 2
        ^^                                                                 | problem empty 1
        services: {a: {image: x}}~services: {b: {image: y}}                | problem duplicate-key 2
        services: [a]                                                      | problem type 1
        services: {a: {image: '${X'}}                                      | problem interpolation 1
        include: [gone.yaml]~services: {a: {image: x}}                     | problem missing-file 1
        include: ['oci://docker.io/x/y']~services: {a: {image: x}}         | info remote 1
        services: {a: {image: x, depends_on: [b]}}                         | problem undefined-service 1
        services: {a: {image: x, depends_on: {b: {condition: service_started, required: false}}}} |
        services: {a: {image: x, links: ['b:db']}}                         | problem undefined-service 1
        services: {a: {image: x, external_links: ['b:db']}}                |
        services: {a: {image: x, networks: [n]}}                           | problem undefined-network 1
        services: {a: {image: x, networks: [n, default]}}~networks: {n: {}} |
        services: {a: {image: x, volumes: ['data:/d']}}                    | problem undefined-volume 1
        services: {a: {image: x, volumes: ['data:/d']}}~volumes: {data: }  |
        services: {a: {image: x, volumes: ['/d', './d:/e']}}               |
        services: {a: {image: x, secrets: [s]}}                            | problem undefined-secret 1
        services: {a: {image: x, configs: [{source: s}]}}                  | problem undefined-config 1
        services: {a: {image: x, depends_on: [b]}, b: {image: x, profiles: [p]}} | warning disabled-service 1
        services: {a: {image: x, depends_on: [b], profiles: [p]}, b: {image: x, profiles: [p]}} |
        services: {a: {restart: always}}                                   | problem no-image 1
        services: {a: {provider: {type: model}}}                           |
        services: {a: {image: x, network_mode: host, networks: [default]}} | problem exclusive 1
        services: {a: {image: x, healthcheck: {test: [curl, x]}}}          | problem healthcheck-form 1
        services: {a: {image: x, container_name: n}, b: {image: y, container_name: n}} | problem container-name 1
        services: {a: {image: x, container_name: n, profiles: [p]}, b: {image: y, container_name: n, profiles: [q]}} |
        services:~web:~image: nginx                                        | problem unknown-key 2 3
        services: {a: {image: x, enviroment: [A=1]}}                       | warning unknown-service-key 1
        services: {a: {image: x, x-mine: 1}}~x-more: 2                     |
        """)
    void says(String compose, String expected) {
        assertThat(Compose.say(new SyntaxCheck(), Compose.project(compose.replace('~', '\n') + "\n"))
                        .all())
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void removesTheVersionAndNothingElse() {
        String compose = "# shop\r\nversion: \"3.8\"\r\n\r\nservices:\r\n  a: {image: x} # web\r\n";
        assertThat(Compose.say(new SyntaxCheck(), Compose.project(compose)).fixed())
                .isEqualTo("# shop\r\n\r\nservices:\r\n  a: {image: x} # web\r\n");
    }

    @Test
    void suggestsRemovingTheVersionWhereAScriptCallsTheOldCompose() {
        Finding plain = version("docker compose up\n");
        Finding old = version("#!/bin/sh\ndocker-compose up\n");
        assertThat(plain.fixes().getFirst().isSafe()).isTrue();
        assertThat(old.fixes().getFirst().effects()).containsExactly(Effect.CHANGES_MEANING);
    }

    private static Finding version(String script) {
        return FindingAssert.one(
                new SyntaxCheck(),
                Compose.machine(Compose.project("version: '3'\nservices: {a: {image: x}}\n", "up.sh", script)));
    }

    @Test
    void mendsSlipsOfThePen() {
        assertThat(Compose.say(
                                new SyntaxCheck(),
                                Compose.project("services:\n  a:\n    image: x\n    enviroment: [A=1]\n"))
                        .fixed())
                .isEqualTo("services:\n  a:\n    image: x\n    environment: [A=1]\n");
    }

    @Test
    void tellsOnlyWhatAnOverlayBringsAlong() {
        assertThat(Compose.find(
                        new SyntaxCheck(),
                        Compose.machine(Compose.project(
                                "version: '3'\nservices: {a: {image: x}}\n",
                                "compose.prod.yaml",
                                "services: {a: {depends_on: [gone]}}\n"))))
                .extracting(FindingAssert::outcome)
                .containsExactly("version", "undefined-service");
    }

    @Test
    void saysWhatItCouldNotRead() {
        assertThat(Compose.find(
                        new SyntaxCheck(),
                        Compose.machine(
                                Compose.project("include: [../other/compose.yaml]\nservices: {a: {image: x}}\n"))))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.UNKNOWN);
    }
}
