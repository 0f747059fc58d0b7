package io.devdoctor.store;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The transactions of all time: one [JournalFile] each under `journal/`, the bytes they replaced under `backups/`.
/// Whoever appends holds the [JournalLock] of this folder.
public final class Journal {
    static final String ENDING = ".jsonl";
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final DiskCalls disk;
    private final Crashpoint crash;
    private final OwnFiles files;
    private final Backups backups;
    private final JournalLock lock;
    private final LetGoFile letGo;

    public Journal(DataFolder data, DiskCalls disk, Crashpoint crash) {
        this.folder = data.journal();
        this.disk = disk;
        this.crash = crash;
        AtomicFile atomic = new AtomicFile(disk, crash);
        this.files = new OwnFiles(data.root(), atomic);
        this.backups = new Backups(data.backups(), files, crash);
        this.letGo = new LetGoFile(data.journal(), files);
        this.lock = new JournalLock(data.journal(), atomic);
    }

    /// The file of one transaction, new or old. Ids are letters, digits, `.`, `_` and `-`.
    public JournalFile file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a transaction id: " + id);
        }
        return new JournalFile(folder, id, files, disk, crash);
    }

    /// Every transaction, by id: oldest first when ids begin with a time. None where there is no folder yet.
    public List<JournalFile> files() throws IOException {
        files.refuseLinks(folder);
        if (!OwnFiles.exists(folder)) return List.of();
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "is not a folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .map(this::file)
                    .toList();
        }
    }

    /// Where the files of the transactions are.
    public Path folder() {
        return folder;
    }

    public Backups backups() {
        return backups;
    }

    /// What the journal held once.
    public LetGoFile letGo() {
        return letGo;
    }

    public JournalLock lock() {
        return lock;
    }
}
