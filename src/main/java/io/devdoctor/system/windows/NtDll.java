package io.devdoctor.system.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/// The one function of ntdll that we need.
interface NtDll extends StdCallLibrary {
    NtDll INSTANCE = Native.load("ntdll", NtDll.class, W32APIOptions.DEFAULT_OPTIONS);

    /// SystemHypervisorInformation: 16 bytes, byte 0 connected, 1 debugging, 2 present. Undocumented by the vendor and
    /// stable since Windows 8.
    int SYSTEM_HYPERVISOR_INFORMATION = 0x5B;

    /// @return an NTSTATUS, 0 = success
    // unverified on Windows: NtQuerySystemInformation
    int NtQuerySystemInformation(int informationClass, Memory buffer, int length, IntByReference returned);
}
