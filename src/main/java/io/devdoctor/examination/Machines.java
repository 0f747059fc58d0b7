package io.devdoctor.examination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The machines that can be examined: this one, recorded ones, and the samples that DevDoctor brings. Implemented
/// where adapters are wired to ports.
public interface Machines {
    /// This machine, now. Each examination reads everything anew.
    Examination live();

    /// A recorded machine.
    ///
    /// @throws UnusableRecording if the file is not a recording that can be read
    Examination recorded(Path file) throws IOException, UnusableRecording;

    /// A sample machine by name.
    ///
    /// @throws UnusableRecording if there is no sample of that name
    Examination sample(String name) throws UnusableRecording;

    /// Names of the samples, in the order in which they are offered.
    List<String> samples();

    /// Examines this machine and returns its recording, secrets masked.
    byte[] record(java.util.function.Consumer<? super ExaminationEvent> listener, Cancellation cancellation);
}
