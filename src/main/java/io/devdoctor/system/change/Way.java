package io.devdoctor.system.change;

import io.devdoctor.disk.FileOwnership;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The way from the folder that a change is meant for down to its target, on which no link may stand.
///
/// Between a look and the change that follows somebody may still put a link there; it takes the rights of the person
/// to do so, and nothing here ever runs with more.
record Way(Path within, Path target) {

    /// @throws java.nio.file.InvalidPathException if one of them is no path here
    static Way of(String path, String within) {
        return new Way(Path.of(within), Path.of(path));
    }

    /// Why no file may be written at the end of the way.
    Optional<ChangeResult> beforeFile() throws IOException {
        Optional<ChangeResult> obstacle = beforeAnything();
        return obstacle.isPresent() ? obstacle : noFile();
    }

    /// Why nothing may be done at the end of the way; what is no link may stand there.
    Optional<ChangeResult> beforeAnything() throws IOException {
        if (!isBelow()) return failed(Reason.OUTSIDE, "does not lie below " + within);
        Path at = within;
        for (Path name : below()) {
            at = at.resolve(name);
            Optional<ChangeResult> link = link(at);
            if (link.isPresent()) return link;
        }
        return Optional.empty();
    }

    private Optional<ChangeResult> noFile() throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        // A rename would put a file in the place of a pipe or a device too.
        if (!there.isRegularFile()) return failed(Reason.FOLDER_IN_PLACE, "is no file");
        return FileOwnership.isReadOnly(target) ? failed(Reason.READ_ONLY, "is marked read-only") : Optional.empty();
    }

    private Optional<ChangeResult> link(Path at) throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        // unverified on Windows: a junction is neither link nor file but "other", and its real path is where it leads.
        boolean junction = there.isOther() && !isPosix();
        if (!there.isSymbolicLink() && !junction) return Optional.empty();
        Path leads = there.isSymbolicLink() ? Files.readSymbolicLink(at) : at.toRealPath();
        return Optional.of(new ChangeResult.Linked(target.toString(), at.toString(), leads.toString()));
    }

    /// Name by name as it stands: relativizing would take `..` away.
    private Path below() {
        return target.subpath(within.getNameCount(), target.getNameCount());
    }

    private boolean isBelow() {
        if (!target.isAbsolute() || !target.startsWith(within) || target.equals(within)) return false;
        for (Path name : below()) {
            String text = name.toString();
            if (text.equals("..") || text.equals(".") || isOddOnWindows(text)) return false;
        }
        return true;
    }

    /// Windows takes blanks and dots off the end of a name, and reads a colon as the start of a stream's name.
    private boolean isOddOnWindows(String name) {
        return !isPosix() && (name.endsWith(" ") || name.endsWith(".") || name.contains(":"));
    }

    private boolean isPosix() {
        return target.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Optional<ChangeResult> failed(Reason reason, String detail) {
        return Optional.of(new ChangeResult.Failed(reason, target.toString(), detail));
    }
}
