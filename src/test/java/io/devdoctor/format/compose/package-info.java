@org.jspecify.annotations.NullMarked
package io.devdoctor.format.compose;
