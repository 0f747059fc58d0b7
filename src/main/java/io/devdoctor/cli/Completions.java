package io.devdoctor.cli;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.examination.Machines;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Words that a shell may offer while somebody types.
final class Completions {
    private Completions() {}

    /// Ids of checks.
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }
    }

    /// Areas and ids of checks.
    static final class Selections implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Arrays.stream(Area.values()).map(Area::id), ids())
                    .distinct()
                    .iterator();
        }
    }

    /// Names of the sample machines.
    record Samples(List<String> names) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names.iterator();
        }
    }

    /// Makes what the library asks for by its class.
    record Factory(Machines machines) implements IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            return kind == Samples.class
                    ? kind.cast(new Samples(machines.samples()))
                    : CommandLine.defaultFactory().create(kind);
        }
    }

    /// Languages.
    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of("en", "zh-CN").iterator();
        }
    }

    private static Stream<String> ids() {
        return Checks.ALL.stream().map(Check::info).map(info -> info.id());
    }
}
