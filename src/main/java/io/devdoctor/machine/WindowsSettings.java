package io.devdoctor.machine;

/// Settings of Windows that decide how development tools behave, and what in Windows waits for a restart.
///
/// @param servicingPending the key `Component Based Servicing\RebootPending`: Known = it exists, whatever it holds
/// @param updatePending the key `WindowsUpdate\Auto Update\RebootRequired`, likewise
/// @param fastStartup  `HiberbootEnabled`; 1 = shutting down keeps the session of the kernel
/// @param longPaths    `LongPathsEnabled`; 1 = programs that ask for it may use paths of more than 260 characters
/// @param developerMode `AllowDevelopmentWithoutDevLicense`; 1 = symbolic links need no administrator rights
/// @param ansiCodePage, oemCodePage numbers that count after the next restart
public record WindowsSettings(
        Reading<Boolean> servicingPending,
        Reading<Boolean> updatePending,
        Reading<Long> fastStartup,
        Reading<Long> longPaths,
        Reading<Long> developerMode,
        Reading<String> ansiCodePage,
        Reading<String> oemCodePage) {}
