/// DevDoctor's own data: folder, settings, history, journal files, log; every file is written atomically.
@NullMarked
package io.devdoctor.store;

import org.jspecify.annotations.NullMarked;
