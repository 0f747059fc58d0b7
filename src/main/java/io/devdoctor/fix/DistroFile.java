package io.devdoctor.fix;

import io.devdoctor.machine.Bytes;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files inside a running distribution that a fix may replace, and the one program that does it as root.
///
/// The program gets its values as arguments and the content through its standard input; none of them is ever part of
/// its text. It holds no quotation marks and no backslashes, which wsl.exe and Windows would read in their own way.
public enum DistroFile {
    WSL_CONF("/etc/wsl.conf", "/etc/.wsl.conf.devdoctor");

    /// Instead of a hash where there is no file.
    public static final String NONE = "none";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|none");
    private static final String WORDS = "umask 022; f=%s; t=%s; "
            + "h() { if test -e $1; then set -- $(sha256sum $1); echo $1; else echo none; fi; }; "
            + "rm -f $t; "
            + "test -L $f && exit 40; test $(h $f) = $1 || exit 41; "
            + "if test $2 = none; then rm $f || exit 43; sync; exit 0; fi; "
            + "if test -e $f; then cp -p $f $t || exit 43; fi; "
            + "cat > $t || { rm -f $t; exit 43; }; test $(h $t) = $2 || { rm -f $t; exit 42; }; "
            + "sync; test $(h $f) = $1 || { rm -f $t; exit 41; }; mv -f $t $f || { rm -f $t; exit 43; }; sync; "
            + "test $(h $f) = $2 || exit 42";

    /// A symbolic link stands in its place; nothing was changed.
    public static final int LINK = 40;

    /// It was no longer as expected; nothing was changed.
    public static final int CHANGED = 41;

    private final String path;
    private final String temporary;

    DistroFile(String path, String temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    public String path() {
        return path;
    }

    /// What is written first and renamed; only an interrupted change leaves it.
    public String temporary() {
        return temporary;
    }

    /// Replaces the file if it still is as before, else ends with [#CHANGED]; it reads back what it wrote, and a kill
    /// at
    /// any instant leaves the old bytes or the new ones.
    ///
    /// @param before, after null = there is no file
    List<String> replaces(@Nullable Bytes before, @Nullable Bytes after) {
        return words(hash(before), hash(after));
    }

    /// Removes what an interrupted change left.
    List<String> sweeps() {
        return List.of("rm", "-f", temporary);
    }

    // unverified on Windows: wsl.exe hands these words to sh as they are, and the bytes of its input unchanged.
    private List<String> words(String before, String after) {
        if (!HASH.matcher(before).matches() || !HASH.matcher(after).matches()) {
            throw new IllegalArgumentException("not a hash");
        }
        return List.of("sh", "-c", WORDS.formatted(path, temporary), "devdoctor", before, after);
    }

    private static String hash(@Nullable Bytes content) {
        return content == null ? NONE : content.sha256();
    }
}
