package io.devdoctor.testing.sim;

import io.devdoctor.machine.Origin;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Function;

/// Ports that replay the state of this moment: opened anew after every change, so that nothing is ever remembered.
final class SimPorts {
    private final SimState state;
    private byte[] last = {};
    private Ports opened;

    SimPorts(SimState state) {
        this.state = state;
        this.opened = current();
    }

    Ports ports() {
        return new Ports(
                new Origin.Live(),
                opened.platform(),
                opened.projects(),
                () -> current().clock().now(),
                port(io.devdoctor.system.Registry.class, Ports::registry),
                port(io.devdoctor.system.Services.class, Ports::services),
                port(io.devdoctor.system.Commands.class, Ports::commands),
                port(io.devdoctor.system.Files.class, Ports::files),
                port(io.devdoctor.system.Repositories.class, Ports::repositories),
                port(io.devdoctor.system.Environment.class, Ports::environment),
                port(io.devdoctor.system.Hardware.class, Ports::hardware),
                port(io.devdoctor.system.NetworkReach.class, Ports::network),
                port(io.devdoctor.system.Pipes.class, Ports::pipes),
                port(io.devdoctor.system.Win32.class, Ports::win32),
                port(io.devdoctor.system.Wmi.class, Ports::wmi),
                port(io.devdoctor.system.EngineApi.class, Ports::engine));
    }

    private synchronized Ports current() {
        byte[] now = state.recording();
        if (!Arrays.equals(now, last)) {
            try {
                opened = RecordedPorts.open(now, "simulated");
            } catch (RecordingException e) {
                throw new AssertionError(e);
            }
            last = now;
        }
        return opened;
    }

    private <T> T port(Class<T> type, Function<Ports, T> which) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return method.invoke(which.apply(current()), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
