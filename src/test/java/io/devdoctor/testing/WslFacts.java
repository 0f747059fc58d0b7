package io.devdoctor.testing;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;

import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Wsl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// WSL 2.6.3 with no distribution yet, of which a test changes what it is about.
public final class WslFacts {
    private Reading<String> packageVersion = known("2.6.3.0");
    private Reading<ServiceState> wslService = Facts.running("WSLService", ServiceState.Start.AUTO);
    private Reading<ServiceState> lxssManager = absent();
    private Reading<Long> defaultVersion = known(2L);
    private Reading<String> defaultDistro = absent();
    private final List<Wsl.Distro> distros = new ArrayList<>();
    private Reading<String> rebootPending = absent();

    /// No generation of WSL.
    public WslFacts notInstalled() {
        packageVersion = absent();
        wslService = absent();
        lxssManager = absent();
        return this;
    }

    /// The component of Windows without the package.
    public WslFacts inbox() {
        packageVersion = absent();
        wslService = absent();
        lxssManager = Facts.running("LxssManager", ServiceState.Start.MANUAL);
        return this;
    }

    public WslFacts version(String version) {
        return version(known(version));
    }

    public WslFacts version(Reading<String> version) {
        packageVersion = version;
        return this;
    }

    public WslFacts service(Reading<ServiceState> state) {
        wslService = state;
        return this;
    }

    public WslFacts defaultVersion(Reading<Long> version) {
        defaultVersion = version;
        return this;
    }

    /// @param guid as in the registry
    public WslFacts defaultDistro(Reading<String> guid) {
        defaultDistro = guid;
        return this;
    }

    public WslFacts rebootPending(Reading<String> components) {
        rebootPending = components;
        return this;
    }

    /// An installed distribution; its guid is [#guid(String)] of its name.
    ///
    /// @param mode 1 or 2
    public WslFacts distro(String name, int mode) {
        String folder = "C:\\Users\\li\\AppData\\Local\\wsl\\" + guid(name);
        Reading<FileState> disk = mode == 1 ? Facts.notApplicable() : known(disk(folder + "\\ext4.vhdx"));
        return distro(name, known(mode == 1 ? 7L : 15L), known(1L), known(folder), disk);
    }

    public WslFacts distro(
            String name, Reading<Long> flags, Reading<Long> state, Reading<String> basePath, Reading<FileState> disk) {
        distros.add(new Wsl.Distro(guid(name), name, known(name), flags, state, basePath, disk, Facts.SOURCE));
        return this;
    }

    public static String guid(String name) {
        return "{00000000-0000-0000-0000-%012x}".formatted(name.hashCode() & 0xffffffffL);
    }

    public static FileState disk(String path) {
        return new FileState(path, FileState.Kind.FILE, 8L << 30, 8L << 30, Facts.NOW, Set.of());
    }

    public Reading<Wsl> wsl() {
        return known(new Wsl(
                packageVersion, wslService, lxssManager, defaultVersion, defaultDistro, known(distros), rebootPending));
    }
}
