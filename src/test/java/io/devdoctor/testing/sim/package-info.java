/// A Windows that can be changed: a recording with a memory. It holds keys, files, services, distributions and clocks
/// in files of a folder, answers in bytes through the real decoders, and knows nothing of probes, checks or fixes.
@NullMarked
package io.devdoctor.testing.sim;

import org.jspecify.annotations.NullMarked;
