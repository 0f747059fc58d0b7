package io.devdoctor.testing.sim;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.docker.DockerJavaEngineChanges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A Windows that starts as a recording and can be changed. It lives in a folder; opening the folder again finds it
/// as it was left.
public final class SimulatedWindows {
    private final SimState state;
    private final Ports ports;
    private final SimWsl wsl;
    private final SimHost host;
    private final Set<String> lying = ConcurrentHashMap.newKeySet();
    private final Set<String> haunted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    /// @param recording format 1; only read when the folder is new
    public SimulatedWindows(Path folder, byte[] recording) {
        this.state = SimState.in(folder, recording);
        this.ports = new SimPorts(state).ports();
        this.wsl = new SimWsl(state);
        this.host = new SimHost(state);
    }

    /// Live ports: every read sees the state of its moment.
    public Ports ports() {
        return ports;
    }

    public Changes changes(Crashpoint crash) {
        return changes(DiskCalls.REAL, crash);
    }

    /// The same on a disk that fails.
    public Changes changes(DiskCalls disk, Crashpoint crash) {
        SimTools tools = new SimTools(wsl, host, lying, refusing::get, false);
        return new Changes(
                new SimFiles(state, new DiskFileChanges(disk, crash), haunted),
                new SimRegistry(state, haunted),
                tools,
                new SimTools(wsl, host, lying, refusing::get, true),
                new DockerJavaEngineChanges(new SimEngine(state, lying)::open, ports.clock()),
                target -> {
                    opened.add(target);
                    return new ChangeResult.Done("opened");
                });
    }

    /// Programs whose command line has this word, or `engine`, will report success and do nothing.
    public void lieAbout(String word) {
        lying.add(word);
    }

    /// Somebody else puts this file, or the registry value `key : name`, back whenever it is written.
    public void haunt(String path) {
        haunted.add(path);
    }

    /// The person says no when Windows asks for administrator rights.
    public void refuseElevation() {
        refusing.set(true);
    }

    /// Ends WSL, then somebody opens a distribution again.
    public void restartWsl(String distro) {
        wsl.run(List.of("--shutdown"));
        wsl.start(distro);
    }

    /// Ends WSL.
    public void shutDownWsl() {
        wsl.run(List.of("--shutdown"));
    }

    public void restartDesktop() {
        host.desktop(List.of("restart"));
    }

    public void startDesktop() {
        host.desktop(List.of("start"));
    }

    public void quitDesktop() {
        host.quitDesktop();
    }

    /// The person starts a container that has ended, as `docker start` does.
    public void startContainer(String name) {
        state.change(root -> SimEngine.start(root, name));
    }

    /// The computer is restarted.
    public void reboot() {
        wsl.run(List.of("--shutdown"));
        host.reboot();
    }

    /// Somebody with administrator rights sets a text value.
    public void setText(String key, String name, String text) {
        host.setText(key, name, text);
    }

    /// The text value of a key, "" if there is none.
    public String text(String key, String name) {
        return SimRegistry.values(state.load(), key).path(name).path(1).asString("");
    }

    /// What was opened for the person, in order.
    public List<String> opened() {
        return List.copyOf(opened);
    }

    /// Every text file and every key of the user, byte for byte.
    public Map<String, String> picture() {
        return state.picture();
    }

    /// The real place of a file, for whoever changes it behind DevDoctor's back.
    public Path real(String path) {
        return state.real(path);
    }

    public boolean holds(String path) {
        return Files.exists(real(path));
    }
}
