package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Services;
import io.devdoctor.system.live.Bounded;
import java.time.Instant;

/// The service control manager, asked for no more than SERVICE_QUERY_STATUS: a standard user may have that, and only
/// error 1060 means that a service does not exist. The start type is read from the registry.
final class WindowsServices implements Services {
    private static final int ERROR_SERVICE_DOES_NOT_EXIST = 1060;
    private final WindowsRegistry registry;

    WindowsServices(WindowsRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Reading<ServiceState> service(String name) {
        Source source = new Source(Source.Kind.SERVICE, name, Instant.now());
        return Bounded.read(source, Budget.SERVICE, () -> query(name, source));
    }

    // unverified on Windows: OpenSCManager, OpenService, QueryServiceStatus
    private Reading<ServiceState> query(String name, Source source) {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
        try {
            SC_HANDLE service = Advapi32.INSTANCE.OpenService(manager, name, Winsvc.SERVICE_QUERY_STATUS);
            if (service == null) return refused(Kernel32.INSTANCE.GetLastError(), source);
            try {
                Winsvc.SERVICE_STATUS status = new Winsvc.SERVICE_STATUS();
                if (!Advapi32.INSTANCE.QueryServiceStatus(service, status)) {
                    throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
                }
                return new Reading.Known<>(new ServiceState(name, run(status.dwCurrentState), start(name)), source);
            } finally {
                Advapi32.INSTANCE.CloseServiceHandle(service);
            }
        } finally {
            Advapi32.INSTANCE.CloseServiceHandle(manager);
        }
    }

    private static Reading<ServiceState> refused(int error, Source source) {
        if (error == ERROR_SERVICE_DOES_NOT_EXIST) return new Reading.Absent<>(source);
        if (error == WinError.ERROR_ACCESS_DENIED) {
            return new Reading.Unknown<>(Reading.Cause.DENIED, "error 5", source);
        }
        throw new Win32Exception(error);
    }

    private static ServiceState.Run run(int state) {
        return switch (state) {
            case Winsvc.SERVICE_RUNNING -> ServiceState.Run.RUNNING;
            case Winsvc.SERVICE_START_PENDING, Winsvc.SERVICE_CONTINUE_PENDING -> ServiceState.Run.STARTING;
            case Winsvc.SERVICE_STOP_PENDING -> ServiceState.Run.STOPPING;
            case Winsvc.SERVICE_PAUSED, Winsvc.SERVICE_PAUSE_PENDING -> ServiceState.Run.PAUSED;
            case Winsvc.SERVICE_STOPPED -> ServiceState.Run.STOPPED;
            default -> throw new IllegalStateException("service state " + state);
        };
    }

    private ServiceState.Start start(String name) {
        Reading<RegistryKey> key = registry.key("HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + name);
        RegistryValue value =
                key.known().map(found -> found.values().get("Start")).orElse(null);
        if (!(value instanceof RegistryValue.Dword(long start))) return ServiceState.Start.UNREAD;
        return switch ((int) start) {
            case 0 -> ServiceState.Start.BOOT;
            case 1 -> ServiceState.Start.SYSTEM;
            case 2 -> ServiceState.Start.AUTO;
            case 3 -> ServiceState.Start.MANUAL;
            case 4 -> ServiceState.Start.DISABLED;
            default -> ServiceState.Start.UNREAD;
        };
    }
}
