package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import java.util.List;

/// What is done as one transaction.
///
/// @param remedies what it is to cure, each with the fix that was taken for it
/// @param fix      what runs: the only remedy's fix, or several that touch the same things made into one
public record Treatment(List<Remedy> remedies, Fix fix) {
    public Treatment {
        remedies = List.copyOf(remedies);
        if (remedies.isEmpty()) throw new IllegalArgumentException(fix.id() + " cures nothing");
    }

    public static Treatment of(Finding finding, Fix fix) {
        return new Treatment(List.of(new Remedy(finding, fix)), fix);
    }

    public List<Finding> findings() {
        return remedies.stream().map(Remedy::finding).toList();
    }

    List<Complaint> complaints(List<String> projects) {
        return remedies.stream()
                .map(remedy -> Complaint.of(remedy.finding(), remedy.fix(), projects))
                .toList();
    }
}
