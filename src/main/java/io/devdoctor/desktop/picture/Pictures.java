package io.devdoctor.desktop.picture;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.layout.Region;

/// The pictures of one machine: resources, clocks, disk, ports.
public final class Pictures {
    private final Optional<Machine> machine;
    private final Judged judged;
    private final Messages messages;
    private final UnaryOperator<String> clean;

    private enum Subject {
        RESOURCES(Area.WSL),
        CLOCKS(Area.CLOCK),
        DISK(Area.DOCKER),
        PORTS(Area.NETWORK);

        private final Area area;

        Subject(Area area) {
            this.area = area;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param machine as far as it is known; @param clean makes a text of the machine fit to be shown
    public Pictures(Optional<Machine> machine, List<Finding> findings, Messages messages, UnaryOperator<String> clean) {
        this.machine = machine;
        this.judged = new Judged(findings);
        this.messages = messages;
        this.clean = clean;
    }

    /// All pictures, small. Each keeps its place: where facts are missing, a card says so.
    ///
    /// @param arriving whether facts may still come
    public List<Region> small(boolean arriving) {
        return List.of(Subject.values()).stream()
                .map(subject -> card(subject, Form.SMALL, arriving))
                .toList();
    }

    /// What belongs on an area's page.
    public List<Region> large(Area area, boolean arriving) {
        return List.of(Subject.values()).stream()
                .filter(subject -> subject.area == area)
                .map(subject -> card(subject, Form.LARGE, arriving))
                .toList();
    }

    private Region card(Subject subject, Form form, boolean arriving) {
        Region card = machine.flatMap(known -> drawn(subject, form, known)).orElseGet(() -> empty(subject, arriving));
        card.setId("picture-" + subject.key());
        return card;
    }

    private Optional<Region> drawn(Subject subject, Form form, Machine known) {
        Speaker speaker = new Speaker(messages, clean, known);
        return switch (subject) {
            case RESOURCES -> new ResourceCard(judged, speaker, form).of(known);
            case CLOCKS -> new ClockCard(judged, speaker, form).of(known);
            case DISK -> new DiskCard(speaker, form).of(known);
            case PORTS -> new PortCard(judged, speaker, form).of(known);
        };
    }

    private Region empty(Subject subject, boolean arriving) {
        Speaker speaker = new Speaker(messages, clean, true);
        String words = arriving ? speaker.say("arriving") : speaker.say("empty." + subject.key());
        return PictureCard.empty(speaker.say(subject.key()), words);
    }
}
