/// The window: where it is entered, and what it wants from outside. View models live in `model` (no nodes), what is
/// drawn from facts in `picture`, everything seen in `view`.
@NullMarked
package io.devdoctor.desktop;

import org.jspecify.annotations.NullMarked;
