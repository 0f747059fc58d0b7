/// Facts of small machines and other material for tests.
@NullMarked
package io.devdoctor.testing;

import org.jspecify.annotations.NullMarked;
