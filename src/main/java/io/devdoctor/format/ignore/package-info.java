/// The files that say which other files count: .gitignore, .gitattributes, .dockerignore, each as its own reader
/// understands it.
@NullMarked
package io.devdoctor.format.ignore;

import org.jspecify.annotations.NullMarked;
