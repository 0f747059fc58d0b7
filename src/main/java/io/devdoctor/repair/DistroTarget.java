package io.devdoctor.repair;

import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at a file inside a distribution, read anew as the probe does: a distribution that does not run is not started.
record DistroTarget(Ports ports, Reexamination again) {
    /// The probe reads no more than this of a file.
    private static final int MOST_BYTES = 65536;

    Present.Look at(Step.EditDistroFile edit) {
        Reading<WslAnswer> answer = again.machine(Set.of(Part.WSL_ANSWER)).wslAnswer();
        return switch (answer) {
            case Reading.Known<WslAnswer>(WslAnswer told, Source _) -> {
                WslAnswer.Live live = told.live().get(edit.distro());
                yield live == null
                        ? unreadable(Reason.NOT_RUNNING, edit, "is not among the running distributions")
                        : file(edit, live.file(edit.file().path()));
            }
            case Reading.Absent<WslAnswer> _ -> unreadable(Reason.NOT_HERE, edit, "no WSL");
            case Reading.Unknown<WslAnswer>(var cause, String detail, Source _) ->
                unreadable(Reason.FAILED, edit, cause + ": " + detail);
            case Reading.NotApplicable<WslAnswer>(String why) -> unreadable(Reason.NOT_HERE, edit, why);
        };
    }

    private Present.Look file(Step.EditDistroFile edit, Reading<Bytes> content) {
        return switch (content) {
            case Reading.Known<Bytes>(Bytes bytes, Source _) ->
                bytes.size() < MOST_BYTES
                        ? compare(edit, bytes)
                        : unreadable(Reason.FAILED, edit, "larger than " + MOST_BYTES + " bytes");
            case Reading.Absent<Bytes> _ -> compare(edit, null);
            case Reading.Unknown<Bytes>(var cause, String detail, Source _) ->
                unreadable(cause == Reading.Cause.DENIED ? Reason.DENIED : Reason.FAILED, edit, cause + ": " + detail);
            case Reading.NotApplicable<Bytes>(String why) -> unreadable(Reason.NOT_HERE, edit, why);
        };
    }

    private static Present.Look compare(Step.EditDistroFile edit, @Nullable Bytes now) {
        if (Objects.equals(now, edit.before())) return new Present.AsBefore();
        if (Objects.equals(now, edit.after())) return new Present.AsAfter();
        return new Present.Other(new Conflict.InFile(edit.path(), edit.before(), edit.after(), now));
    }

    private Present.Look unreadable(Reason reason, Step.EditDistroFile edit, String detail) {
        return new Present.Unreadable(StepResult.failed(
                reason, Source.Kind.FILE, edit.path(), detail, ports.clock().now()));
    }
}
