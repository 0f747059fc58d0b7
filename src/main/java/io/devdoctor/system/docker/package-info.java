/// The engine's HTTP API through docker-java's transport, shared by live machines and recordings.
@NullMarked
package io.devdoctor.system.docker;

import org.jspecify.annotations.NullMarked;
