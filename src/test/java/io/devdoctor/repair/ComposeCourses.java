package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Fixes of Compose files, in force at once.
final class ComposeCourses {
    private static final String FOLDER = "C:\\src\\shop\\";

    private ComposeCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                edit("compose.syntax/version", "version"),
                edit("compose.syntax/rename", "slip-of-the-pen"),
                edit("compose.paths/slashes", "backslashes"),
                edit("compose.paths/relative", "name-for-a-path"),
                edit("compose.paths/option", "option"),
                edit("compose.paths/spelling", "case"),
                made("compose.paths/from-example", "example", "shop.env"),
                edit("compose.ports/quote", "bare"),
                edit("compose.ports/move", "collision"),
                edit("compose.networks/join", "apart"),
                made("compose.environment/from-example", "from-example", ".env"),
                edit("compose.environment/upper-case", "case"),
                edit("compose.environment/service-name", "localhost"),
                edit("compose.environment/container-port", "published-port"),
                edit("compose.privileges/read-only", "kernel-folder"),
                edit("compose.readiness/wait", "order-only"),
                edit("compose.hot-reload/poll", "no-events"),
                edit("compose.storage/read-only", "files"));
    }

    private static Course edit(String fix, String name) {
        return made(fix, name, "compose.yaml");
    }

    private static Course made(String fix, String name, String file) {
        String check = fix.substring(0, fix.indexOf('/'));
        return new Course(fix, proof(check + "/" + name), NOTHING, true, haunting(FOLDER + file));
    }
}
