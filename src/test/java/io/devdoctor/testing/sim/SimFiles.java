package io.devdoctor.testing.sim;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.FileChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Files of the simulated disk, changed by the real code on the real disk.
///
/// @param haunted paths that somebody else puts back as they were, right after they were written
record SimFiles(SimState state, DiskFileChanges real, Set<String> haunted) implements FileChanges {
    @Override
    public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
        boolean exists = Files.exists(state.real(path));
        Bytes old = exists ? Bytes.of(SimState.read(state.real(path))) : Bytes.EMPTY;
        state.register(path);
        ChangeResult result =
                inFolder(path, () -> real.write(state.real(path).toString(), before, content, around(within)));
        if (haunted.contains(path) && exists) real.write(state.real(path).toString(), content, old, around(within));
        if (haunted.contains(path) && !exists) real.remove(state.real(path).toString(), content, around(within));
        return result;
    }

    @Override
    public ChangeResult remove(String path, @Nullable Bytes before, String within) {
        if (haunted.contains(path)) return new ChangeResult.Done("removed");
        return real.remove(state.real(path).toString(), before, around(within));
    }

    /// Folders are known by what the recording lists; their files that hold text are real.
    @Override
    public ChangeResult moveFolder(String path, String to, String within) {
        if (haunted.contains(path)) return new ChangeResult.Done("renamed");
        if (Files.isDirectory(state.real(path))) {
            real.moveFolder(state.real(path).toString(), state.real(to).toString(), around(within));
        }
        state.change(root -> SimFolder.move((ObjectNode) root.path("files"), path, to));
        return new ChangeResult.Done("renamed");
    }

    @Override
    public ChangeResult sweep(String path, String within) {
        return real.sweep(state.real(path).toString(), around(within));
    }

    @Override
    public Optional<ChangeResult> leadingOut(String path, String within) {
        return real.leadingOut(state.real(path).toString(), around(within));
    }

    private String around(String within) {
        return state.real(within).toString();
    }

    private interface Work {
        ChangeResult run();
    }

    private ChangeResult inFolder(String path, Work work) {
        try {
            Files.createDirectories(state.real(path).getParent());
            return work.run();
        } catch (IOException e) {
            return new ChangeResult.Failed(ChangeResult.Reason.FAILED, path, e.toString());
        }
    }
}
