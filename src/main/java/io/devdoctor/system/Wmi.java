package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.Map;

/// Windows Management Instrumentation, read-only and bounded: it is known to hang.
public interface Wmi {
    /// Rows of a class, Absent where this Windows lacks the namespace; values are String, Long, Boolean. Columns that
    /// the class lacks are missing from the rows.
    ///
    /// @param where a WQL condition without the word WHERE, or ""
    Reading<List<Map<String, Object>>> rows(String namespace, String className, List<String> columns, String where);
}
