package io.devdoctor.repair;

import io.devdoctor.proof.Proof;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.testing.sim.Illness;
import io.devdoctor.testing.sim.SimulatedWindows;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The way of one fix on the simulated Windows: found, repaired, proved, undone, found again.
///
/// @param fix      its id
/// @param machine  where it is offered
/// @param restart  what the person does before a pending fix is in force; [#NOTHING] = it is in force at once
/// @param undoable whether an undo puts everything back
/// @param sabotage makes the fix fail unnoticed
record Course(
        String fix,
        Recording machine,
        Consumer<SimulatedWindows> restart,
        boolean undoable,
        Consumer<SimulatedWindows> sabotage) {
    static final Consumer<SimulatedWindows> NOTHING = _ -> {};
    static final Consumer<SimulatedWindows> RESTART_WSL = windows -> windows.restartWsl("Ubuntu-24.04");

    /// A machine in bytes.
    interface Recording {
        byte[] bytes() throws RecordingException;
    }

    Course(
            String fix,
            Illness illness,
            Consumer<SimulatedWindows> restart,
            boolean undoable,
            Consumer<SimulatedWindows> sabotage) {
        this(fix, () -> illness.of("starved-zh-cn"), restart, undoable, sabotage);
    }

    /// The machine of a proof, such as `wsl.config-swap/off`.
    static Recording proof(String name) {
        return () -> Proof.all().stream()
                .filter(proof -> proof.toString().equals(name + ".json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no proof " + name))
                .recording()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    boolean isPending() {
        return restart != NOTHING;
    }

    static Consumer<SimulatedWindows> haunting(String path) {
        return windows -> windows.haunt(path);
    }

    static Consumer<SimulatedWindows> lying(String word) {
        return windows -> windows.lieAbout(word);
    }
}
