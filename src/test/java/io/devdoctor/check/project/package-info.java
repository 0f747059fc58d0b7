@NullMarked
package io.devdoctor.check.project;

import org.jspecify.annotations.NullMarked;
