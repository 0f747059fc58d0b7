package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/// Functions of kernel32 that jna-platform does not map.
interface MoreKernel32 extends StdCallLibrary {
    MoreKernel32 INSTANCE = Native.load("kernel32", MoreKernel32.class, W32APIOptions.DEFAULT_OPTIONS);

    /// The ANSI code page in force.
    // unverified on Windows: GetACP
    int GetACP();

    /// The OEM code page in force.
    // unverified on Windows: GetOEMCP
    int GetOEMCP();

    /// Low half of the bytes on disk, -1 on failure.
    // unverified on Windows: GetCompressedFileSizeW
    int GetCompressedFileSize(String file, IntByReference high);
}
