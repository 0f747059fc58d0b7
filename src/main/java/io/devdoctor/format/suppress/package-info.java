/// What the author of a file says about findings in it: comments of ours and of other tools, and `.devdoctor.yml`.
@NullMarked
package io.devdoctor.format.suppress;

import org.jspecify.annotations.NullMarked;
