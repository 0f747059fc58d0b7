/// What is known of the folders that a person named: their files as a Linux container will read them.
@NullMarked
package io.devdoctor.machine.project;

import org.jspecify.annotations.NullMarked;
