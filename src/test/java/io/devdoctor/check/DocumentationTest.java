package io.devdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.text.Language;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    @Test
    void aBuildThatKnowsItsAddressLinksToItsOwnPages() {
        Documentation documentation = new Documentation("https://git.example/devdoctor", "1.2.3");
        assertThat(documentation.of(Area.WSL, "wsl.config-memory", Language.ENGLISH))
                .contains("https://git.example/devdoctor/blob/v1.2.3/docs/checks/wsl.md#wslconfig-memory");
        assertThat(documentation.of(Area.PROJECT, "compose.ports", Language.CHINESE))
                .contains("https://git.example/devdoctor/blob/v1.2.3/docs/zh-CN/checks/project.md#composeports");
    }

    @Test
    void otherwiseItLinksToTheMakers() {
        Documentation documentation = new Documentation("", "1.2.3");
        assertThat(documentation.of(Area.WSL, "wsl.config-memory", Language.CHINESE))
                .contains("https://learn.microsoft.com/windows/wsl/wsl-config");
        assertThat(documentation.of(Area.HOST, "no.such-check", Language.ENGLISH))
                .isEmpty();
    }

    @Test
    void theIdOfAForeignReportCannotBreakOutOfTheLink() {
        assertThat(Documentation.anchor("a.b\"><script>)")).isEqualTo("abscript");
    }

    @Test
    void everyCheckHasAnAnchorOfItsOwn() {
        assertThat(Checks.ALL.stream()
                        .map(check -> Documentation.anchor(check.info().id())))
                .doesNotHaveDuplicates();
    }
}
