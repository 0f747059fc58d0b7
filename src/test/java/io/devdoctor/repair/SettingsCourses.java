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
                file("docker.config-files/set-aside", "docker.config-files/config-zeros", "config.json"),
                file("docker.credentials/replace", "docker.credentials/helper-gone", "config.json"),
                file("docker.credentials/replace", "docker.credentials/one-registry", "config.json"));
    }

    private static Course file(String fix, String proof, String name) {
        return new Course(fix, proof(proof), NOTHING, true, haunting("C:\\Users\\alex\\.docker\\" + name));
    }
}
