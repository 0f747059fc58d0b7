package io.devdoctor.check.project.compose;

import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeService;

/// One place at which a finding holds.
///
/// @param name of the service, variable or path that it is about
record Hit(ComposePlace place, String name) {
    static Hit of(ComposeService service, ComposePlace place) {
        return new Hit(place, service.name());
    }
}
