package io.devdoctor.repair;

import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.DistroFile;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Source;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.ChangeResult.Reason;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.ToolRuns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Does one step, or undoes it. Whoever calls has looked at the state before.
record StepRunner(Changes changes, WallClock clock, Fence fence) {
    /// DISM: done, and a restart is needed.
    private static final int SUCCESS_REBOOT_REQUIRED = 3010;

    private static final int SERVICE_ALREADY_RUNNING = 1056;

    /// The same, for changes below these projects too.
    StepRunner about(List<String> projects) {
        return new StepRunner(changes, clock, new Fence(fence.platform(), projects));
    }

    /// A link on the way to a file or folder that the step is about, which it would be refused for.
    Optional<StepResult.Failed> leadingOut(Step step) {
        Optional<ChangeResult> link = switch (step) {
            case Step.EditFile edit -> changes.files().leadingOut(edit.path(), fence.around(edit.path()));
            case Step.MoveAside move -> changes.files().leadingOut(move.path(), fence.around(move.path()));
            case Step.EditDistroFile _,
                    Step.SetRegistryValue _,
                    Step.RunTool _,
                    Step.InDistro _,
                    Step.EngineCall _,
                    Step.Manual _ -> Optional.empty();
        };
        return link.map(found -> result(Source.Kind.FILE, found))
                .filter(StepResult.Failed.class::isInstance)
                .map(StepResult.Failed.class::cast);
    }

    StepResult apply(Step step) {
        return switch (step) {
            case Step.EditFile(String path, var before, var after, var _) ->
                result(
                        Source.Kind.FILE,
                        after == null
                                ? changes.files().remove(path, before, fence.around(path))
                                : changes.files().write(path, before, after, fence.around(path)));
            case Step.EditDistroFile edit -> edit(edit);
            case Step.MoveAside(String path, String to) ->
                result(Source.Kind.FILE, changes.files().moveFolder(path, to, fence.around(path)));
            case Step.SetRegistryValue set
            when !set.isAdmitted() ->
                StepResult.failed(
                        Reason.DENIED,
                        Source.Kind.REGISTRY,
                        set.key() + " : " + set.name(),
                        "not among the keys that are written",
                        clock.now());
            case Step.SetRegistryValue(String key, String name, var _, var after) ->
                result(
                        Source.Kind.REGISTRY,
                        after == null
                                ? changes.registry().remove(key, name)
                                : changes.registry().set(key, name, after));
            case Step.RunTool tool -> run(tool);
            case Step.InDistro inDistro ->
                result(
                        inDistro.commandLine(),
                        changes.tools().run(inDistro.commandLine(), limit("tool")),
                        Set.of(0),
                        false);
            case Step.EngineCall call ->
                call.isPlain()
                        ? result(Source.Kind.ENGINE, change(call.endpoint(), call.change()))
                        : StepResult.failed(
                                Reason.FAILED,
                                Source.Kind.ENGINE,
                                call.change().label(),
                                "no id or endpoint of an engine",
                                clock.now());
            case Step.Manual(var _, var opens) ->
                opens == null
                        ? new StepResult.Done("words")
                        : result(Source.Kind.COMMAND, changes.openings().open(opens));
        };
    }

    /// Puts back what a reversible step changed.
    StepResult undo(Step step) {
        return Inverse.of(step).map(this::apply).orElseGet(() -> new StepResult.Done("nothing to undo"));
    }

    /// What an interrupted write left beside the file.
    void sweep(Step step) {
        if (step instanceof Step.EditFile(String path, var _, var _, var _))
            changes.files().sweep(path, fence.around(path));
        if (step instanceof Step.EditDistroFile edit) changes.tools().run(edit.sweep(), limit("tool"));
    }

    private StepResult edit(Step.EditDistroFile edit) {
        Bytes after = edit.after();
        ToolRuns.Result result =
                changes.tools().run(edit.commandLine(), after == null ? Bytes.EMPTY : after, limit("tool"));
        if (result instanceof ToolRuns.Exited(int exit, var _, var _)) {
            if (exit == DistroFile.LINK) return refused(Reason.LINK_IN_PLACE, edit, "is a link");
            if (exit == DistroFile.CHANGED) return refused(Reason.FAILED, edit, "changed meanwhile");
        }
        return result(edit.commandLine(), result, Set.of(0), false);
    }

    private StepResult refused(Reason reason, Step.EditDistroFile edit, String detail) {
        return StepResult.failed(reason, Source.Kind.FILE, edit.path(), detail, clock.now());
    }

    private StepResult run(Step.RunTool tool) {
        ToolRuns runs = tool.needsAdmin() ? changes.elevated() : changes.tools();
        Set<Integer> good = switch (tool.tool().program()) {
            case "dism.exe" -> Set.of(0, SUCCESS_REBOOT_REQUIRED);
            case "sc.exe" -> Set.of(0, SERVICE_ALREADY_RUNNING);
            default -> Set.of(0);
        };
        return result(
                tool.commandLine(), runs.run(tool.commandLine(), limit(kind(tool.tool()))), good, tool.needsAdmin());
    }

    /// What downloads, converts or services Windows takes its time.
    private static String kind(Tool tool) {
        if (tool.program().equals("dism.exe")) return "dism";
        if (tool == Tool.WSL_SET_VERSION) return "wsl-set-version";
        if (tool == Tool.WSL_COMPACT
                || tool == Tool.WSL_NOT_SPARSE
                || tool.program().equals("compact.exe")) {
            return "disk";
        }
        return tool == Tool.WSL_UPDATE || tool == Tool.WSL_INSTALL ? "wsl-update" : "tool";
    }

    private static Duration limit(String name) {
        return Thresholds.seconds("change." + name + "-seconds");
    }

    private ChangeResult change(String endpoint, EngineChange change) {
        return switch (change) {
            case EngineChange.RemoveImage image -> changes.engine().removeImage(endpoint, image.id());
            case EngineChange.RemoveBuildCache cache -> changes.engine().removeBuildCache(endpoint, cache.id());
            case EngineChange.RemoveContainer container -> changes.engine().removeContainer(endpoint, container.id());
            case EngineChange.RestartContainer container -> changes.engine().restartContainer(endpoint, container.id());
        };
    }

    private StepResult result(Source.Kind kind, ChangeResult result) {
        return switch (result) {
            case ChangeResult.Done(String detail) -> new StepResult.Done(detail);
            case ChangeResult.Failed(Reason why, String what, String detail) ->
                StepResult.failed(why, kind, what, detail, clock.now());
            case ChangeResult.Linked linked -> StepResult.linked(linked, clock.now());
        };
    }

    private StepResult result(List<String> line, ToolRuns.Result result, Set<Integer> good, boolean elevated) {
        return switch (result) {
            case ToolRuns.Exited(int exit, var stdout, var stderr) -> {
                String detail = "exit " + exit + ToolWords.of(stdout) + ToolWords.of(stderr);
                yield good.contains(exit) ? new StepResult.Done(detail) : failed(Reason.EXIT, line, detail);
            }
            // Nobody without its rights can end an elevated tool.
            case ToolRuns.TimedOut(Duration limit)
            when elevated -> new StepResult.StillRunning("no end within " + limit.toSeconds() + " s");
            case ToolRuns.TimedOut(Duration limit) ->
                failed(Reason.TIMED_OUT, line, "no end within " + limit.toSeconds() + " s");
            case ToolRuns.Declined _ -> new StepResult.Declined();
            case ToolRuns.NotHere(String program) -> failed(Reason.NOT_HERE, line, program + " is not here");
            case ToolRuns.NotStarted(String detail) -> failed(Reason.FAILED, line, detail);
        };
    }

    private StepResult failed(Reason reason, List<String> line, String detail) {
        return StepResult.failed(reason, Source.Kind.COMMAND, String.join(" ", line), detail, clock.now());
    }
}
