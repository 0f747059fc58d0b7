/// How a file is replaced so that nobody ever sees half of it: DevDoctor's own and those that it repairs.
@NullMarked
package io.devdoctor.disk;

import org.jspecify.annotations.NullMarked;
