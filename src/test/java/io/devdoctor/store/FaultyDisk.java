package io.devdoctor.store;

import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The real disk, except that one operation fails: as when the disk is full, dies, or somebody holds the file open.
public final class FaultyDisk implements DiskCalls {
    public enum Fault {
        NONE,
        WRITE,
        FORCE,
        RENAME,
        FORCE_FOLDER
    }

    private final DiskCalls disk = DiskCalls.REAL;
    private Fault fault;
    private final int bytesBefore;

    /// `bytesBefore` bytes still fit before a WRITE fails.
    public FaultyDisk(Fault fault, int bytesBefore) {
        this.fault = fault;
        this.bytesBefore = bytesBefore;
    }

    public void heal() {
        fault = Fault.NONE;
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        if (fault == Fault.WRITE && bytes.remaining() > bytesBefore) {
            disk.write(channel, bytes.slice(0, bytesBefore));
            throw new IOException("No space left on device");
        }
        disk.write(channel, bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        failIf(Fault.FORCE, "Input/output error");
        disk.force(channel);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        failIf(Fault.RENAME, "The process cannot access the file because it is being used by another process");
        disk.rename(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        failIf(Fault.FORCE_FOLDER, "Input/output error");
        disk.forceFolder(folder);
    }

    private void failIf(Fault which, String message) throws IOException {
        if (fault == which) {
            throw new IOException(message);
        }
    }
}
