package io.devdoctor.machine;

import java.util.List;

/// The folders in which Docker Desktop leaves the socket files of its last run.
public record DesktopSockets(List<Folder> folders) {
    public DesktopSockets {
        folders = List.copyOf(folders);
    }

    /// @param entries what stands in it; Absent = there is no such folder
    public record Folder(String path, Reading<List<Entry>> entries) {}

    /// @param state Unknown(FAILED, `error 1920`) = listed, but Windows opens it for nobody, not even to delete it
    public record Entry(String name, Reading<FileState> state) {
        /// ERROR_CANT_ACCESS_FILE.
        private static final String DEAD = "error 1920";

        public boolean isDead() {
            return state instanceof Reading.Unknown<FileState>(Reading.Cause cause, String detail, Source _)
                    && cause == Reading.Cause.FAILED
                    && detail.equals(DEAD);
        }
    }
}
