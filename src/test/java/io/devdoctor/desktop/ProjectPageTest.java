package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.ProjectFindings;
import io.devdoctor.desktop.model.ProjectFindings.FileFindings;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.SourceExcerpt;
import io.devdoctor.desktop.model.SourceExcerpt.End;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the page of a project shows, asked without a window.
@SuppressWarnings("NullAway.Init")
class ProjectPageTest {
    private static RunState run = RunState.NOTHING;

    @BeforeAll
    static void examine() throws RecordingException {
        new Examination(ShopMachine.ports(), Probes.ALL, Checks.ALL)
                .run(event -> run = run.after(event), new Cancellation());
    }

    @Test
    void findingsStandByTheFileTheyAreAboutTheWorstFirst() {
        ProjectFindings shop = ProjectFindings.of(run, ShopMachine.FOLDER);
        assertThat(shop.files().getFirst().worst()).isEqualTo(Verdict.PROBLEM);
        assertThat(shop.worst()).contains(Verdict.PROBLEM);
        assertThat(checks(shop, "docker/entrypoint.sh")).contains("project.line-endings");
        assertThat(checks(shop, "compose.override.yaml")).contains("compose.privileges");
        assertThat(shop.passed()).isPositive();
        assertThat(shop.files()).allSatisfy(file -> assertThat(file.path()).doesNotContain("\\"));
    }

    @Test
    void anotherFolderHasItsOwn() {
        ProjectFindings other = ProjectFindings.of(run, "C:\\src\\shop-two");
        assertThat(other.files()).isEmpty();
        assertThat(other.facts()).isEmpty();
        assertThat(other.worst()).isEmpty();
    }

    @Test
    void anExcerptKeepsWhatEditorsHide() {
        List<SourceExcerpt.Line> script =
                excerpt("docker/entrypoint.sh", Set.of(4)).lines();
        assertThat(script.stream().map(SourceExcerpt.Line::number)).containsExactly(3, 4, 5);
        assertThat(script.stream().map(SourceExcerpt.Line::end)).containsOnly(End.CRLF);
        assertThat(script.get(1).text()).isEqualTo("\tsleep 1");
        assertThat(script.stream().map(SourceExcerpt.Line::here)).containsExactly(false, true, false);
        SourceExcerpt.Line first =
                excerpt("compose.override.yaml", Set.of(0)).lines().getFirst();
        assertThat(first.marked()).isTrue();
        assertThat(first.text()).isEqualTo("services:");
        assertThat(first.end()).isEqualTo(End.LF);
    }

    @Test
    void linesFarApartAreToldApart() {
        List<SourceExcerpt.Line> script =
                excerpt("docker/entrypoint.sh", Set.of(1, 6)).lines();
        assertThat(script.stream().map(SourceExcerpt.Line::number)).containsExactly(1, 2, 5, 6);
        assertThat(script.stream().map(SourceExcerpt.Line::gap)).containsExactly(false, false, true, false);
    }

    @Test
    void aFileIsEditedAtItsLineWhereThereIsAnEditor() {
        Path file = Path.of("/home/li/über uns/Dockerfile");
        assertThat(Editors.address(file, 12, _ -> "", Path.of("/usr/bin/code")::equals))
                .contains("vscode://file/home/li/%C3%BCber%20uns/Dockerfile:12");
        assertThat(Editors.address(file, 0, _ -> "", _ -> true))
                .hasValueSatisfying(address -> assertThat(address).endsWith("Dockerfile"));
        assertThat(Editors.address(file, 12, _ -> "", _ -> false)).isEmpty();
    }

    private static List<String> checks(ProjectFindings project, String path) {
        return project.files().stream()
                .filter(file -> file.path().equals(path))
                .map(FileFindings::findings)
                .flatMap(List::stream)
                .map(placed -> placed.finding().check().id())
                .toList();
    }

    private static SourceExcerpt excerpt(String path, Set<Integer> lines) {
        Project project = ProjectFindings.of(run, ShopMachine.FOLDER)
                .facts()
                .flatMap(Reading::known)
                .orElseThrow();
        return SourceExcerpt.of(project.text(path).orElseThrow(), lines);
    }
}
