package io.devdoctor.check.project.stage;

import java.util.List;

/// A program or script that the container of the target starts.
///
/// @param name   as written
/// @param path   absolute; of a name without `/` where it was found, or "" = nowhere that is known
/// @param found  what lies there
/// @param direct by the kernel, else as an argument of an interpreter
/// @param shell  whether a shell starts it
/// @param first  whether it is the first one
public record Started(String name, String path, Found found, boolean direct, boolean shell, boolean first, int line) {

    static List<Started> of(StageModel stage) {
        return new Starts(stage).all();
    }
}
