package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Completion in the shells themselves.
@EnabledOnOs(OS.LINUX)
class CompletionTest {
    @TempDir
    private static Path folder;

    /// Asks the function that the script registers, as bash does when somebody presses Tab.
    private static final String TAB = """
        source ./bash.txt
        complete -p devdoctor | grep -q _complete_devdoctor || exit 9
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
        _complete_devdoctor 2>/dev/null
        echo "${COMPREPLY[@]}"
        """;

    /// Types into a zsh and waits until what was completed stands there.
    private static final String TYPED = """
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z "PS1='> '; autoload -Uz compinit && compinit -u -D; source ./zsh.txt; echo READY''NOW"
        zpty -r z shown '*READYNOW*'
        zpty -w -n z "$1"$'\\t\\t'
        zpty -r z shown "*$2*" && echo completed
        zpty -d z
        """;

    @BeforeAll
    static void script() throws Exception {
        for (String shell : List.of("bash", "zsh")) {
            Program.Ended ended = Program.in(folder).run("completion", shell);
            assertThat(ended.exit()).as(ended.err()).isZero();
            Files.writeString(folder.resolve(shell + ".txt"), ended.out());
        }
        Files.writeString(folder.resolve("tab.sh"), TAB);
        Files.writeString(folder.resolve("typed.zsh"), TYPED);
        Files.writeString(folder.resolve("one report.json"), "{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        comp                         | compare completion
        check --no-                  | --no-redact
        check --format j             | json junit
        check --sample h             | healthy-en hung-wsl-en
        check --lang z               | zh-CN
        check --only clock.h         | clock.host
        fix wsl.config-m             | wsl.config-memory wsl.config-misplaced
        compare --format m           | md
        completion p                 | powershell
        show one                     | one report.json
        """)
    void bashCompletes(String typed, String completed) throws Exception {
        assumeTrue(has("bash"), "there is no bash");
        Program.Ended ended = Program.in(folder).ended(command("bash tab.sh devdoctor " + typed));

        assertThat(ended.out().strip()).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        devdoctor check --no-re      | --no-redact
        devdoctor check --sample hea | healthy-en
        devdoctor fix wsl.config-mem | wsl.config-memory
        devdoctor comp               | completion
        """)
    void zshCompletes(String typed, String completed) throws Exception {
        assumeTrue(has("zsh"), "there is no zsh");
        Program.Ended ended = Program.in(folder).ended(List.of("zsh", "-f", "typed.zsh", typed, completed));

        assertThat(ended.out()).contains("completed");
    }

    /// Options, commands and values in PowerShell's own notation; what it does with them only a PowerShell tells.
    @Test
    void theScriptForPowerShellIsBalanced() throws Exception {
        String script = Program.in(folder).run("completion", "powershell").out();

        assertThat(script).contains("'--sample'", "'healthy-en'", "'wsl.config-memory'");
        assertThat(script.chars().filter(c -> c == '{').count())
                .isEqualTo(script.chars().filter(c -> c == '}').count());
        assertThat(script.chars().filter(c -> c == '\'').count() % 2).isZero();
    }

    private static List<String> command(String words) {
        return Arrays.asList(words.split(" "));
    }

    private static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
