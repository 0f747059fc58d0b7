package io.devdoctor.desktop.picture;

import java.util.OptionalLong;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Three bars on the scale of the machine's memory, with a mark at what is advised for the virtual machine.
final class MemoryBars extends Pane {
    private static final double HEIGHT = 12;
    private static final double STEP = 18;
    private static final double LEAST = 4;
    private final MemoryPicture memory;
    private final Region track = bar("bar-track");
    private final Region used = bar("bar-used");
    private final Region wsl;
    private final Region engine;
    private final Region advised = bar("bar-advised");

    /// @param wslColour, engineColour style classes of verdicts
    MemoryBars(MemoryPicture memory, String wslColour, String engineColour) {
        this.memory = memory;
        this.wsl = bar("bar-guest", wslColour);
        this.engine = bar("bar-guest", engineColour);
        getChildren().addAll(track, used, wsl, engine, advised);
        int guests = (memory.wsl().isPresent() ? 1 : 0) + (memory.engine().isPresent() ? 1 : 0);
        // The advised mark needs a line of its own even where no guest answered.
        setPrefHeight(STEP * Math.max(guests, memory.advised().isPresent() ? 1 : 0) + HEIGHT);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), HEIGHT);
        used.resizeRelocate(0, 0, width(OptionalLong.of(memory.used())), HEIGHT);
        wsl.resizeRelocate(0, STEP, width(memory.wsl()), HEIGHT);
        engine.resizeRelocate(0, memory.wsl().isPresent() ? STEP * 2 : STEP, width(memory.engine()), HEIGHT);
        advised.setVisible(memory.advised().isPresent());
        advised.resizeRelocate(width(memory.advised()) - 1, STEP - 3, 2, getHeight() - STEP + 6);
    }

    private double width(OptionalLong bytes) {
        if (bytes.isEmpty()) return 0;
        return Math.clamp(getWidth() * bytes.getAsLong() / memory.total(), LEAST, getWidth());
    }

    private static Region bar(String... styleClasses) {
        Region bar = new Region();
        bar.getStyleClass().addAll(styleClasses);
        return bar;
    }
}
