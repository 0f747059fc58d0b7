/// The transaction that applies a fix: intent, backup, before-check, step by step, proof; and undo and resume.
@NullMarked
package io.devdoctor.repair;

import org.jspecify.annotations.NullMarked;
