@NullMarked
package io.devdoctor.check.network;

import org.jspecify.annotations.NullMarked;
