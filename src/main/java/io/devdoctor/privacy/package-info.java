/// What must not leave the machine: secrets are masked always, identities become pseudonyms in documents.
@NullMarked
package io.devdoctor.privacy;

import org.jspecify.annotations.NullMarked;
