package io.devdoctor.store;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One transaction's records: JSON objects, one a line, only ever appended, each on the disk before [#append] returns.
///
/// Points to be killed at: `journal-append:<id>` before a record is written, `journal-written:<id>` before it is
/// safe, `journal-appended:<id>` after; `journal-delete:<id>` and `journal-deleted:<id>` around the end of the file.
public final class JournalFile {
    private final Path folder;
    private final Path path;
    private final OwnFiles files;
    private final DiskCalls disk;
    private final Crashpoint crash;
    private final JsonMapper mapper = JsonMapper.builder().build();

    JournalFile(Path folder, String id, OwnFiles files, DiskCalls disk, Crashpoint crash) {
        this.folder = folder;
        this.path = folder.resolve(id + Journal.ENDING);
        this.files = files;
        this.disk = disk;
        this.crash = crash;
    }

    /// The transaction's name: the file's name without its ending.
    public String id() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - Journal.ENDING.length());
    }

    public Path path() {
        return path;
    }

    /// Adds a record of strings, numbers, booleans, lists and maps.
    public void append(Map<String, ?> record) throws IOException {
        append(mapper.<JsonNode>valueToTree(record));
    }

    /// Adds a record, which must be a JSON object. After an [IOException] the record counts as not written.
    public void append(JsonNode record) throws IOException {
        if (!record.isObject()) {
            throw new IllegalArgumentException("a journal record is a JSON object");
        }
        crash.reached("journal-append:" + id());
        boolean created = !OwnFiles.exists(path);
        try (FileChannel channel = files.open(path, StandardOpenOption.READ)) {
            write(channel, mapper.writeValueAsBytes(record), created);
        }
        crash.reached("journal-appended:" + id());
    }

    private void write(FileChannel channel, byte[] json, boolean created) throws IOException {
        long end = channel.size();
        channel.position(end);
        try {
            disk.write(channel, line(json, endsInside(channel, end)));
            crash.reached("journal-written:" + id());
            disk.force(channel);
            if (created) {
                disk.forceFolder(folder);
            }
        } catch (IOException e) {
            cut(channel, end, e);
            throw e;
        }
    }

    /// A record cut short by a kill keeps its line to itself, so that this one is not lost with it.
    private static ByteBuffer line(byte[] json, boolean inside) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 2);
        if (inside) {
            line.write('\n');
        }
        line.writeBytes(json);
        line.write('\n');
        return ByteBuffer.wrap(line.toByteArray());
    }

    private static boolean endsInside(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    private static void cut(FileChannel channel, long end, IOException because) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /// Everything that can be read, and what cannot. No file: no records. Throws only if the file cannot be opened or
    /// read.
    public Records read() throws IOException {
        return OwnFiles.exists(path) ? Records.parse(files.read(path), mapper) : Records.none();
    }

    /// Whether something of this name is there, whatever it is.
    public boolean exists() {
        return OwnFiles.exists(path);
    }

    /// The file as it is; nothing if there is none.
    public byte[] bytes() throws IOException {
        return OwnFiles.exists(path) ? files.read(path) : new byte[0];
    }

    /// Bytes on the disk; 0 if there is no file.
    public long size() throws IOException {
        return OwnFiles.size(path);
    }

    /// Lets the transaction go for ever; done as well if it is gone already.
    public void delete() throws IOException {
        crash.reached("journal-delete:" + id());
        files.delete(path);
        disk.forceFolder(folder);
        crash.reached("journal-deleted:" + id());
    }
}
