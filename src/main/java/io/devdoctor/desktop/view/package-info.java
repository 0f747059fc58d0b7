/// What is seen. A view that lives as long as the window listens to models; what it builds inside is rendered anew
/// and listens to nothing, so that nothing is left behind.
@NullMarked
package io.devdoctor.desktop.view;

import org.jspecify.annotations.NullMarked;
