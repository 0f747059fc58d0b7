package io.devdoctor.check.project.compose;

import io.devdoctor.check.network.Listeners;
import io.devdoctor.check.network.WithheldPorts;
import io.devdoctor.check.project.compose.PortsCheck.Published;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.format.compose.ComposeNode;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Network;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Publishes one port of a service under another number; the container's own stays as it is.
///
/// @param all what the project publishes
record MovedPort(Stack stack, List<Published> all, Published port) {
    /// The address before it, the number, and the container's port behind it.
    private static final Pattern SHORT = Pattern.compile("(.*:)?(\\d+)(:\\d+(?:/\\w+)?)");

    private static final int LEAST = 1024;
    private static final int MOST = 65535;
    /// 8080 becomes 18080: still the same number to a person.
    private static final int AWAY = 10_000;

    private static final int TRIES = 200;

    /// Empty where a range is published, or the file cannot be edited there.
    Optional<Fix> fix() {
        int now = port.range().first();
        boolean single = now == port.range().last()
                && port.port().target().first() == port.port().target().last();
        return single ? free(now).flatMap(this::choice) : Optional.empty();
    }

    private Optional<Fix> choice(int free) {
        Parameter.Count number = new Parameter.Count(Text.of("parameter.port"), LEAST, MOST, free);
        return Choice.of(number, wanted -> moved((int) wanted)).advised();
    }

    private Optional<Fix> moved(int wanted) {
        Mending mending = new Mending(stack);
        scalar().ifPresent(scalar -> rewritten(scalar, wanted)
                .ifPresent(text -> mending.change(scalar.place(), edit -> edit.replace(scalar, text))));
        String name = String.valueOf(wanted);
        return mending.suggestion(
                        "compose.ports/move", "port-moves", port.service().name(), name)
                .map(fix -> isTaken(wanted) ? fix.warningToo(Text.of("warning.value.port-taken", name)) : fix);
    }

    private Optional<Scalar> scalar() {
        ComposeNode node = port.port().node();
        Optional<ComposeNode> written = node instanceof Mapping mapping ? mapping.get("published") : Optional.of(node);
        return written.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private Optional<String> rewritten(Scalar scalar, int wanted) {
        String now = String.valueOf(port.range().first());
        String text = scalar.text().strip();
        if (text.equals(now)) return Optional.of(String.valueOf(wanted));
        Matcher parts = SHORT.matcher(text);
        if (!parts.matches() || !parts.group(2).equals(now)) return Optional.empty();
        String before = parts.group(1) == null ? "" : parts.group(1);
        return Optional.of(before + wanted + parts.group(3));
    }

    private Optional<Integer> free(int now) {
        int start = now + AWAY <= MOST - TRIES ? now + AWAY : LEAST + now % AWAY;
        return IntStream.range(Math.max(start, LEAST), start + TRIES)
                .filter(number -> number != now && !isTaken(number))
                .boxed()
                .findFirst();
    }

    private boolean isTaken(int number) {
        return all.stream().anyMatch(one -> one.range().contains(number))
                || stack.machine().containers().known().stream()
                        .map(Containers::all)
                        .flatMap(List::stream)
                        .flatMap(container -> container.ports().stream())
                        .anyMatch(held -> held.published() == number)
                || stack.machine()
                        .network()
                        .known()
                        .filter(network -> isTaken(network, number))
                        .isPresent();
    }

    private boolean isTaken(Network network, int number) {
        return Listeners.all(network).stream().anyMatch(listener -> listener.port() == number)
                || WithheldPorts.of(network, TakenPorts.table(port)).stream()
                        .anyMatch(range -> range.value().first() <= number
                                && number <= range.value().last());
    }
}
