/// A Dockerfile as a build will play it out: which stages run, what lies where in each of them, what is
/// started as whom. What is not certain stays unknown here, so that checks can be silent about it.
@NullMarked
package io.devdoctor.check.project.stage;

import org.jspecify.annotations.NullMarked;
