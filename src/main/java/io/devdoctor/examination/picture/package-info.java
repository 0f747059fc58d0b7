/// The numbers in pictures of a machine, before anybody draws them: window and report draw the same ones.
@NullMarked
package io.devdoctor.examination.picture;

import org.jspecify.annotations.NullMarked;
