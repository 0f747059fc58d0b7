package io.devdoctor.machine;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// What wsl.exe itself answered. The whole part is NotApplicable where no WSL is installed: the stub that Windows has
/// instead offers a download and waits for a key, so it is never started.
///
/// @param list    `wsl.exe --list --verbose`: one row per distribution. Absent = there are no distributions;
///                Unknown(TIMED_OUT) = wsl.exe hangs; Unknown(FAILED) with the error id such as
/// `Wsl/Service/E_UNEXPECTED`
/// @param live    facts from inside each running WSL 2 distribution, by its name; docker-desktop is left alone
public record WslAnswer(Reading<List<Row>> list, Map<String, Live> live) {
    public WslAnswer {
        live = Map.copyOf(live);
    }

    /// @param state as printed, never localized: Running, Stopped, Installing, Converting …
    public record Row(String name, String state, int version, boolean isDefault) {
        public boolean isRunning() {
            return state.equals("Running");
        }
    }

    /// @param memoryTotal MemTotal of /proc/meminfo in bytes
    /// @param processors  as nproc counts
    /// @param kernel      `uname -r`
    /// @param clock       distribution minus host
    /// @param zone        how far its local time is from UTC now
    /// @param files       the files that decide something, by path: /etc/wsl.conf, /proc/mounts …
    /// @param entries     what stands in these and other places, by path; a path that is missing does not exist
    /// @param memoryAvailable MemAvailable of /proc/meminfo in bytes: free, or only a cache
    /// @param networkingMode  as wslinfo prints it: nat, mirrored, virtioproxy, consomme, bridged, none; Absent
    /// where this WSL has no such program
    /// @param homeConfig      a `.wslconfig` in the home of the default user, where WSL never looks
    public record Live(
            Reading<Long> memoryTotal,
            Reading<Integer> processors,
            Reading<String> kernel,
            Reading<Interval> clock,
            Reading<ZoneOffset> zone,
            Map<String, Reading<Bytes>> files,
            Reading<Map<String, Entry>> entries,
            Reading<Room> space,
            Reading<Room> inodes,
            Reading<Long> memoryAvailable,
            Reading<String> networkingMode,
            Reading<Entry> homeConfig) {
        public Live {
            files = Map.copyOf(files);
        }

        /// The first 64 KiB of a file that the probe reads.
        ///
        /// @throws IllegalArgumentException if no probe reads this path
        public Reading<Bytes> file(String path) {
            Reading<Bytes> file = files.get(path);
            if (file == null) throw new IllegalArgumentException("no probe reads " + path);
            return file;
        }

        /// The same as text; Linux files are UTF-8, and bytes that are not become U+FFFD.
        public Reading<String> text(String path) {
            return file(path).map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8));
        }

        /// What stands in a place that the probe looks at, links not followed.
        public Reading<Entry> entry(String path) {
            return entries.flatMap((all, source) -> {
                Entry entry = all.get(path);
                Source place = source.at(" " + path);
                return entry == null ? new Reading.Absent<>(place) : new Reading.Known<>(entry, place);
            });
        }
    }

    /// How much of something there is, as `df` counts it; what is reserved for root is neither used nor available.
    public record Room(long total, long used, long available) {}

    /// A place in the file system of a distribution.
    ///
    /// @param mode `st_mode` of Linux, kind and permissions
    /// @param size bytes
    public record Entry(int mode, long size) {
        private static final int KIND = 0xf000;

        public boolean isSocket() {
            return (mode & KIND) == 0xc000;
        }

        public boolean isLink() {
            return (mode & KIND) == 0xa000;
        }

        public boolean isFile() {
            return (mode & KIND) == 0x8000;
        }
    }
}
