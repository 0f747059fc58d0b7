package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM a\\nCMD b@",
                "FROM a\\nFORM b@problem refused 2",
                "FROM a\\nCMD ['b']@problem pseudo-json 2",
                "FROM a AS b\\nFROM B@problem stage-name-case 2",
                "FROM a AS b\\nFROM c AS b@warning duplicate-stage 2",
                "FROM a\\nRUN b \\\\n\\n\\n c@info empty-continuation 3 4",
                "FROM a\\nUSER b # c@warning comment-as-data 2",
                "FROM a\\n# escape=`\\nRUN b@info late-directive 2",
                "FROM a\\nCMD b\\nCMD c@warning replaced 2",
                "FROM a\\nENV B=1 C=$B@info same-line 2",
                "FROM a\\nRUN cd /b@warning no-effect 2",
                "FROM a\\nRUN b # c \\\\n && d@warning swallowed 2",
                "ARG V=1\\nFROM a:$V\\nRUN echo $V@warning global-arg 3",
                "ARG V=1\\nFROM a:$V\\nENV W=$V\\nRUN echo \"${V}\"@warning global-arg 3 4",
                "ARG NODE_VERSION=22\\nFROM node:$NODE_VERSION\\nRUN echo $NODE_VERSION@",
                "ARG V=1\\nFROM a\\nARG V\\nRUN echo $V@",
                "ARG V=1\\nFROM a AS b\\nARG V\\nFROM b\\nRUN echo $V@",
                "ARG V=1\\nFROM a\\nRUN V=2 && echo $V@",
                "ARG V=1\\nFROM a\\nRUN echo '$V' ${V:-2}@",
                "# syntax=example.com/my/frontend\\nHELLO@",
                "# syntax=mirror.example/docker/dockerfile:1.7\\nHELLO@problem refused 2"
            })
    void says(String text, String expected) {
        String dockerfile = text.replace("\\\\n", "\\\n").replace("\\n", "\n");
        Said said = Said.by(new SyntaxCheck(), ProjectFacts.of("Dockerfile", dockerfile));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM a\\nFORM b\\n@FROM a\\nFROM b\\n",
                "FROM a\\r\\nCMD ['./b', 'c',] # d\\r\\n@FROM a\\r\\nCMD [\"./b\", \"c\"]\\r\\n",
                "FROM a AS b\\nFROM B AS c\\n@FROM a AS b\\nFROM b AS c\\n",
                "FROM a\\nRUN b \\\\n\\n c\\n@FROM a\\nRUN b \\\\n c\\n",
                "FROM a\\nUSER b # who\\n@FROM a\\n# who\\nUSER b\\n",
                "ARG V=1\\nFROM a\\n# x\\nRUN echo $V\\n@ARG V=1\\nFROM a\\n# x\\nARG V\\nRUN echo $V\\n"
            })
    void mends(String text, String expected) {
        Said said = Said.by(new SyntaxCheck(), ProjectFacts.of("Dockerfile", plain(text)));
        assertThat(said.fixed()).isEqualTo(plain(expected));
    }

    @Test
    void leavesUtf16ToItsOwnCheck() {
        assertThat(Said.by(new SyntaxCheck(), ProjectFacts.of("go.mod", "module a"))
                        .all())
                .isEmpty();
    }

    private static String plain(String text) {
        return text.replace("\\\\n", "\\\n").replace("\\r", "\r").replace("\\n", "\n");
    }
}
