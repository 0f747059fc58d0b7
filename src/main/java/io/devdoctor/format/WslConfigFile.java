package io.devdoctor.format;

/// The two files that share WSL's configuration grammar and differ in the reader's temper.
public enum WslConfigFile {
    /// `%USERPROFILE%\.wslconfig`, read by Windows: a bad line is skipped, CRLF is one line end, Ctrl-Z ends the file.
    WSLCONFIG(true, Newline.CRLF),
    /// `/etc/wsl.conf`, read by Linux: the first bad line ends the reading, bytes are taken as they are.
    WSL_CONF(false, Newline.LF);

    private final boolean forgiving;
    private final Newline newline;

    WslConfigFile(boolean forgiving, Newline newline) {
        this.forgiving = forgiving;
        this.newline = newline;
    }

    /// Whether a bad line costs that line alone.
    public boolean forgiving() {
        return forgiving;
    }

    /// What an empty file of this kind gets.
    public Newline newline() {
        return newline;
    }

    boolean windows() {
        return this == WSLCONFIG;
    }
}
