package io.devdoctor.system.posix;

import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.Win32;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import io.devdoctor.system.docker.EngineClients;
import io.devdoctor.system.live.JGitRepositories;
import io.devdoctor.system.live.LocalFiles;
import io.devdoctor.system.live.LocalNetwork;
import io.devdoctor.system.live.OshiHardware;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/// The ports of a live Linux or macOS machine.
public final class PosixPorts {
    private static final String ONLY_WINDOWS = "only on Windows";
    private static final int UTF8 = 65001;

    private PosixPorts() {}

    public static Ports live() {
        WallClock clock = Instant::now;
        Environment environment = PosixPorts::variables;
        return new Ports(
                new Origin.Live(),
                platform(),
                List.of(),
                clock,
                _ -> elsewhere(),
                _ -> elsewhere(),
                new PosixCommands(System.getenv().getOrDefault("PATH", "")),
                new LocalFiles((_, attributes) -> attributes.size(), _ -> Optional.empty()),
                new JGitRepositories(),
                environment,
                new OshiHardware(),
                new LocalNetwork(),
                _ -> elsewhere(),
                new NoWin32(),
                (_, _, _, _) -> elsewhere(),
                new DockerJavaEngineApi(EngineClients::open, clock));
    }

    private static Platform platform() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return new Platform(
                mac ? Platform.Family.MACOS : Platform.Family.LINUX,
                System.getProperty("os.version", ""),
                Locale.getDefault().toLanguageTag(),
                UTF8,
                UTF8,
                TimeZone.getDefault().getID(),
                System.getProperty("user.name", ""),
                System.getProperty("user.home", ""),
                HostName.read());
    }

    private static Reading<Map<String, String>> variables(Environment.Scope scope) {
        return switch (scope) {
            case PROCESS -> EnvironmentOfProcess.read();
            case USER, MACHINE -> elsewhere();
        };
    }

    static <T> Reading<T> elsewhere() {
        return new Reading.NotApplicable<>(ONLY_WINDOWS);
    }

    private static final class NoWin32 implements Win32 {
        @Override
        public Reading<Boolean> hypervisorPresent() {
            return elsewhere();
        }

        @Override
        public Reading<Boolean> processorFeature(int feature) {
            return elsewhere();
        }

        @Override
        public Reading<Map<String, String>> dosDevices() {
            return elsewhere();
        }

        @Override
        public Reading<Boolean> vmMonitorModeExtensions() {
            return elsewhere();
        }

        @Override
        public Reading<Boolean> export(String library, String function) {
            return elsewhere();
        }

        @Override
        public Reading<Boolean> memberOf(String group) {
            return elsewhere();
        }

        @Override
        public Reading<Boolean> listedIn(String group) {
            return elsewhere();
        }
    }
}
