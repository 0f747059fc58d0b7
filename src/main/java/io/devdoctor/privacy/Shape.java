package io.devdoctor.privacy;

/// What a reader may know of the thing behind a pseudonym, because it matters for a diagnosis.
public enum Shape {
    /// Holds a blank.
    BLANK,
    /// Holds characters outside ASCII.
    NON_ASCII,
    /// Longer than 200 characters: near Windows' limit of 260.
    LONG,
    /// `C:\…` in either slash.
    WINDOWS_DRIVE,
    /// A Windows drive as Linux sees it: `/mnt/c/…`, `/c/…`, `/host_mnt/c/…`.
    MOUNTED_DRIVE,
    /// `\\server\share`.
    UNC,
    /// `/home/…`.
    POSIX,
    /// RFC 1918, or a unique local IPv6 address.
    PRIVATE_ADDRESS,
    /// 100.64.0.0/10: behind a provider's address translation, or an overlay network.
    SHARED_ADDRESS,
    LINK_LOCAL,
    MULTICAST,
    PUBLIC_ADDRESS,
    IPV6,
    /// A host with a port.
    PORT,
    /// A host without a dot.
    SINGLE_LABEL,
    NUMBER,
    URL
}
