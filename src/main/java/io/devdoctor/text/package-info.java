/// Words: message keys with arguments, languages, and how numbers, sizes and times are written.
@NullMarked
package io.devdoctor.text;

import org.jspecify.annotations.NullMarked;
