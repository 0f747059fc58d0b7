package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.text.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final Text TITLE = Text.of("test.fix");

    @Test
    void showsAChangedLineWithItsContextAndLineEnds() {
        FileDiff diff = diff("a\r\nb\r\nc\r\nd\r\nmemory=2GB\r\nx\r\n", "a\r\nb\r\nc\r\nd\r\nmemory=8GB\r\nx\r\n");
        assertThat(diff.unified())
                .containsExactly("@@ -2,5 +2,5 @@", " b", " c", " d", "-memory=2GB", "+memory=8GB", " x");
        assertThat(diff.lines().get(4))
                .isEqualTo(new FileDiff.Line(
                        FileDiff.Kind.REMOVED, 5, 0, new TextLine("memory=2GB", TextLine.End.CRLF, false)));
    }

    @Test
    void aLastLineWithoutAnEndIsMarkedAsDiffMarksIt() {
        assertThat(diff("a\nb", "a\nc\n").unified())
                .containsExactly("@@ -1,2 +1,2 @@", " a", "-b", "\\ No newline at end of file", "+c");
    }

    @Test
    void aBomThatGoesIsVisible() {
        assertThat(diff("\uFEFFa\n", "a\n").unified()).containsExactly("@@ -1,1 +1,1 @@", "-<BOM>a", "+a");
    }

    @Test
    void lineEndsAloneAreADifference() {
        assertThat(diff("a\r\nb\n", "a\nb\n").unified()).containsExactly("@@ -1,2 +1,2 @@", "-a^M$", "+a$", " b$");
    }

    @Test
    void farChangesHaveGapsBetweenThem() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
        FileDiff diff = diff(before, before.replace("1\n2", "one\n2").replace("12", "twelve"));
        assertThat(diff.unified())
                .containsExactly(
                        "@@ -1,4 +1,4 @@",
                        "-1",
                        "+one",
                        " 2",
                        " 3",
                        " 4",
                        "@@ -9,4 +9,4 @@",
                        " 9",
                        " 10",
                        " 11",
                        "-12",
                        "+twelve");
        assertThat(diff.lines()).extracting(FileDiff.Line::after).containsExactly(0, 1, 2, 3, 4, 0, 9, 10, 11, 0, 12);
    }

    @Test
    void readsWhateverEncodingAFileHas() {
        Bytes gbk = Bytes.of("# 内存\n".getBytes(Charset.forName("GBK")));
        Bytes utf8 = Bytes.of("# 内存\n".getBytes(StandardCharsets.UTF_8));
        FileDiff diff = FileDiff.between(gbk, utf8);
        assertThat(diff.charsetBefore()).isEqualTo("GB18030");
        assertThat(diff.charsetAfter()).isEqualTo("UTF-8");
        assertThat(FileDiff.between(Bytes.of(new byte[] {(byte) 0xFF}), utf8).charsetBefore())
                .isEqualTo("ISO-8859-1");
    }

    @Test
    void saysWhetherAFileComesOrGoes() {
        assertThat(file(null, "a\n").kind()).isEqualTo(Preview.FileChange.Kind.CREATED);
        assertThat(file("a\n", null).kind()).isEqualTo(Preview.FileChange.Kind.REMOVED);
        assertThat(file("a\n", null).diff().unified()).containsExactly("@@ -1,1 +0,0 @@", "-a");
        assertThat(file(null, "a\n").diff().unified()).containsExactly("@@ -0,0 +1,1 @@", "+a");
    }

    @Test
    void saysWhatChangesBesideTheWords() {
        FileDiff ends = diff("a\r\nb\r\nc\n", "a\nb\nc\n");
        assertThat(ends.form())
                .isEqualTo(new FileDiff.Form(
                        true,
                        false,
                        Optional.of(new FileDiff.Ends(
                                Set.of(TextLine.End.CRLF, TextLine.End.LF), Set.of(TextLine.End.LF), 2)),
                        false,
                        false));
        assertThat(diff("\uFEFFa\n", "a\n").form())
                .isEqualTo(new FileDiff.Form(true, false, Optional.empty(), false, true));
        assertThat(diff("a\n", "\uFEFFb\n").form())
                .isEqualTo(new FileDiff.Form(false, false, Optional.empty(), true, false));
        Bytes gbk = Bytes.of("# 内存\n".getBytes(Charset.forName("GBK")));
        Bytes utf8 = Bytes.of("# 内存\n".getBytes(StandardCharsets.UTF_8));
        assertThat(FileDiff.between(gbk, utf8).form())
                .isEqualTo(new FileDiff.Form(true, true, Optional.empty(), false, false));
        assertThat(FileDiff.between(gbk, utf8).unified()).isEmpty();
        assertThat(file(null, "a\r\n").diff().form())
                .isEqualTo(new FileDiff.Form(false, false, Optional.empty(), false, false));
    }

    @Test
    void registryValuesLookAsInRegedit() {
        Step step = new Step.SetRegistryValue(
                "HKCU\\Environment", "DOCKER_HOST", new RegistryValue.Text("tcp://localhost:2375"), null);
        Step number = new Step.SetRegistryValue("HKCU\\X", "N", null, new RegistryValue.Dword(2));
        assertThat(Preview.of(Fix.safe("test/x", TITLE, step, number)).parts())
                .containsExactly(
                        new Preview.RegistryChange(
                                "HKCU\\Environment", "DOCKER_HOST", "REG_SZ", "tcp://localhost:2375", null),
                        new Preview.RegistryChange("HKCU\\X", "N", "REG_DWORD", null, "0x00000002 (2)"));
    }

    @Test
    void commandLinesAreExactAndSayWhatUndoesThem() {
        Step.RunTool back = new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "1"), null);
        Step step = new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "2"), back);
        Step clock = new Step.InDistro("Ubuntu", DistroCommand.CLOCK_FROM_HARDWARE);
        assertThat(Preview.of(Fix.safe("test/x", TITLE, step, clock)).parts())
                .containsExactly(
                        new Preview.CommandLine(
                                List.of("wsl.exe", "--set-version", "Debian", "2"),
                                false,
                                List.of("wsl.exe", "--set-version", "Debian", "1")),
                        new Preview.CommandLine(
                                List.of("wsl.exe", "-d", "Ubuntu", "-u", "root", "-e", "hwclock", "--hctosys", "--utc"),
                                false,
                                List.of()));
    }

    @Test
    void aCommandLineIsShownAsItCanBeTyped() {
        assertThat(typed("wsl.exe", "-d", "Ubuntu")).isEqualTo("wsl.exe -d Ubuntu");
        assertThat(typed("git.exe", "-C", "C:\\My Projects\\", ""))
                .isEqualTo("git.exe -C \"C:\\My Projects\\\\\" \"\"");
        assertThat(typed("sh", "-c", "say \"hi\"")).isEqualTo("sh -c \"say \\\"hi\\\"\"");
    }

    private static String typed(String... words) {
        return new Preview.CommandLine(List.of(words), false, List.of()).typed();
    }

    @Test
    void engineObjectsAreOneListWithItsSum() {
        EngineChange image = new EngineChange.RemoveImage("sha256:1", "<none> 1", 3L << 30);
        EngineChange cache = new EngineChange.RemoveBuildCache("abc", "COPY", 1L << 30);
        Fix fix = Fix.of(
                "test/x",
                TITLE,
                Set.of(Effect.DELETES_DATA),
                new Step.EngineCall("unix:///s", image),
                new Step.EngineCall("unix:///s", cache));
        assertThat(Preview.of(fix).parts())
                .singleElement()
                .isInstanceOfSatisfying(Preview.EngineObjects.class, objects -> {
                    assertThat(objects.objects()).containsExactly(image, cache);
                    assertThat(objects.bytes()).isEqualTo(4L << 30);
                });
    }

    private static FileDiff diff(String before, String after) {
        return file(before, after).diff();
    }

    private static Preview.FileChange file(@Nullable String before, @Nullable String after) {
        Step step = new Step.EditFile("/x", bytes(before), bytes(after));
        return (Preview.FileChange)
                Preview.of(Fix.safe("test/x", TITLE, step)).parts().getFirst();
    }

    private static @Nullable Bytes bytes(@Nullable String text) {
        return text == null ? null : Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyKnownPlacesAreEverOpened() {
        Text words = Text.of("t");
        for (String place : List.of("https://docs.docker.com/", "ms-settings:recovery", "taskmgr.exe", "devmgmt.msc")) {
            assertThat(new Step.Manual(words, place).opens()).isEqualTo(place);
        }
        for (String place :
                List.of("cmd.exe", "http://a.example", "C:\\x\\taskmgr.exe", "ms-settings:a b", "file:///c")) {
            assertThatThrownBy(() -> new Step.Manual(words, place)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
