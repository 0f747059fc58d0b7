package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A `go build` of a stage.
///
/// @param stage    index of the stage
/// @param output   path of the binary in the stage; empty = not known, or none is written
/// @param cgo      what CGO_ENABLED is set to; UNKNOWN = nobody sets it, or to a value that is not known
/// @param told     whether CGO_ENABLED is set at all
/// @param isStatic whether the linker is asked for a static binary
/// @param tags     build tags
/// @param system   GOOS as set; empty = not set, "?" = set to what is not known
/// @param arch     GOARCH as set; empty = not set, "?" = set to what is not known
/// @param packages what is built, as written; empty = the package of the folder
/// @param folder   in which it runs; empty = not known
public record GoBuild(
        int stage,
        Optional<String> output,
        Answer cgo,
        boolean told,
        boolean isStatic,
        Set<String> tags,
        Optional<String> system,
        Optional<String> arch,
        List<String> packages,
        Optional<String> folder,
        ShellCommand command,
        Instruction.Run run) {
    public GoBuild {
        tags = Set.copyOf(tags);
        packages = List.copyOf(packages);
    }

    /// Whether it may be meant for Linux; a value that is not known most often is TARGETOS.
    public boolean isForLinux() {
        return system.filter(name -> !name.equals("linux") && !name.equals("?")).isEmpty();
    }

    public int line() {
        return command.line();
    }
}
