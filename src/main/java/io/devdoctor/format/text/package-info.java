/// What the bytes of a text file say before anybody knows what it is for: encoding, byte order mark, line ends; and
/// the edits that change these alone.
@NullMarked
package io.devdoctor.format.text;

import org.jspecify.annotations.NullMarked;
