package io.devdoctor.testing;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ports whose every answer goes through the hands of a test, whatever methods they get in time.
public final class InterposedPorts {
    private InterposedPorts() {}

    /// One question to one port.
    ///
    /// @param by       the part whose probe asks
    /// @param question port, method and arguments
    /// @param budget   how long the port may take for it
    public record Call(Part<?> by, String question, Budget budget) {
        public Reading<?> unread(Reading.Cause cause) {
            return new Reading.Unknown<>(
                    cause, "made unreadable: " + question, new Source(Source.Kind.DERIVED, question, Instant.EPOCH));
        }
    }

    /// What becomes of a question.
    public interface Hand {
        Reading<?> answer(Call call, Supplier<Reading<?>> real);
    }

    /// The same probes; each asks through the hand.
    public static List<Probe<?>> through(Hand hand, List<Probe<?>> probes) {
        return probes.stream()
                .<Probe<?>>map(probe -> new Watched<>(probe, hand))
                .toList();
    }

    private record Watched<T>(Probe<T> probe, Hand hand) implements Probe<T> {
        @Override
        public Part<T> part() {
            return probe.part();
        }

        @Override
        public Set<Part<?>> needs() {
            return probe.needs();
        }

        @Override
        public Reading<T> read(Ports system, Machine known) {
            return probe.read(around(system, probe.part(), hand), known);
        }
    }

    private static Ports around(Ports real, Part<?> part, Hand hand) {
        try {
            RecordComponent[] components = Ports.class.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] ports = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object port = components[i].getAccessor().invoke(real);
                boolean asks = types[i].isInterface() && types[i].getPackage() == Ports.class.getPackage();
                ports[i] = asks ? around(types[i], port, components[i].getName(), part, hand) : port;
            }
            return Ports.class.getDeclaredConstructor(types).newInstance(ports);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object around(Class<?> type, Object port, String name, Part<?> part, Hand hand) {
        InvocationHandler handler = (_, method, args) -> {
            if (method.getReturnType() != Reading.class) return invoke(port, method, args);
            String question = name + "." + method.getName();
            Call call = new Call(part, question + words(args), budget(question, args));
            return hand.answer(call, () -> (Reading<?>) invoke(port, method, args));
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /// As the adapters take them; what a question itself brings wins.
    private static Budget budget(String question, @Nullable Object[] args) {
        return Stream.of(args == null ? new Object[0] : args)
                .flatMap(arg -> switch (arg) {
                    case Query.Filled filled -> Stream.of(filled.query().budget());
                    case Budget budget -> Stream.of(budget);
                    case null, default -> Stream.<Budget>empty();
                })
                .findFirst()
                .orElseGet(() -> switch (question.substring(0, question.indexOf('.'))) {
                    case "registry", "environment" -> Budget.REGISTRY;
                    case "services" -> Budget.SERVICE;
                    case "files" -> Budget.FILE;
                    case "repositories" -> Budget.GIT;
                    case "hardware", "win32" -> Budget.HARDWARE;
                    case "pipes" -> Budget.PIPE;
                    case "wmi" -> Budget.WMI;
                    case "network" -> ofNetwork(question);
                    default -> throw new AssertionError("which budget has " + question);
                });
    }

    private static Budget ofNetwork(String question) {
        return switch (question) {
            case "network.ntp" -> Budget.NTP;
            case "network.http", "network.tls" -> Budget.HTTP;
            case "network.connect" -> Budget.TCP;
            case "network.resolve" -> Budget.DNS;
            default -> throw new AssertionError("which budget has " + question);
        };
    }

    private static Object invoke(Object port, java.lang.reflect.Method method, @Nullable Object[] args) {
        try {
            method.setAccessible(true);
            return method.invoke(port, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String words(@Nullable Object[] args) {
        if (args == null) return "()";
        return Stream.of(args)
                .map(arg -> arg instanceof Query.Filled filled ? String.join(" ", filled.run()) : String.valueOf(arg))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
