package io.devdoctor.privacy;

/// Whose machine it is: user name, host name, home folder as the system writes it. Empty where not known.
public record Identity(String user, String host, String home) {
    public static final Identity UNKNOWN = new Identity("", "", "");

    public Identity {
        user = user.strip();
        host = host.strip();
        home = home.strip();
    }
}
