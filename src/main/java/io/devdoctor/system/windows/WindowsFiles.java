package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What java.nio does not know of NTFS.
final class WindowsFiles {
    private static final int INVALID_FILE_SIZE = -1;

    private WindowsFiles() {}

    /// Bytes on disk, which for sparse and compressed files is less than the size.
    static long allocated(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) return 0;
        IntByReference high = new IntByReference();
        int low = MoreKernel32.INSTANCE.GetCompressedFileSize(file.toString(), high);
        int error = Native.getLastError();
        if (low == INVALID_FILE_SIZE && error != WinError.ERROR_SUCCESS) {
            throw new IOException(file + ": GetCompressedFileSize error " + error);
        }
        return ((long) high.getValue() << 32) | Integer.toUnsignedLong(low);
    }
}
