package io.devdoctor.machine;

import java.util.List;

/// What on this machine looks into files and connections of other programs.
///
/// @param antivirus WMI `AntiVirusProduct`; Absent = this Windows keeps no such list, as Windows Server
/// @param winsock   the catalogue of Winsock protocols that 64-bit programs use, in its order
/// @param programs  base names of running programs
public record Security(
        Reading<List<Antivirus>> antivirus, Reading<List<WinsockProvider>> winsock, Reading<List<String>> programs) {

    /// @param state `productState`: bits 12–15 are 0 off, 1 on, 2 snoozed, 3 expired; bits 8–11 are 1 for Microsoft's
    ///              own (undocumented)
    public record Antivirus(String name, long state) {
        private static final long ACTIVITY = 0xF000;
        private static final long ON = 0x1000;
        private static final long OWNER = 0xF00;
        private static final long MICROSOFT = 0x100;

        public boolean isOn() {
            return (state & ACTIVITY) == ON;
        }

        public boolean isMicrosoft() {
            return (state & OWNER) == MICROSOFT;
        }
    }

    /// @param name    szProtocol, not localized for layers of other makers
    /// @param library path of the DLL as registered, unexpanded
    /// @param chain   1 = a base protocol, 0 = a layer by itself, more = a chain of layers above a base protocol
    public record WinsockProvider(String name, String library, long chain, Source source) {
        /// Whether it stands between programs and the network instead of being one.
        public boolean isLayered() {
            return chain != 1;
        }
    }
}
