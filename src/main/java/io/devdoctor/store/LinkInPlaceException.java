package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A link or junction stands in DevDoctor's own data folder, where it would have other files read or written:
/// [#getFile] is the link, [#getOtherFile] where it leads.
public final class LinkInPlaceException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private LinkInPlaceException(Path link, Path leadsTo) {
        super(link.toString(), leadsTo.toString(), "is a link");
    }

    /// Throws it for the place itself; the folders above are not looked at. What is not there is no link.
    static void refuse(Path place) throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return;
        }
        if (there.isSymbolicLink()) throw new LinkInPlaceException(place, Files.readSymbolicLink(place));
        // unverified on Windows: a junction is a folder that is "other", and its real path is where it leads.
        boolean windows = !place.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (there.isOther() && windows) throw new LinkInPlaceException(place, place.toRealPath());
    }
}
