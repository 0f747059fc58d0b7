package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The values chosen so far, by finding and fix.
public final class ValueModels {
    private final Map<Place, ValueModel> models = new HashMap<>();

    private record Place(Finding.Key finding, String fix) {}

    /// Empty where the fix leaves no choice.
    public Optional<ValueModel> of(Finding finding, Fix fix) {
        if (fix.choice().isEmpty()) return Optional.empty();
        ValueModel model = models.computeIfAbsent(new Place(finding.key(), fix.id()), _ -> new ValueModel(fix));
        model.found(fix);
        return Optional.of(model);
    }
}
