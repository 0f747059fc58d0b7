package io.devdoctor.format.dockerfile;

/// A word of a shell command.
///
/// @param text     with quotes and escapes resolved; where the word is not fixed, `$…` stands in it as written
/// @param isStatic whether the shell will see exactly this text: no variable, substitution or pattern in it
/// @param quoted   whether some of it was in quotes
/// @param start    of its first character in the script, `end` behind its last one
public record ShellWord(String text, boolean isStatic, boolean quoted, int start, int end) {}
