package io.devdoctor.system.windows;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Netapi32Util;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Win32;
import io.devdoctor.system.live.Bounded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Single facts of the Win32 and NT API.
final class WindowsFacts implements Win32 {
    private static final int PRESENT_BYTE = 2;
    private static final int LONGEST_DEVICE = 4096;

    @Override
    public Reading<Boolean> hypervisorPresent() {
        Source source = source("NtQuerySystemInformation(SystemHypervisorInformation)");
        return Bounded.read(source, Budget.HARDWARE, () -> {
            try (Memory buffer = new Memory(16)) {
                buffer.clear();
                int status = NtDll.INSTANCE.NtQuerySystemInformation(
                        NtDll.SYSTEM_HYPERVISOR_INFORMATION, buffer, (int) buffer.size(), new IntByReference());
                if (status != 0) {
                    return new Reading.Unknown<>(
                            Reading.Cause.FAILED, "NTSTATUS 0x" + Integer.toHexString(status), source);
                }
                return new Reading.Known<>(buffer.getByte(PRESENT_BYTE) != 0, source);
            }
        });
    }

    @Override
    public Reading<Boolean> processorFeature(int feature) {
        Source source = source("IsProcessorFeaturePresent(" + feature + ")");
        // unverified on Windows: IsProcessorFeaturePresent
        return Bounded.read(
                source,
                Budget.HARDWARE,
                () -> new Reading.Known<>(Kernel32.INSTANCE.IsProcessorFeaturePresent(feature), source));
    }

    @Override
    public Reading<Map<String, String>> dosDevices() {
        Source source = source("QueryDosDevice");
        // unverified on Windows: GetLogicalDriveStrings, QueryDosDevice
        return Bounded.read(source, Budget.HARDWARE, () -> {
            Map<String, String> devices = new TreeMap<>();
            for (String root : Kernel32Util.getLogicalDriveStrings()) {
                String drive = root.substring(0, 2);
                devices.put(
                        drive,
                        Kernel32Util.queryDosDevice(drive, LONGEST_DEVICE).getFirst());
            }
            return new Reading.Known<>(Map.copyOf(devices), source);
        });
    }

    @Override
    public Reading<Boolean> memberOf(String group) {
        Source source = source("GetTokenInformation(TokenGroups) : " + group);
        return inGroup(
                group,
                source,
                () -> Stream.of(Advapi32Util.getCurrentUserGroups()).map(account -> account.name));
    }

    @Override
    public Reading<Boolean> listedIn(String group) {
        Source source = source("NetUserGetLocalGroups : " + group);
        return inGroup(
                group,
                source,
                () -> Stream.of(Netapi32Util.getCurrentUserLocalGroups()).map(local -> local.name));
    }

    /// Groups of programs, such as docker-users, bear the same name in every language.
    private static Reading<Boolean> inGroup(String group, Source source, Supplier<Stream<String>> own) {
        // unverified on Windows: NetLocalGroupEnum, NetUserGetLocalGroups, GetTokenInformation(TokenGroups)
        return Bounded.read(source, Budget.HARDWARE, () -> {
            boolean exists =
                    Stream.of(Netapi32Util.getLocalGroups()).anyMatch(local -> group.equalsIgnoreCase(local.name));
            return exists
                    ? new Reading.Known<>(own.get().anyMatch(group::equalsIgnoreCase), source)
                    : new Reading.Absent<>(source);
        });
    }

    @Override
    public Reading<Boolean> vmMonitorModeExtensions() {
        return new WindowsWmi()
                .rows("root\\CIMV2", "Win32_Processor", List.of("VMMonitorModeExtensions"), "")
                .flatMap((rows, source) -> {
                    Object value = rows.isEmpty() ? null : value(rows.getFirst());
                    return value instanceof Boolean known
                            ? new Reading.Known<>(known, source)
                            : new Reading.Unknown<>(
                                    Reading.Cause.UNREADABLE, "VMMonitorModeExtensions: " + rows, source);
                });
    }

    @Override
    public Reading<Boolean> export(String library, String function) {
        Source source = source(library + "!" + function);
        // unverified on Windows: LoadLibrary and GetProcAddress of a library of System32
        return Bounded.read(source, Budget.HARDWARE, () -> {
            Optional<Path> file = SystemFolder.program(library);
            return new Reading.Known<>(file.isPresent() && has(file.get(), function), source);
        });
    }

    private static boolean has(Path library, String function) {
        try {
            return NativeLibrary.getInstance(library.toString()).getFunction(function) != null;
        } catch (UnsatisfiedLinkError e) {
            LoggerFactory.getLogger(WindowsFacts.class).debug("{} lacks {}", library, function, e);
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable Object value(Map<String, Object> row) {
        return row.get("VMMonitorModeExtensions");
    }

    private static Source source(String what) {
        return new Source(Source.Kind.WIN32, what, Instant.now());
    }
}
