package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Edits of Dockerfiles that follow from what their stages come to.
final class StageCourses {
    private StageCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                edit("dockerfile.libc/cgo-off", "without-library"),
                edit("dockerfile.libc/cgo-off", "other-library"),
                edit("dockerfile.libc/cgo-off", "older-library"),
                edit("dockerfile.permissions/folder-first", "chown-first"),
                edit("dockerfile.permissions/make-user", "user-unmade"),
                edit("dockerfile.permissions/make-user", "copy-for-nobody"),
                edit("dockerfile.permissions/number", "user-in-nothing"),
                edit("dockerfile.binary-path/built-path", "other-name"),
                edit("dockerfile.binary-path/whole-package", "one-file"),
                edit("dockerfile.binary-path/stage-name", "stage-misspelt"),
                edit("dockerfile.certificates/bring", "calls-without"),
                edit("dockerfile.certificates/bring-zones", "zone-without"),
                edit("dockerfile.certificates/bring-zones", "zone-on-alpine"),
                edit("dockerfile.time-zone/bring-zones", "no-data"));
    }

    private static Course edit(String fix, String proof) {
        String check = fix.substring(0, fix.indexOf('/'));
        return new Course(fix, proof(check + "/" + proof), NOTHING, true, haunting("C:\\src\\shop\\Dockerfile"));
    }
}
