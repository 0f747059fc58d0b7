package io.devdoctor.repair;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.FileChanges;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Passes everything on; whoever extends it comes between.
class Through implements FileChanges {
    private final FileChanges real;

    Through(FileChanges real) {
        this.real = real;
    }

    @Override
    public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
        return real.write(path, before, content, within);
    }

    @Override
    public ChangeResult remove(String path, @Nullable Bytes before, String within) {
        return real.remove(path, before, within);
    }

    @Override
    public ChangeResult moveFolder(String path, String to, String within) {
        return real.moveFolder(path, to, within);
    }

    @Override
    public ChangeResult sweep(String path, String within) {
        return real.sweep(path, within);
    }

    @Override
    public Optional<ChangeResult> leadingOut(String path, String within) {
        return real.leadingOut(path, within);
    }
}
