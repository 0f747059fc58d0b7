package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.testing.sim.Illness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `history` as it is typed, and `undo` where somebody changed things since.
class HistoryCommandTest {
    private static final String WSLCONFIG = "C:\\Users\\li\\.wslconfig";

    @TempDir
    private Path temp;

    private Clinic clinic;
    private Typist typist;

    @BeforeEach
    void anIllMachine() throws Exception {
        clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        typist = new Typist(clinic, temp.resolve("data"));
    }

    @Test
    void nothingWasChangedYet() {
        assertThat(typist.run("history")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("DevDoctor has changed nothing", "No entries");
        assertThat(typist.run("history", "last")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.err()).contains("holds no such entry");
    }

    @Test
    void listsNewestFirstWithWhoAskedAndWhatBecameOfIt() throws Exception {
        String[] ids = twoChanges();
        assertThat(typist.run("history")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out().indexOf(ids[1])).isBetween(0, typist.out().indexOf(ids[0]));
        assertThat(typist.out())
                .contains("  " + WSLCONFIG + "\n", "daemon.json and 2 more")
                .contains("the command line  ", "[pending, can be undone]", "[fixed, can be undone]")
                .contains("2 entries; with the file contents kept for undo");
    }

    @Test
    void tellsEverythingAboutOneEntry() throws Exception {
        String[] ids = twoChanges();
        assertThat(typist.run("history", ids[1])).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out())
                .contains("To be cured", "Warning: WSL is limited to 2 GB of memory", "wsl.config-memory")
                .contains("--- " + WSLCONFIG, "+memory=8GB", "-memory=2GB", "Asked for by the command line")
                .contains("Step 1 begun", "Step 1 done", "sha256", "Ended: pending")
                .contains("Possible now: devdoctor undo " + ids[1]);
        typist.run("undo", ids[1], "--yes");
        typist.run("history", ids[1]);
        assertThat(typist.out())
                .contains("Undo asked for by the command line", "Step 1 taken back", "Ended: undone")
                .contains("There is nothing to undo.");
    }

    /// Commands with their exit codes and words as the journal kept them.
    @Test
    void tellsWhatToolsSaid() throws Exception {
        assertThat(typist.run("fix", "wsl.distro-version", "--yes")).isEqualTo(ExitCode.GOOD);
        typist.run("history", "last");
        assertThat(typist.out()).contains("> wsl.exe --set-version Debian 2", "exit 0", "Ended: fixed");
    }

    @Test
    void anEntryIsNamedByAnyBeginningThatNoOtherHas() throws Exception {
        String[] ids = twoChanges();
        String shared = shared(ids[0], ids[1]);
        assertThat(shared).isNotEmpty();
        assertThat(typist.run("history", shared)).isEqualTo(ExitCode.USAGE);
        assertThat(typist.err()).contains(ids[0], ids[1]);
        assertThat(typist.run("undo", shared)).isEqualTo(ExitCode.USAGE);
        assertThat(typist.run("resume", shared)).isEqualTo(ExitCode.USAGE);
        String unique = ids[0].substring(0, shared.length() + 1);
        assertThat(typist.run("history", unique)).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).startsWith(ids[0]);
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.repairer.entries().getFirst().state()).isEqualTo(Entry.State.UNDONE);
    }

    /// Never the one before it, which nobody named.
    @Test
    void lastIsTheNewestAlsoWhereItCannotBeUndone() throws Exception {
        String[] ids = twoChanges();
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.WARNINGS);
        assertThat(typist.out()).contains("There is nothing to undo.", "devdoctor undo " + ids[0]);
        assertThat(typist.run("undo", "last", "--dry-run")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("There is nothing to undo.", "devdoctor undo " + ids[0]);
        assertThat(typist.run("resume", "last")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("does not allow that").doesNotContain("devdoctor resume");
        assertThat(clinic.repairer.entries()).extracting(Entry::state).contains(Entry.State.CURED);
    }

    @Test
    void resumeLastNamesTheOneThatWaits() throws Exception {
        assertThat(typist.run("fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.WARNINGS);
        String waiting = clinic.lastEntry();
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.run("resume", "last")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("devdoctor resume " + waiting);
    }

    @Test
    void jsonIsForProgramsAndHidesSecrets() throws Exception {
        String[] ids = twoChanges();
        typist.run("history", "--format", "json");
        JsonNode all = JsonMapper.builder().build().readTree(typist.out());
        assertThat(all.path("devdoctorHistory").asInt()).isEqualTo(1);
        assertThat(all.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("id").asString()))
                .containsExactly(ids[1], ids[0]);
        assertThat(all.path("entries").get(0).path("undoable").asBoolean()).isTrue();
        assertThat(all.path("kept").path("mostEntries").asInt()).isEqualTo(2000);

        typist.run("history", ids[1], "--format", "json");
        JsonNode entry = JsonMapper.builder().build().readTree(typist.out()).path("entry");
        JsonNode step = entry.path("steps").get(0);
        assertThat(step.path("kind").asString()).isEqualTo("file");
        assertThat(step.path("path").asString()).isEqualTo(WSLCONFIG);
        assertThat(step.path("diff").valueStream().map(JsonNode::asString)).contains("+memory=8GB");
        assertThat(entry.path("cures").get(0).path("verdict").asString()).isEqualTo("WARNING");
        assertThat(entry.path("events")
                        .valueStream()
                        .map(event -> event.path("event").asString()))
                .containsExactly("step", "step", "ended");
        assertThat(entry.path("undo").path("possible").asBoolean()).isTrue();
    }

    @Test
    void secretsInChangedFilesAreMaskedEverywhere() throws Exception {
        String before = "[wsl2]\r\nmemory=2GB\r\nkernelCommandLine=password=hunter2secret\r\n";
        Files.writeString(clinic.windows.real(WSLCONFIG), before);
        for (List<String> command : List.of(
                List.of("fix", "wsl.config-memory", "--dry-run"),
                List.of("fix", "wsl.config-memory", "--yes"),
                List.of("history", "last"),
                List.of("history", "last", "--format", "json"),
                List.of("undo", "last", "--dry-run"))) {
            typist.run(command.toArray(String[]::new));
            assertThat(typist.out()).as("%s", command).contains("memory=2GB").doesNotContain("hunter2secret");
        }
    }

    @Test
    void threeVersionsAreShownWhereSomebodyChangedIt() throws Exception {
        String[] ids = twoChanges();
        Files.writeString(clinic.windows.real(WSLCONFIG), "[wsl2]\r\nmemory=6GB\r\n");
        for (List<String> command : List.of(
                List.of("undo", ids[1], "--yes"), List.of("undo", ids[1], "--dry-run"), List.of("history", ids[1]))) {
            int exit = typist.run(command.toArray(String[]::new));
            assertThat(exit).isEqualTo(command.contains("--yes") ? ExitCode.FAILED : ExitCode.GOOD);
            assertThat(typist.out())
                    .as("%s", command)
                    .contains("What DevDoctor changed:", "--- " + WSLCONFIG + " (before)", "+memory=8GB")
                    .contains("+++ " + WSLCONFIG + " (as DevDoctor left it)", "What was changed since:")
                    .contains("+++ " + WSLCONFIG + " (now)", "+memory=6GB", "To take it back by hand");
        }
        assertThat(new String(
                        clinic.windows
                                .ports()
                                .files()
                                .read(WSLCONFIG)
                                .known()
                                .orElseThrow()
                                .bytes()
                                .toArray(),
                        StandardCharsets.UTF_8))
                .contains("memory=6GB");
    }

    @Test
    void lettingGoAsksAndSaysWhatCanNotBeUndoneAnyMore() throws Exception {
        String[] ids = twoChanges();
        assertThat(typist.answering("n\n", "history", "--forget", ids[0])).isEqualTo(ExitCode.WARNINGS);
        assertThat(typist.out()).contains("can then not be undone any more:", "daemon.json", "Nothing was changed.");
        assertThat(clinic.repairer.entries()).hasSize(2);
        assertThat(typist.answering("y\n", "history", "--forget", ids[0])).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.repairer.entries()).extracting(Entry::id).containsExactly(ids[1]);
        typist.run("history");
        assertThat(typist.out()).contains("One older entry was let go, the latest on 20");
        // What waits for a restart is not to be forgotten.
        assertThat(typist.run("history", "--forget", "last", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.run("history", "last", "--forget", "last")).isEqualTo(ExitCode.USAGE);
        assertThat(clinic.repairer.entries()).hasSize(1);
    }

    @Test
    void anEntryThatCannotBeReadIsToldAndCanBeLetGo() throws Exception {
        String[] ids = twoChanges();
        Path kept = temp.resolve("data/backups");
        try (var files = Files.list(kept)) {
            for (Path file : files.toList()) Files.writeString(file, "damaged");
        }
        typist.run("history");
        assertThat(typist.out()).contains("[unreadable]", "2 entries cannot be read", "--forget");
        assertThat(typist.run("undo", ids[0], "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("cannot be taken back", "Nothing was changed");
        assertThat(typist.run("undo", ids[0], "--dry-run")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("cannot be taken back");
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("cannot be taken back").doesNotContain("no such entry");
        assertThat(typist.run("history", "--forget", ids[0], "--yes")).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void whatIsNoRecordIsListedAndCounted() throws Exception {
        Path journal = temp.resolve("data/journal");
        Files.createFile(journal.resolve("20261101T000000000Z-empty.jsonl"));
        Files.writeString(journal.resolve("20261101T000000001Z-cut.jsonl"), "{\"record\":\"int");
        Files.writeString(journal.resolve("20261101T000000002Z-list.jsonl"), "[]");
        Files.createDirectory(journal.resolve("x.jsonl"));
        assertThat(typist.run("history")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out())
                .contains("4 entries;", "2 entries cannot be read")
                .containsSubsequence(
                        "Z-list\n", "[unreadable]", "Z-cut\n", "[never begun]", "Z-empty\n", "[never begun]")
                .doesNotContain("changed nothing");
        assertThat(typist.run("history", "--format", "json")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("\"state\" : \"NEVER_BEGUN\"");
        for (String name : List.of("20261101T000000000Z-empty", "20261101T000000002Z-list", "x")) {
            assertThat(typist.run("history", name)).as(name).isEqualTo(ExitCode.GOOD);
        }
        assertThat(typist.run("undo", "20261101T000000001Z-cut")).isEqualTo(ExitCode.WARNINGS);
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.GOOD);
        // A folder with a strange name sorts as the newest, and is what "last" means then.
        assertThat(typist.run("undo", "last", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("Nothing was changed", "devdoctor undo 20");
    }

    @Test
    void withoutAFolderNothingWasChangedAndNothingIs() throws Exception {
        try (var files = Files.walk(temp.resolve("data"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        assertThat(typist.run("history")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("has changed nothing", "No entries");
        assertThat(typist.run("undo")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.out()).contains("could not write or read", "lock, which belongs", "it changes nothing");
        // Who only looks needs no lock.
        assertThat(typist.run("resume")).isEqualTo(ExitCode.GOOD);
        assertThat(typist.out()).contains("Nothing was interrupted");
    }

    @Test
    void whatStandsInThePlaceOfTheLockIsNamedWithAdvice() throws Exception {
        // The lock is needed only where something has not ended.
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.GOOD);
        Files.writeString(
                temp.resolve("data/journal/" + clinic.lastEntry() + ".jsonl"),
                "{\"record\":\"undo\",\"at\":\"2026-11-20T08:00:00Z\"}\n",
                StandardOpenOption.APPEND);
        Path lock = temp.resolve("data/journal/lock");
        Files.delete(lock);
        Files.createDirectory(lock);
        assertThat(typist.run("resume", "--lang", "zh-CN")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.err()).contains(lock.toString(), "它不是文件").doesNotContain("is no file");
        Files.delete(lock);
        Files.createSymbolicLink(lock, temp.resolve("elsewhere"));
        assertThat(typist.run("resume")).isEqualTo(ExitCode.FAILED);
        assertThat(typist.err()).contains(lock.toString(), "Delete the link itself");
    }

    /// The mirrors of the engine, cured at once, and the memory of WSL, which waits; oldest first.
    private String[] twoChanges() throws Exception {
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.GOOD);
        String first = clinic.lastEntry();
        assertThat(typist.run("fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.WARNINGS);
        return new String[] {first, clinic.lastEntry()};
    }

    private static String shared(String one, String other) {
        int same = 0;
        while (one.charAt(same) == other.charAt(same)) same++;
        return one.substring(0, same);
    }
}
