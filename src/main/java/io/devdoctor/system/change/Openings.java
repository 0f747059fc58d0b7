package io.devdoctor.system.change;

/// Shows a person a place: a settings page (`ms-settings:…`) or an https address.
public interface Openings {
    ChangeResult open(String target);
}
