@org.jspecify.annotations.NullMarked
package io.devdoctor.check.project.compose;
