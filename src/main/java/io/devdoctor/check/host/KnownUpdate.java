package io.devdoctor.check.host;

import io.devdoctor.check.DatedTable;
import io.devdoctor.machine.Host.WindowsVersion;
import java.util.List;

/// A row of the table of Windows updates with known trouble.
///
/// @param from, until first revision with the trouble, first without
/// @param outcome what breaks, as the texts name it
record KnownUpdate(int build, int from, int until, Feature feature, String update, String outcome, String reference) {
    static final List<KnownUpdate> ALL = DatedTable.rows("windows-updates.csv", 7).stream()
            .map(row -> new KnownUpdate(
                    Integer.parseInt(row.get(0)),
                    Integer.parseInt(row.get(1)),
                    Integer.parseInt(row.get(2)),
                    Feature.valueOf(row.get(3)),
                    row.get(4),
                    row.get(5),
                    row.get(6)))
            .toList();

    /// What has to be in use for the trouble to matter.
    enum Feature {
        WSL,
        MIRRORED
    }

    boolean concerns(WindowsVersion windows) {
        return windows.build() == build && windows.revision() >= from && windows.revision() < until;
    }
}
