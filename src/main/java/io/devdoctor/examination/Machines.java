package io.devdoctor.examination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The machines that can be examined: this one, recorded ones, and the samples that DevDoctor brings. Implemented
/// where adapters are wired to ports.
public interface Machines {
    /// This machine, now. Each examination reads everything anew.
    default Examination live() {
        return live(Wish.NOTHING);
    }

    /// The same, with a look at what a person wishes for.
    Examination live(Wish wish);

    /// This machine, asked only what [Watch] looks at.
    default Examination watched() {
        return live().only(check -> Watch.CHECKS.contains(check.id()));
    }

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

    /// Examines this machine and returns its recording, secrets masked, and names too where that is wished.
    ///
    /// @param wish what is recorded as well
    byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation);
}
