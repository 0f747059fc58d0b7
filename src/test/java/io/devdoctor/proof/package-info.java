/// Checks proven from recorded bytes: small changes of sample machines and what must be found then.
@NullMarked
package io.devdoctor.proof;

import org.jspecify.annotations.NullMarked;
