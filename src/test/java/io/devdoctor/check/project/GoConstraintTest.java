package io.devdoctor.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GoFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `GOOS=linux go list` takes and leaves out.
class GoConstraintTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a.go               | ""                          | true
        a_windows.go       | ""                          | false
        a_windows_amd64.go | ""                          | false
        a_linux.go         | ""                          | true
        a_darwin_test.go   | ""                          | false
        a_amd64.go         | ""                          | true
        windows.go         | ""                          | true
        a_unix.go          | ""                          | true
        a.go               | windows                     | false
        a.go               | !windows                    | true
        a.go               | linux OR windows            | true
        a.go               | unix && !darwin             | true
        a.go               | (windows && amd64) OR wasm | false
        a.go               | ignore                      | false
        a.go               | go1.21 && !cgo              | false
        a.go               | !(windows                   | true
        a.go               | &&                          | false
        """)
    void holdsForLinux(String path, String constraint, boolean expected) {
        Source source = new Source(Source.Kind.FILE, path, Instant.EPOCH);
        GoFile file =
                new GoFile(path, "p", constraint.replace("OR", "||"), false, List.of(), List.of(), List.of(), source);
        assertThat(GoConstraint.isForLinux(file)).isEqualTo(expected);
    }
}
