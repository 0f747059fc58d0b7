package io.devdoctor.format.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A value of a Compose file. What an alias or a merge key brought in keeps the place where it was written.
public sealed interface ComposeNode {
    ComposePlace place();

    /// `!reset`, `!override` or another; "" = none.
    String tag();

    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        /// `|` or `>`.
        BLOCK
    }

    /// @param text    with its variables replaced; one that is not known stands as it was written
    /// @param literal whether it holds no variable at all, so that its text is what stands in the file
    /// @param known   false = it holds a variable that nobody defines
    record Scalar(String text, Style style, boolean literal, boolean known, String tag, ComposePlace place)
            implements ComposeNode {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        Scalar(String text, Style style, String tag, ComposePlace place) {
            this(text, style, true, true, tag, place);
        }

        public boolean isNull() {
            return style == Style.PLAIN && NULLS.contains(text);
        }

        Scalar with(String newText, boolean isKnown) {
            return new Scalar(newText, style, false, known && isKnown, tag, place);
        }
    }

    record Sequence(List<ComposeNode> items, boolean flow, String tag, ComposePlace place) implements ComposeNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// @param fields in the order of the file
    record Mapping(Map<String, Field> fields, boolean flow, String tag, ComposePlace place) implements ComposeNode {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Field> field(String key) {
            return Optional.ofNullable(fields.get(key));
        }

        /// The value of a key, where it is not null.
        public Optional<ComposeNode> get(String key) {
            return field(key).map(Field::value).filter(value -> !ComposeNode.isNull(value));
        }

        public Optional<Mapping> mapping(String key) {
            return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }

        public Optional<Scalar> scalar(String key) {
            return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        }

        /// The text of a scalar whose variables are all known.
        public Optional<String> text(String key) {
            return scalar(key).filter(Scalar::known).map(Scalar::text);
        }

        /// The items of a list; a single scalar is a list of one.
        public List<ComposeNode> items(String key) {
            return get(key).map(ComposeNode::items).orElse(List.of());
        }
    }

    record Field(Scalar key, ComposeNode value) {
        public String name() {
            return key.text();
        }

        /// Where the key stands.
        public ComposePlace place() {
            return key.place();
        }
    }

    static boolean isNull(ComposeNode node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    static List<ComposeNode> items(ComposeNode node) {
        return switch (node) {
            case Sequence sequence -> sequence.items();
            case Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar);
            case Mapping _ -> List.of();
        };
    }

    /// How many values there are in one, written out; counting ends at `most`.
    static int count(ComposeNode node, int most) {
        int count = 1;
        List<ComposeNode> inside = switch (node) {
            case Scalar _ -> List.of();
            case Sequence sequence -> sequence.items();
            case Mapping mapping ->
                mapping.fields().values().stream().map(Field::value).toList();
        };
        for (ComposeNode one : inside) {
            if (count >= most) return most;
            count += count(one, most - count);
        }
        return count;
    }

    /// Whether two values say the same, wherever they stand.
    static boolean same(ComposeNode one, ComposeNode other) {
        if (one == other) return true;
        return switch (one) {
            case Scalar scalar ->
                other instanceof Scalar second && scalar.text().equals(second.text());
            case Sequence sequence -> other instanceof Sequence second && same(sequence.items(), second.items());
            case Mapping mapping ->
                other instanceof Mapping second
                        && mapping.fields().keySet().equals(second.fields().keySet())
                        && mapping.fields().values().stream()
                                .allMatch(field -> second.field(field.name())
                                        .filter(found -> same(field.value(), found.value()))
                                        .isPresent());
        };
    }

    private static boolean same(List<ComposeNode> some, List<ComposeNode> others) {
        if (some.size() != others.size()) return false;
        for (int i = 0; i < some.size(); i++) {
            if (!same(some.get(i), others.get(i))) return false;
        }
        return true;
    }
}
