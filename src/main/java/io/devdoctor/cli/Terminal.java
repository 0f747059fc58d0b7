package io.devdoctor.cli;

import java.io.BufferedReader;
import java.io.PrintStream;

/// Where the command line writes.
///
/// @param in      what a person types
/// @param out     the document; UTF-8 where redirected, the terminal's own encoding where it is one
/// @param err     progress and complaints
/// @param colours whether out is a terminal that shows them (never with NO_COLOR)
/// @param live    whether err is a terminal on which a progress line may be rewritten
/// @param person  whether somebody sits there who can be asked: in and err are terminals
/// @param width   columns
public record Terminal(
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        boolean colours,
        boolean live,
        boolean person,
        int width) {}
