/// What live adapters of every operating system share: bounded calls, processes, files, network.
@NullMarked
package io.devdoctor.system.live;

import org.jspecify.annotations.NullMarked;
