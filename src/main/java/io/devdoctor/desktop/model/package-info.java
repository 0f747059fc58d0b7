/// What the window shows, without a single node: tested without a display.
@NullMarked
package io.devdoctor.desktop.model;

import org.jspecify.annotations.NullMarked;
