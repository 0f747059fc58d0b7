package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Edits of the files that Docker's programs read.
final class SettingsCourses {
    private SettingsCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                file("docker.config-files/convert", "docker.config-files/config-mark", "config.json"),
                new Course(
                        "docker.tcp-exposed/close",
                        proof("docker.tcp-exposed/while-stopped"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\AppData\\Roaming\\Docker\\settings-store.json")),
                file("docker.config-files/repair", "docker.config-files/config-comma", "config.json"),
                file("docker.config-files/set-aside", "docker.config-files/config-zeros", "config.json"),
                file("docker.credentials/replace", "docker.credentials/helper-gone", "config.json"),
                file("docker.credentials/replace", "docker.credentials/one-registry", "config.json"),
                daemon("docker.config-files/convert", "docker.config-files/daemon-mark"),
                daemon("docker.daemon-config/repair", "docker.daemon-config/comma"),
                daemon("docker.daemon-config/remove-keys", "docker.daemon-config/graph"),
                daemon("docker.log-rotation/limit", "docker.log-rotation/unlimited"),
                daemon("docker.registry-mirrors/reorder", "docker.registry-mirrors/slow-first"));
    }

    /// Edited while Docker Desktop is stopped.
    private static Course daemon(String fix, String proof) {
        return file(fix, proof, "daemon.json");
    }

    private static Course file(String fix, String proof, String name) {
        return new Course(fix, proof(proof), NOTHING, true, haunting("C:\\Users\\alex\\.docker\\" + name));
    }
}
