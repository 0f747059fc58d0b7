@NullMarked
package io.devdoctor.check.project.stage;

import org.jspecify.annotations.NullMarked;
