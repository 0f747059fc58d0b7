package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.RESTART_WSL;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.lying;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Fixes of a proxy on localhost, which WSL or Docker Desktop's engine cannot reach.
final class NetworkCourses {
    private NetworkCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                edit("network.mirrored-proxy/nat", "network.mirrored-proxy/refused"),
                edit("network.mirrored-proxy/nat", "network.mirrored-proxy/by-order"),
                edit("wsl.localhost-proxy/auto-proxy-off", "wsl.localhost-proxy/dropped"),
                new Course(
                        "network.mirrored-proxy/nat-restart",
                        proof("network.mirrored-proxy/edited"),
                        NOTHING,
                        false,
                        lying("--shutdown")));
    }

    private static Course edit(String fix, String proof) {
        return new Course(fix, proof(proof), RESTART_WSL, true, haunting("C:\\Users\\alex\\.wslconfig"));
    }
}
