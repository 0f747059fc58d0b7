/// Judgement: pure functions from facts to findings.
@NullMarked
package io.devdoctor.check;

import org.jspecify.annotations.NullMarked;
