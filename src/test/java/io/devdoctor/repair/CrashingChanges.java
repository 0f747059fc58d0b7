package io.devdoctor.repair;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.EngineChanges;
import io.devdoctor.system.change.Openings;
import io.devdoctor.system.change.RegistryChanges;
import io.devdoctor.system.change.ToolRuns;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Points to be killed at right before and right after each change that is no file's; files have theirs inside.
final class CrashingChanges {
    private CrashingChanges() {}

    static Changes around(Changes real, Crashpoint crash) {
        return new Changes(
                real.files(),
                port(RegistryChanges.class, real.registry(), "registry", crash),
                port(ToolRuns.class, real.tools(), "tool", crash),
                port(ToolRuns.class, real.elevated(), "elevated", crash),
                port(EngineChanges.class, real.engine(), "engine", crash),
                port(Openings.class, real.openings(), "opening", crash));
    }

    private static <T> T port(Class<T> type, T real, String name, Crashpoint crash) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    crash.reached(name + "-before");
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    } finally {
                        crash.reached(name + "-after");
                    }
                }));
    }
}
