/// Files of Go projects, as far as containers care: sources up to what they embed and listen on, go.mod and go.work.
@NullMarked
package io.devdoctor.format.go;

import org.jspecify.annotations.NullMarked;
