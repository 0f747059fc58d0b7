package io.devdoctor.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Areas in proportion to sizes, with names inside where there is room; groups of areas where there are several levels.
final class TreemapPane extends Pane {
    private static final double GAP = 2;
    private static final double PAD = 5;
    private final double height;
    private final List<Group> groups;
    private final Telling telling;

    /// @param heading of the group; empty = it stands for itself
    record Group(String heading, String styleClass, List<Tile> tiles) {
        Group {
            tiles = List.copyOf(tiles);
        }

        long weight() {
            return tiles.stream().mapToLong(Tile::weight).sum();
        }
    }

    /// @param weight positive; @param told the tile in a sentence
    record Tile(String name, String size, long weight, List<String> styleClasses, String told) {
        Tile {
            styleClasses = List.copyOf(styleClasses);
        }
    }

    private record Drawn(Region box, Label name, Label size) {}

    private final List<Label> headings = new ArrayList<>();
    private final List<List<Drawn>> drawn = new ArrayList<>();

    /// @param groups heaviest first, and so the tiles in each
    TreemapPane(List<Group> groups, double height, Form form) {
        this.groups = List.copyOf(groups);
        this.height = height;
        this.telling = new Telling(this, form);
        getStyleClass().add("treemap");
        for (Group group : groups) {
            Label heading = label(group.heading(), "treemap-heading");
            headings.add(heading);
            drawn.add(group.tiles().stream().map(this::draw).toList());
            getChildren().add(heading);
        }
    }

    Telling telling() {
        return telling;
    }

    private Drawn draw(Tile tile) {
        Region box = new Region();
        box.getStyleClass().add("tile");
        box.getStyleClass().addAll(tile.styleClasses());
        Label name = label(tile.name(), "tile-name");
        Label size = label(tile.size(), "tile-size");
        telling.add(box, tile.told());
        getChildren().addAll(box, name, size);
        return new Drawn(box, name, size);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D whole = new Rectangle2D(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
        List<Rectangle2D> areas =
                Treemap.layOut(groups.stream().map(Group::weight).toList(), whole);
        for (int i = 0; i < groups.size(); i++) layoutGroup(i, areas.get(i));
    }

    private void layoutGroup(int index, Rectangle2D area) {
        Group group = groups.get(index);
        Label heading = headings.get(index);
        double line = heading.prefHeight(-1);
        boolean headed = !group.heading().isEmpty() && area.getHeight() > line + 16 && area.getWidth() > 34;
        heading.setVisible(headed);
        double top = headed ? line + 2 : 0;
        heading.resizeRelocate(area.getMinX() + 1, area.getMinY(), Math.max(0, area.getWidth() - 6), line);
        double gap = group.heading().isEmpty() ? 0 : 4;
        double right = area.getMaxX() > getWidth() - 1 ? 0 : gap;
        double below = area.getMaxY() > getHeight() - 1 ? 0 : gap;
        Rectangle2D inner = new Rectangle2D(
                area.getMinX(),
                area.getMinY() + top,
                Math.max(1, area.getWidth() - right),
                Math.max(1, area.getHeight() - top - below));
        List<Rectangle2D> places =
                Treemap.layOut(group.tiles().stream().map(Tile::weight).toList(), inner);
        for (int i = 0; i < places.size(); i++) place(drawn.get(index).get(i), places.get(i));
    }

    private void place(Drawn tile, Rectangle2D area) {
        double width = Math.max(2, area.getWidth() - (area.getMaxX() > getWidth() - 1 ? 0 : GAP));
        double height = Math.max(2, area.getHeight() - (area.getMaxY() > getHeight() - 1 ? 0 : GAP));
        tile.box().resizeRelocate(area.getMinX(), area.getMinY(), width, height);
        double room = width - 2 * PAD;
        double line = tile.name().prefHeight(-1);
        double need = Math.min(44, tile.name().prefWidth(-1));
        boolean named = room >= need && height >= line + 4;
        boolean sized = named && height >= 2 * line + 4 && room >= tile.size().prefWidth(-1);
        tile.name().setVisible(named);
        tile.size().setVisible(sized);
        double y = area.getMinY() + (height >= 2 * line + 2 * PAD ? PAD - 1 : 2);
        tile.name().resizeRelocate(area.getMinX() + PAD, y, Math.max(0, room), line);
        tile.size().resizeRelocate(area.getMinX() + PAD, y + line, Math.max(0, room), line);
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setMouseTransparent(true);
        label.setMinWidth(0);
        return label;
    }
}
