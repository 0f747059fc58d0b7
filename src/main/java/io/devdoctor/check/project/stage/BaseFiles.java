package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a base image brings along. Of `scratch` that is certain; of an image in our table only this is held:
/// nothing stands at its root but what distributions and the images of the table have there.
///
/// @param known whether the image is in our table
record BaseFiles(boolean scratch, boolean known) implements Files {
    private static final Set<String> KERNEL = Set.of("dev", "proc", "sys");
    private static final Set<String> GIVEN = Set.of("/etc", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf");
    private static final Set<String> FOLDERS = Set.of(
            "/bin",
            "/etc",
            "/home",
            "/lib",
            "/mnt",
            "/opt",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/tmp",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/local",
            "/usr/local/bin",
            "/usr/local/lib",
            "/usr/local/sbin",
            "/usr/sbin",
            "/usr/share",
            "/var",
            "/var/cache",
            "/var/lib",
            "/var/log",
            "/var/run");
    /// What distributions and the images of our table have at their root.
    private static final Set<String> TOP = Set.of(
            "bin",
            "boot",
            "etc",
            "home",
            "lib",
            "lib32",
            "lib64",
            "libx32",
            "media",
            "mnt",
            "opt",
            "root",
            "run",
            "sbin",
            "srv",
            "tmp",
            "usr",
            "var",
            "busybox",
            "cacert_entrypoint.sh",
            "__cacert_entrypoint.sh",
            "config",
            "data",
            "db",
            "entrypoint.sh",
            "go",
            "nodejs",
            "workspace");

    static BaseFiles ofScratch() {
        return new BaseFiles(true, true);
    }

    @Override
    public Found look(String path) {
        if (path.equals(ImagePath.ROOT)) return base(Kind.FOLDER);
        String top = path.substring(1).split("/", 2)[0];
        if (KERNEL.contains(top)) return base(Kind.UNKNOWN);
        if (scratch) return GIVEN.contains(path) ? base(path.equals("/etc") ? Kind.FOLDER : Kind.FILE) : Found.MISSING;
        if (FOLDERS.contains(path)) return base(Kind.FOLDER);
        boolean theirs = TOP.contains(top) || top.startsWith("docker-") || top.startsWith(".");
        return known && !theirs ? Found.PROBABLY_MISSING : Found.UNKNOWN;
    }

    private static Found base(Kind kind) {
        return Found.present(kind, Origin.ELSEWHERE, Traits.NONE, 0);
    }

    @Override
    public Optional<List<String>> matching(String pattern) {
        return scratch ? Optional.of(List.of()) : Optional.empty();
    }
}
