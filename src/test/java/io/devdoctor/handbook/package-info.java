/// The pages about every check, written from the program itself.
@NullMarked
package io.devdoctor.handbook;

import org.jspecify.annotations.NullMarked;
