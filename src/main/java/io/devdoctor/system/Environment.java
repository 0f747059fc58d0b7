package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import java.util.Map;

/// Environment variables: of this process, and as persisted for the user and the machine (Windows registry,
/// unexpanded). Maps are looked up without case on Windows.
public interface Environment {
    enum Scope {
        PROCESS,
        USER,
        MACHINE
    }

    Reading<Map<String, String>> variables(Scope scope);
}
