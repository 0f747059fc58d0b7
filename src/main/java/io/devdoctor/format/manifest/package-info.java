/// What project files say of the libraries that the project uses: names, versions, lines. Read, never edited.
@NullMarked
package io.devdoctor.format.manifest;

import org.jspecify.annotations.NullMarked;
