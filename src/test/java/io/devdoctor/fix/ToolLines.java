package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.ArgvW;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Judges the lines that are run, in other words than the table that makes them.
public final class ToolLines {
    private static final Set<String> PROGRAMS = Set.of(
            "wsl.exe",
            "compact.exe",
            "w32tm.exe",
            "sc.exe",
            "reg.exe",
            "netsh.exe",
            "net.exe",
            "dism.exe",
            "bcdedit.exe",
            "docker.exe",
            "git.exe");
    /// Every word that may begin with a dash or a slash.
    private static final Pattern SWITCH =
            Pattern.compile("--set-default-version|--set-version|--set-default|--terminate"
                + "|--manage|--compact|--set-sparse|--shutdown|--update|--install|--no-distribution|--detach|--local|--"
                + "|--chmod=[+-]x|-C|-c|-d|-u|-e|/U|/C|/resync|/rediscover|/config|/update|/v|/t|/d|/f|/set|/add|/delete"
                + "|/Online|/NoRestart|/Enable-Feature|/Disable-Feature|/syncfromflags:(manual|no)"
                + "|/FeatureName:(VirtualMachinePlatform|Microsoft-Windows-Subsystem-Linux)");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|]", Pattern.UNICODE_CHARACTER_CLASS);

    private ToolLines() {}

    /// A line of the table: a known program, no word that could be taken for another one or for a switch.
    public static void assertHarmless(List<String> line) {
        assertThat(PROGRAMS).contains(line.getFirst());
        for (String word : line.subList(1, line.size())) {
            boolean option = SWITCH.matcher(word).matches();
            // git names folders of Linux so as well.
            boolean folder = line.getFirst().equals("git.exe") && line.get(2).equals(word);
            if (!option && !folder) assertThat(word).doesNotStartWith("-").doesNotStartWith("/");
            assertThat(UNSEEN.matcher(word).find()).as(word).isFalse();
            assertThat(word).isNotEmpty().doesNotEndWith("\\").hasSizeLessThan(12_000);
            assertThat(Arrays.asList(word.split("[\\\\/]"))).doesNotContain("..", ".");
        }
        assertThat(ArgvW.parse(started(line))).isEqualTo(line);
    }

    /// A fixed program inside a distribution, as root; its words are in the code.
    public static void assertInside(List<String> line, String distro) {
        assertThat(line.subList(0, 6)).containsExactly("wsl.exe", "-d", distro, "-u", "root", "-e");
        assertThat(distro).matches("[A-Za-z0-9._][A-Za-z0-9._-]*");
        assertThat(line).noneMatch(word -> word.contains("\"") || word.endsWith("\\"));
        assertThat(ArgvW.parse(started(line))).isEqualTo(line);
    }

    /// As Java starts a process on Windows: quotes around what holds a blank, and nothing else is changed.
    private static String started(List<String> line) {
        return String.join(
                " ",
                line.stream()
                        .map(word -> word.contains(" ") || word.contains("\t") ? "\"" + word + "\"" : word)
                        .toList());
    }
}
