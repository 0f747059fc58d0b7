package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Checks;
import io.devdoctor.desktop.picture.Pictures;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.picture.DiskPicture;
import io.devdoctor.examination.picture.DrivePicture;
import io.devdoctor.examination.picture.PortPicture;
import io.devdoctor.examination.picture.ResourcePicture;
import io.devdoctor.examination.picture.ResourcePicture.Level;
import io.devdoctor.examination.picture.ResourcePicture.Place;
import io.devdoctor.machine.Machine;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pictures say what was recorded, in shapes and in words.
class PictureTest {
    private static final long GB = 1L << 30;

    @BeforeAll
    static void start() throws InterruptedException {
        Gallery.start();
    }

    @Test
    void levelsLieInEachOther() {
        ResourcePicture memory =
                ResourcePicture.memory(examined("starved-zh-cn").machine()).orElseThrow();
        Level wsl = memory.level(Place.WSL).orElseThrow();
        Level engine = memory.level(Place.ENGINE).orElseThrow();
        assertThat(wsl.bounds()).isEqualTo(memory.total());
        assertThat(engine.bounds()).isEqualTo(wsl.size());
        assertThat(wsl.used().orElseThrow()).isLessThan(wsl.size());
        assertThat(memory.advised()).hasValue(8 * GB);
        List<Level> containers = memory.levels().stream()
                .filter(level -> level.place() == Place.CONTAINER)
                .toList();
        // One that ended for want of memory is among them, though it does not run.
        assertThat(containers.stream().map(Level::name))
                .containsExactly("mall-gateway-1", "mall-mysql-1", "mall-search-1");
        assertThat(containers).allSatisfy(level -> {
            assertThat(level.own()).isFalse();
            assertThat(level.size()).isEqualTo(engine.size());
        });
    }

    @Test
    void drivesHoldTheVirtualDisks() {
        Machine machine = examined("healthy-en").machine();
        DrivePicture drive = DrivePicture.of(machine).getFirst();
        assertThat(drive.name()).isEqualTo("C:");
        assertThat(drive.disks().stream().map(DrivePicture.Disk::owner))
                .containsExactly("Ubuntu-24.04", "Docker Desktop", "Ubuntu-26.04", "docker-desktop");
        DiskPicture disk = DiskPicture.of(machine).orElseThrow();
        assertThat(disk.groups().stream().mapToLong(DiskPicture.Group::bytes).sum())
                .isEqualTo(disk.total());
    }

    @Test
    void aPortBelongsToTheContainerAndNotToWhoPassesItOn() {
        PortPicture ports = PortPicture.of(examined("healthy-en").machine()).orElseThrow();
        assertThat(ports.owners().getFirst().name()).isEqualTo("shop-db-1");
        assertThat(ports.owners().getFirst().ports())
                .containsExactly(new PortPicture.Port(5432, 0, List.of("com.docker.backend.exe", "wslrelay.exe")));
        assertThat(ports.owners().stream().map(PortPicture.Owner::name)).doesNotContain("wslrelay.exe");
        assertThat(ports.kept().getFirst().first()).isEqualTo(50000);
        assertThat(ports.reserved()).noneMatch(range -> range.first() == 50000);
    }

    @Test
    void eachPictureSaysItselfInWords() {
        String said = Gallery.onWindowThread(() -> pictures("starved-zh-cn").small(false).stream()
                .map(Node::getAccessibleText)
                .collect(Collectors.joining("\n")));
        assertThat(said)
                .contains("WSL may take 1.9 GB of memory")
                .contains("Container mall-mysql-1 publishes 3306.")
                .contains("Ubuntu-24.04: 41.2 s slow")
                .contains("On C: 57 GB of 238 GB are free.");
    }

    @Test
    void whereFactsAreMissingACardSaysSo() {
        List<String> said = Gallery.onWindowThread(() -> pictures("hung-wsl-en").large(Area.DOCKER, false).stream()
                .flatMap(card -> labels(card).stream())
                .toList());
        assertThat(said).contains("The engine did not say what is on its disk. Once it runs, examine again.");
        List<String> arriving = Gallery.onWindowThread(() -> new Pictures(
                        Optional.empty(), List.of(), Messages.of(Language.ENGLISH), text -> text)
                .small(true).stream().flatMap(card -> labels(card).stream()).toList());
        assertThat(arriving).contains("Facts are still arriving…").hasSize(12);
    }

    @Test
    void theArrowKeysWalkThroughALargePicture() {
        List<String> told = Gallery.onWindowThread(() -> {
            Region card = pictures("starved-zh-cn").large(Area.CLOCK, false).getFirst();
            new Scene(new VBox(card), 700, 400).snapshot(null);
            Node lanes = card.lookup(".lanes");
            Labeled caption = (Labeled) card.lookup(".caption");
            press(lanes, KeyCode.DOWN);
            String first = caption.getText();
            press(lanes, KeyCode.DOWN);
            String second = caption.getText();
            press(lanes, KeyCode.END);
            return List.of(first, second, caption.getText(), lanes.getAccessibleText());
        });
        assertThat(told.get(0)).startsWith("Windows: 118 ms fast");
        assertThat(told.get(1)).startsWith("Ubuntu-24.04: 41.2 s slow");
        assertThat(told.get(2)).startsWith("Engine: 41.2 s slow").isEqualTo(told.get(3));
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static List<String> labels(Node node) {
        if (node instanceof Labeled labeled) return List.of(labeled.getText());
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> labels(child).stream())
                        .toList()
                : List.of();
    }

    private static Pictures pictures(String sample) {
        ExaminationResult result = examined(sample);
        return new Pictures(
                Optional.of(result.machine()), result.findings(), Messages.of(Language.ENGLISH), text -> text);
    }

    private static ExaminationResult examined(String sample) {
        try {
            return new Examination(Samples.open(sample), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }
}
