package io.devdoctor.machine;

import java.time.ZoneOffset;
import java.util.List;

/// How Windows keeps its time: the service W32Time and the time zone.
///
/// @param service  W32Time; stopped is normal outside a domain, where a trigger and a weekly task start it
/// @param type     `NTP`, `NT5DS` (domain), `AllSync` or `NoSync`, of `…\W32Time\Parameters`
/// @param servers  NtpServer of the same key: `host,0xflags` separated by blanks
/// @param policyType    the same of `HKLM\SOFTWARE\Policies\Microsoft\W32Time\Parameters`, which wins
/// @param policyEnabled whether the policy leaves the NTP client on; Absent = no policy
/// @param status   of `w32tm /query /status`; NotApplicable while the service does not run
/// @param zone     Windows' name of the zone, not localized: `China Standard Time`
/// @param offset   how far local time is from UTC now, daylight saving included
/// @param hardwareInUtc whether the hardware clock keeps UTC, for the sake of another system on the same computer
public record TimeSettings(
        Reading<ServiceState> service,
        Reading<String> type,
        Reading<String> servers,
        Reading<String> policyType,
        Reading<Boolean> policyEnabled,
        Reading<Status> status,
        Reading<String> zone,
        Reading<ZoneOffset> offset,
        Reading<Boolean> hardwareInUtc) {

    /// @param leap      3 = not synchronized
    /// @param stratum   0 = not synchronized, 1 = has a clock of its own
    /// @param reference what it is synchronized with, 32 bits
    /// @param origin    the server, or what else the time comes from; `VM IC Time Synchronization Provider` in a
    ///                  virtual machine
    public record Status(int leap, int stratum, long reference, String origin) {
        /// `LOCL`: the computer takes its own clock for the truth.
        private static final long LOCAL_CLOCK = 0x4C4F434CL;

        /// Names of no source at all: w32time.dll prints them in English on every Windows.
        private static final List<String> NOBODY = List.of("Local CMOS Clock", "Free-running System Clock");

        public boolean isSynchronized() {
            return leap != 3 && stratum != 0 && reference != LOCAL_CLOCK && !NOBODY.contains(origin);
        }
    }

    /// The type in force: a policy wins.
    public Reading<String> typeInForce() {
        return policyType.isAbsent() ? type : policyType;
    }

    /// Whether a policy says anything about the time.
    public boolean isManaged() {
        return policyType.isKnown() || policyEnabled.isKnown();
    }
}
