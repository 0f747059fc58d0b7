package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The findings, line by line, beneath what stands above them; all of it scrolls as one. Lines that stay the same stay
/// the same nodes, so that focus and the reader's eye keep their place while results stream in.
final class FindingList extends Region {
    private static final String TOP = "top";
    private static final double TOP_GUESS = 420;
    private static final double TITLE_GUESS = 60;
    private final Workbench bench;
    private final LineNodes nodes;
    private final Runnable showFixes;
    private final Region top;
    private final VirtualColumn column = new VirtualColumn();
    private List<Line> lines = List.of();
    private Optional<Line> chosen = Optional.empty();
    /// The line from which the keyboard starts: the chosen one, else the first.
    private Optional<Line> start = Optional.empty();
    /// Of the words in use; another number makes every line anew.
    private int words;

    /// What a line looks like.
    private record Shown(Line line, int words) {}

    /// @param top what stands above the findings
    FindingList(Workbench bench, Region top, Runnable showFixes) {
        this.bench = bench;
        this.top = top;
        this.showFixes = showFixes;
        this.nodes = new LineNodes(bench, showFixes);
        getStyleClass().add("finding-list");
        setId("findings");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        getChildren().add(column);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /// After the words have changed every line is made anew.
    void forget() {
        words++;
    }

    void toTop() {
        column.toTop();
    }

    /// @param instead what is shown where there are no lines
    void show(List<Line> next, Optional<Region> instead) {
        Optional<Line> focused = focused();
        lines = next;
        List<VirtualColumn.Item> items = new ArrayList<>(next.size() + 1);
        items.add(new VirtualColumn.Item(TOP, top, TOP_GUESS, () -> top));
        next.forEach(line -> items.add(item(line)));
        instead.ifPresent(node -> items.add(new VirtualColumn.Item(node, node, TITLE_GUESS, () -> node)));
        markChosen();
        column.show(items);
        if (focused.isPresent() && !column.isFocusWithin())
            nearest(focused.get()).ifPresent(this::focus);
    }

    private VirtualColumn.Item item(Line line) {
        return new VirtualColumn.Item(line.key(), new Shown(line, words), nodes.guess(line), () -> {
            Region node = nodes.node(line);
            mark(line, node);
            return node;
        });
    }

    void markChosen() {
        chosen = lines.stream().filter(this::isChosen).findFirst();
        start = chosen.or(() -> lines.stream().filter(FindingList::isStop).findFirst());
        Set<Object> seen = column.withNodes();
        for (Line line : lines) {
            if (seen.contains(line.key())) node(line).ifPresent(node -> mark(line, node));
        }
        // The way back leads through the filters, which stand above the lines.
        column.keep(start.<Set<Object>>map(line -> Set.of(TOP, line.key())).orElse(Set.of(TOP)));
    }

    /// The chosen line alone is a stop of the Tab key; from there the arrows lead on.
    private void mark(Line line, Region node) {
        if (node instanceof FindingRow row) row.setChosen(is(chosen, line));
        node.setFocusTraversable(is(start, line));
    }

    private static boolean is(Optional<Line> one, Line line) {
        return one.isPresent() && one.get().key().equals(line.key());
    }

    private boolean isChosen(Line line) {
        Optional<Finding> wanted = bench.window().chosen().get();
        return wanted.isPresent()
                && line instanceof Line.Entry entry
                && entry.finding().filter(wanted.get()::equals).isPresent();
    }

    void focusChosen() {
        start.ifPresent(this::step);
    }

    /// Brings the chosen finding into sight, wherever the focus is.
    void revealChosen() {
        chosen.ifPresent(line -> column.reveal(line.key()));
    }

    private void focus(Line line) {
        column.reveal(line.key()).ifPresent(Node::requestFocus);
    }

    /// Where the focus goes when its line is gone: to what its check says now.
    private Optional<Line> nearest(Line gone) {
        Optional<String> check = LineNodes.check(gone);
        return lines.stream()
                .filter(line -> check.isPresent() && LineNodes.check(line).equals(check))
                .findFirst()
                .or(() -> start);
    }

    private static boolean isStop(Line line) {
        return switch (line) {
            case Line.Title title -> title.canFold();
            case Line.Entry _, Line.Fold _ -> true;
        };
    }

    /// The line that has the focus itself, not a button in it.
    private Optional<Line> focused() {
        if (getScene() == null || getScene().getFocusOwner() == null) return Optional.empty();
        Optional<Object> key = column.key(getScene().getFocusOwner());
        if (key.isEmpty()) return Optional.empty();
        return lines.stream().filter(line -> line.key().equals(key.get())).findFirst();
    }

    /// The arrows walk over all lines, Enter and Space do what a click does.
    private void walk(KeyEvent event) {
        Optional<Line> at = focused();
        if (at.isEmpty() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) return;
        if (event.getCode() == KeyCode.ESCAPE && bench.window().isNarrowed()) {
            event.consume();
            bench.window().showAll();
            // All lines begin at the top; the one that was looked at may be far below.
            focused().or(() -> start).ifPresent(this::focus);
            return;
        }
        Line line = at.get();
        List<Line> stops = lines.stream().filter(FindingList::isStop).toList();
        int from = stops.indexOf(line);
        int to = switch (event.getCode()) {
            case DOWN -> from + 1;
            case UP -> from - 1;
            case HOME -> 0;
            case END -> stops.size() - 1;
            case PAGE_DOWN -> from + page();
            case PAGE_UP -> from - page();
            default -> from;
        };
        if (to != from || isTravel(event.getCode())) {
            event.consume();
            // What stands above the first line is seen as well.
            if (to <= 0) column.toTop();
            step(stops.get(Math.clamp(to, 0, stops.size() - 1)));
        } else if (act(line, event.getCode())) {
            event.consume();
        }
    }

    private static boolean isTravel(KeyCode code) {
        return code == KeyCode.UP
                || code == KeyCode.DOWN
                || code == KeyCode.HOME
                || code == KeyCode.END
                || code == KeyCode.PAGE_UP
                || code == KeyCode.PAGE_DOWN;
    }

    private int page() {
        int[] seen = column.inSight();
        return Math.max(1, seen[1] - seen[0] - 1);
    }

    private void step(Line line) {
        focus(line);
        if (line instanceof Line.Entry entry) entry.finding().ifPresent(bench.window()::choose);
    }

    private boolean act(Line line, KeyCode code) {
        boolean go = code == KeyCode.ENTER || code == KeyCode.SPACE;
        return switch (line) {
            case Line.Title title -> fold(code, go, title.open(), () -> nodes.toggle(title));
            case Line.Fold fold -> fold(code, go, fold.open(), () -> nodes.toggle(fold));
            case Line.Entry entry -> {
                if (!go || entry.finding().isEmpty()) yield false;
                bench.window().choose(entry.finding().get());
                showFixes.run();
                yield true;
            }
        };
    }

    private static boolean fold(KeyCode code, boolean go, boolean open, Runnable toggle) {
        if (!go && code != (open ? KeyCode.LEFT : KeyCode.RIGHT)) return false;
        toggle.run();
        return true;
    }

    private Optional<Region> node(Line line) {
        return column.node(line.key());
    }

    @Override
    protected void layoutChildren() {
        column.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> lines.size();
            case ITEM_AT_INDEX -> node(lines.get((Integer) parameters[0])).orElse(null);
            case MULTIPLE_SELECTION -> false;
            case SELECTED_ITEMS -> {
                ObservableList<Node> selected = FXCollections.observableArrayList();
                chosen.flatMap(this::node).ifPresent(selected::add);
                yield selected;
            }
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
