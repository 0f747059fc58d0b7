/// One run: probes in parallel, checks as soon as their facts are there, events while results arrive.
@NullMarked
package io.devdoctor.examination;

import org.jspecify.annotations.NullMarked;
