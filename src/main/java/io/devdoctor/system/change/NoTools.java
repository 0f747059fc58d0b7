package io.devdoctor.system.change;

import java.time.Duration;
import java.util.List;

/// A system on which DevDoctor runs no tools: every one of them belongs to Windows.
public record NoTools() implements ToolRuns {
    @Override
    public Result run(List<String> line, Duration limit) {
        return new NotHere(line.getFirst());
    }
}
