package io.devdoctor.repair;

import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks at the thing a step is about, as it is now.
record Present(Ports ports, Reexamination again) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What was seen.
    sealed interface Look {}

    /// As the step found it when it was planned.
    record AsBefore() implements Look {}

    /// As the step leaves it.
    record AsAfter() implements Look {}

    record Other(Conflict conflict) implements Look {}

    record Unreadable(StepResult.Failed why) implements Look {}

    /// The step has no state of its own that could be looked at.
    record Stateless() implements Look {}

    Look at(Step step) {
        return switch (step) {
            case Step.EditFile edit -> file(edit);
            case Step.EditDistroFile edit -> new DistroTarget(ports, again).at(edit);
            case Step.MoveAside move -> folder(move);
            case Step.SetRegistryValue set -> registry(set);
            case Step.EngineCall(String endpoint, EngineChange.RemoveImage image)
            when image.hasEngineId() -> image(endpoint, image);
            case Step.RunTool tool -> new ToolTarget(ports).at(tool);
            case Step.EngineCall _, Step.InDistro _, Step.Manual _ -> new Stateless();
        };
    }

    private Look file(Step.EditFile edit) {
        if (edit.whileDesktopStopped()) {
            Optional<Boolean> runs = new Restart(ports, again).desktopRuns();
            if (runs.isEmpty()) return unreadable(Reason.FAILED, edit, "the list of programs was not read");
            if (runs.get()) return unreadable(Reason.DESKTOP_RUNS, edit, "Docker Desktop runs");
        }
        if (ports.files().state(edit.path()) instanceof Reading.Known<FileState>(FileState state, Source _)) {
            if (state.kind() == FileState.Kind.LINK) return unreadable(Reason.LINK_IN_PLACE, edit, "is a link");
            if (state.kind() != FileState.Kind.FILE) return unreadable(Reason.FOLDER_IN_PLACE, edit, "is no file");
        }
        return switch (ports.files().read(edit.path())) {
            case Reading.Known<FileContent>(FileContent content, Source _) -> compare(edit, content.bytes());
            case Reading.Absent<FileContent> _ -> compare(edit, null);
            case Reading.Unknown<FileContent>(var cause, String detail, Source _) ->
                unreadable(cause == Reading.Cause.DENIED ? Reason.DENIED : Reason.FAILED, edit, cause + ": " + detail);
            case Reading.NotApplicable<FileContent>(String why) -> unreadable(Reason.NOT_HERE, edit, why);
        };
    }

    private static Look compare(Step.EditFile edit, @Nullable Bytes now) {
        if (Objects.equals(now, edit.before())) return new AsBefore();
        if (Objects.equals(now, edit.after())) return new AsAfter();
        return new Other(new Conflict.InFile(edit.path(), edit.before(), edit.after(), now));
    }

    private Look unreadable(Reason reason, Step.EditFile edit, String detail) {
        return unreadable(reason, edit.path(), detail);
    }

    /// A name that Windows can list but not open is taken as well.
    private Look folder(Step.MoveAside move) {
        Reading<FileState> there = ports.files().state(move.path());
        if (there.known().filter(state -> state.kind() != FileState.Kind.FOLDER).isPresent()) {
            return unreadable(Reason.LINK_IN_PLACE, move.path(), "is no folder");
        }
        Reading<FileState> aside = ports.files().state(move.to());
        if (there.isKnown() && aside.isAbsent()) return new AsBefore();
        if (there.isAbsent() && aside.isKnown()) return new AsAfter();
        boolean unread = List.of(there, aside).stream().anyMatch(Reading.Unknown.class::isInstance);
        return unread
                ? unreadable(Reason.FAILED, move.path(), there + "; " + aside)
                : new Other(new Conflict.InFolder(move.path(), move.to()));
    }

    private Look unreadable(Reason reason, String path, String detail) {
        return new Unreadable(StepResult.failed(
                reason, Source.Kind.FILE, path, detail, ports.clock().now()));
    }

    private Look registry(Step.SetRegistryValue set) {
        return switch (ports.registry().key(set.key())) {
            case Reading.Known<RegistryKey>(RegistryKey key, Source _) ->
                compare(set, key.values().get(set.name()));
            case Reading.Absent<RegistryKey> _ -> compare(set, null);
            case Reading.Unknown<RegistryKey>(var cause, String detail, Source _) ->
                unreadable(cause == Reading.Cause.DENIED ? Reason.DENIED : Reason.FAILED, set, cause + ": " + detail);
            case Reading.NotApplicable<RegistryKey>(String why) -> unreadable(Reason.NOT_HERE, set, why);
        };
    }

    private static Look compare(Step.SetRegistryValue set, @Nullable RegistryValue now) {
        if (Objects.equals(now, set.before())) return new AsBefore();
        if (Objects.equals(now, set.after())) return new AsAfter();
        return new Other(new Conflict.InRegistry(set.key(), set.name(), set.before(), set.after(), now));
    }

    private Look unreadable(Reason reason, Step.SetRegistryValue set, String detail) {
        return new Unreadable(StepResult.failed(
                reason,
                Source.Kind.REGISTRY,
                set.key() + " : " + set.name(),
                detail,
                ports.clock().now()));
    }

    /// An image that got a name since is no longer the one the person agreed to lose.
    private Look image(String endpoint, EngineChange.RemoveImage image) {
        var reply = ports.engine().get(endpoint, "/images/" + image.id() + "/json", Budget.ENGINE_INFO);
        if (!(reply instanceof Reading.Known<EngineApi.EngineReply>(EngineApi.EngineReply answer, Source _))) {
            return new Stateless();
        }
        if (answer.status() == 404) return new AsAfter();
        List<String> names = names(answer.body());
        boolean same = names.isEmpty() || names.contains(image.label());
        return same
                ? new AsBefore()
                : new Other(new Conflict.InEngine(image.id(), image.label(), String.join(", ", names)));
    }

    private static List<String> names(Bytes body) {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode tag : JSON.readTree(body.toArray()).path("RepoTags")) names.add(tag.asString(""));
        } catch (JacksonException e) {
            names.add(e.getOriginalMessage());
        }
        return names;
    }
}
