package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslConfigFile;
import io.devdoctor.system.Ports;

/// Reads `.wslconfig` as bytes; what WSL makes of them is for its own grammar to say.
public final class WslConfigProbe implements Probe<WslConfigFile> {
    @Override
    public Part<WslConfigFile> part() {
        return Part.WSL_CONFIG;
    }

    @Override
    public Reading<WslConfigFile> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        // WSL takes the profile folder from the user's token, as the platform does, never from the environment.
        String path = system.platform().inHome(".wslconfig");
        Source source = new Source(Source.Kind.FILE, path, known.taken());
        return new Reading.Known<>(new WslConfigFile(path, system.files().read(path)), source);
    }
}
