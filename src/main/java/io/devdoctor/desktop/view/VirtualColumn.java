package io.devdoctor.desktop.view;

import io.devdoctor.desktop.view.Cells.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A column of items of any height that scrolls, with nodes for those in sight alone. A place in it is an item and a
/// distance from it, not a number of pixels from the top: whatever changes above, what a person looks at stays where
/// it is.
///
/// Not a `ListView`, whose cells are strangers to what they show: here a node belongs to its item as long as it is
/// seen or has the focus, and items may be pages of their own.
final class VirtualColumn extends Region {
    private static final double BAR = 12;
    /// Room that is kept between what is brought into sight and the edge.
    private static final double MARGIN = 8;
    /// Heights of the column that are scrolled at once.
    private static final double LEAP = 3;

    /// @param key     what stays the same while the item changes
    /// @param content what the node shows: an equal one keeps its node
    /// @param guess   a height before it was ever measured
    record Item(Object key, Object content, double guess, Supplier<? extends Region> make) {}

    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Heights heights = new Heights();
    private final Cells cells = new Cells(getChildren());
    private final ChangeListener<Node> follow = (_, _, focused) -> follow(focused);
    private List<Item> items = List.of();
    private Map<Object, Integer> places = Map.of();
    private int anchor;
    private double offset;
    private boolean settling;
    /// Whether the nodes stand where the anchor says.
    private boolean settled;
    /// Have nodes also out of sight, so that the Tab key finds them.
    private Set<Object> stops = Set.of();

    /// @param y of the item in the column
    private record Place(Object key, double y) {}

    VirtualColumn() {
        getStyleClass().add("virtual-column");
        // The root of its own layout: scrolling must not lay out the whole window.
        setManaged(false);
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setViewOrder(-1);
        bar.valueProperty().addListener((_, _, value) -> {
            if (!settling) scrollTo(value.doubleValue());
        });
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollBy(-event.getDeltaY());
            event.consume();
        });
        sceneProperty().subscribe((before, now) -> {
            if (before != null) before.focusOwnerProperty().removeListener(follow);
            if (now != null) now.focusOwnerProperty().addListener(follow);
        });
    }

    /// Keeps a node for these wherever they are.
    void keep(Set<Object> keys) {
        if (stops.equals(keys)) return;
        stops = Set.copyOf(keys);
        requestLayout();
    }

    /// Shows other items; what is in sight and still among them keeps its place.
    void show(List<Item> next) {
        Map<Object, Integer> found = new HashMap<>(next.size() * 2);
        for (int i = 0; i < next.size(); i++) found.put(next.get(i).key(), i);
        Optional<Place> held = isAtTop() ? Optional.empty() : held(found.keySet());
        cells.show(next, found);
        items = next;
        places = found;
        heights.renew(next);
        anchor = held.map(place -> found.getOrDefault(place.key(), 0)).orElse(0);
        offset = held.map(place -> -place.y()).orElse(0.0);
        settled = false;
        requestLayout();
    }

    /// What must not move: what has the focus, if it is in sight, else the topmost item that stays.
    private Optional<Place> held(Set<Object> stay) {
        if (!settled && anchor < items.size()) {
            Object key = items.get(anchor).key();
            if (stay.contains(key)) return Optional.of(new Place(key, -offset));
            layout();
        }
        List<Cell> seen = cells.all().stream()
                .filter(cell -> cell.index() >= anchor && isSeen(cell) && stay.contains(cell.key()))
                .toList();
        return seen.stream()
                .filter(Cell::hasFocus)
                .findFirst()
                .or(() -> seen.stream().findFirst())
                .map(cell -> new Place(cell.key(), cell.node.getLayoutY()));
    }

    boolean isAtTop() {
        return anchor == 0 && offset <= 0;
    }

    void toTop() {
        anchor = 0;
        offset = 0;
        requestLayout();
    }

    /// A leap goes by what is known of the heights: nobody measures what is passed over.
    void scrollBy(double pixels) {
        if (Math.abs(pixels) > LEAP * getHeight()) {
            scrollTo(Math.clamp(heights.above(anchor) + offset + pixels, 0, heights.total()));
            return;
        }
        offset += pixels;
        requestLayout();
    }

    private void scrollTo(double pixels) {
        anchor = heights.at(pixels);
        offset = pixels - heights.above(anchor);
        requestLayout();
    }

    /// The items of which something is in sight, first and last.
    int[] inSight() {
        List<Cell> seen = cells.all().stream().filter(this::isSeen).toList();
        return seen.isEmpty()
                ? new int[] {0, 0}
                : new int[] {seen.getFirst().index(), seen.getLast().index()};
    }

    List<Item> items() {
        return items;
    }

    /// Brings an item into sight, now.
    Optional<Region> reveal(Object key) {
        Integer at = places.get(key);
        if (at == null) return Optional.empty();
        layout();
        double height = measure(at);
        double y = heights.above(at) - heights.above(anchor) + offset * -1;
        if (y < MARGIN) {
            anchor = at;
            offset = -MARGIN;
        } else if (y + height > getHeight() - MARGIN) {
            anchor = at;
            offset = Math.min(-MARGIN, height + MARGIN - getHeight());
        }
        requestLayout();
        layout();
        return node(key);
    }

    private void follow(Node focused) {
        if (focused == null || !focused.isFocusVisible() || !isWithin(focused)) return;
        layout();
        cells.all().stream()
                .filter(cell -> cell.hasFocus() && !isSeen(cell))
                .findFirst()
                .ifPresent(cell -> reveal(cell.key()));
        Bounds bounds = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        if (bounds.getMinY() < 0) scrollBy(bounds.getMinY() - MARGIN);
        else if (bounds.getMaxY() > getHeight()) scrollBy(bounds.getMaxY() - getHeight() + MARGIN);
    }

    private boolean isWithin(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == bar) return false;
            if (each == this) return true;
        }
        return false;
    }

    private boolean isSeen(Cell cell) {
        double top = cell.node.getLayoutY();
        return top < getHeight() && top + cell.node.getHeight() > 0;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        clip.setWidth(getWidth());
        clip.setHeight(height);
        if (height <= 0 || items.isEmpty()) {
            cells.all().forEach(cells::release);
            bar.setVisible(false);
            return;
        }
        if (heights.isFor(getWidth())) cells.all().forEach(cell -> cell.fresh = true);
        anchor = Math.clamp(anchor, 0, items.size() - 1);
        settle();
        int last = place();
        for (Object key : stops) {
            Integer at = places.get(key);
            if (at != null) measure(at);
        }
        release(last);
        layoutBar();
    }

    /// Makes the anchor the topmost item in sight, without a gap above the first or beneath the last.
    private void settle() {
        normalize();
        double left = getHeight() + offset - padding().getBottom();
        int i = anchor;
        while (i < items.size() && left > 0) left -= measure(i++);
        if (left > 0) {
            offset -= left;
            normalize();
        }
    }

    private void normalize() {
        while (offset < 0 && anchor > 0) offset += measure(--anchor);
        if (anchor == 0) offset = Math.max(offset, 0);
        while (anchor < items.size() - 1 && offset >= measure(anchor)) offset -= measure(anchor++);
    }

    private int place() {
        Insets padding = padding();
        double width = innerWidth();
        double y = -offset;
        int i = anchor;
        while (i < items.size() && y < getHeight()) {
            double high = measure(i);
            cells.at(i).node.resizeRelocate(padding.getLeft(), Math.round(y), width, high);
            y += high;
            i++;
        }
        return i - 1;
    }

    /// Nodes out of sight go, but for that which has the focus and the stops: they wait outside.
    private void release(int last) {
        for (Cell cell : cells.all()) {
            if (cell.index() >= anchor && cell.index() <= last) continue;
            if (cell.hasFocus() || stops.contains(cell.key())) {
                double high = measure(cell.index());
                double y = cell.index() < anchor ? -high - getHeight() : 2 * getHeight();
                cell.node.resizeRelocate(padding().getLeft(), y, innerWidth(), high);
            } else {
                cells.release(cell);
            }
        }
    }

    private void layoutBar() {
        double total = heights.total() + padding().getBottom();
        double room = total - getHeight();
        settled = true;
        bar.setVisible(room > 1);
        if (!bar.isVisible()) return;
        settling = true;
        bar.setMax(room);
        bar.setVisibleAmount(room * getHeight() / total);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(getHeight() * 0.9);
        bar.setValue(Math.clamp(heights.above(anchor) + offset, 0, room));
        settling = false;
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
    }

    /// The height of an item, by its own node.
    private double measure(int index) {
        Cell cell = cells.at(index);
        if (cell.fresh || cell.node.isNeedsLayout()) {
            if (cell.fresh) cell.node.applyCss();
            cell.fresh = false;
            heights.set(index, snapSizeY(cell.node.prefHeight(innerWidth())));
        }
        return heights.get(index);
    }

    /// The keys of the items that have a node at present.
    Set<Object> withNodes() {
        return cells.withNodes();
    }

    /// The node of an item, if it has one at present.
    Optional<Region> node(Object key) {
        return cells.node(key);
    }

    /// The key of the item that a node shows.
    Optional<Object> key(Node node) {
        return cells.key(node);
    }

    private double innerWidth() {
        return Math.max(0, getWidth() - padding().getLeft() - padding().getRight());
    }

    private Insets padding() {
        return getInsets();
    }
}
