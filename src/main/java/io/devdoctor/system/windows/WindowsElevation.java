package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ToolRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// One ShellExecuteEx with the verb "runas" for one signed tool of System32 by absolute path. DevDoctor itself is never
/// elevated, and an elevated tool's output cannot be read: the exit code and another look decide.
final class WindowsElevation implements ToolRuns {
    private static final int ERROR_CANCELLED = 1223;
    private static final int SEE_MASK_NOCLOSEPROCESS = 0x40;
    private static final int SEE_MASK_NOASYNC = 0x100;
    private static final int SEE_MASK_FLAG_NO_UI = 0x400;

    @Override
    public Result run(List<String> line, Duration limit) {
        Optional<Path> program = SystemFolder.program(line.getFirst());
        if (program.isEmpty()) return new NotHere(line.getFirst());
        // The shell wants a single-threaded apartment, which a pooled thread may not be.
        FutureTask<Result> task = new FutureTask<>(() -> elevate(program.get(), line.subList(1, line.size()), limit));
        Thread.ofPlatform().daemon().name("elevate").start(task);
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NotStarted("interrupted");
        } catch (java.util.concurrent.ExecutionException e) {
            return new NotStarted(String.valueOf(e.getCause()));
        }
    }

    // unverified on Windows: ShellExecuteEx runas, WaitForSingleObject, GetExitCodeProcess
    private static Result elevate(Path program, List<String> arguments, Duration limit) {
        Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_APARTMENTTHREADED);
        try {
            SHELLEXECUTEINFO info = new SHELLEXECUTEINFO();
            info.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
            info.hwnd = User32.INSTANCE.GetForegroundWindow();
            info.lpVerb = "runas";
            info.lpFile = program.toString();
            info.lpParameters = CommandLine.of(arguments);
            info.lpDirectory = SystemFolder.path().toString();
            info.nShow = WinUser.SW_HIDE;
            if (!Shell32.INSTANCE.ShellExecuteEx(info)) {
                int error = Kernel32.INSTANCE.GetLastError();
                return error == ERROR_CANCELLED ? new Declined() : new NotStarted("error " + error);
            }
            return await(info.hProcess, limit);
        } finally {
            Ole32.INSTANCE.CoUninitialize();
        }
    }

    private static Result await(HANDLE process, Duration limit) {
        try {
            int waited = Kernel32.INSTANCE.WaitForSingleObject(process, (int) limit.toMillis());
            // An elevated process cannot be killed from here; it ends by itself.
            if (waited != WinBase.WAIT_OBJECT_0) return new TimedOut(limit);
            IntByReference exit = new IntByReference();
            if (!Kernel32.INSTANCE.GetExitCodeProcess(process, exit)) {
                return new NotStarted("error " + Kernel32.INSTANCE.GetLastError());
            }
            return new Exited(exit.getValue(), Bytes.EMPTY, Bytes.EMPTY);
        } finally {
            Kernel32.INSTANCE.CloseHandle(process);
        }
    }
}
