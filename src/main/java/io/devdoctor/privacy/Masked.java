package io.devdoctor.privacy;

/// A text without its secrets, and how many were masked. `count` is 0 for a text that was masked before.
public record Masked(String text, int count) {}
