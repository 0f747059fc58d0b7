package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// What java.nio does not know of NTFS.
final class WindowsFiles {
    private static final int INVALID_FILE_SIZE = -1;
    private static final int FILE_READ_ATTRIBUTES = 0x80;

    private WindowsFiles() {}

    /// The number of the error with which Windows refuses to open this very file, links and sockets not followed.
    // unverified on Windows: CreateFile (OPEN_REPARSE_POINT, BACKUP_SEMANTICS) of a dead socket file ends with 1920
    static Optional<String> openError(Path file) {
        WinNT.HANDLE handle = Kernel32.INSTANCE.CreateFile(
                file.toString(),
                FILE_READ_ATTRIBUTES,
                WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE | WinNT.FILE_SHARE_DELETE,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_FLAG_OPEN_REPARSE_POINT | WinNT.FILE_FLAG_BACKUP_SEMANTICS,
                null);
        int error = Native.getLastError();
        if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) return Optional.of("error " + error);
        Kernel32.INSTANCE.CloseHandle(handle);
        return Optional.empty();
    }

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
