package io.devdoctor.check.wsl;

import io.devdoctor.check.DatedTable;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.machine.Containers;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A row of the dated table of what images need of the kernel, `kernel-limits.csv`.
///
/// @param image      end of the repository's name
/// @param containers how many of that image it takes before the limit matters
/// @param name       as sysctl writes it, for example `vm.max_map_count`
/// @param command    sets the limit to `least`
record KernelLimit(String image, int containers, String name, long least, DistroCommand command, String source) {
    static final List<KernelLimit> ALL = DatedTable.rows("kernel-limits.csv", 6).stream()
            .map(row -> new KernelLimit(
                    row.get(0),
                    Integer.parseInt(row.get(1)),
                    row.get(2),
                    Long.parseLong(row.get(3)),
                    DistroCommand.valueOf(row.get(4)),
                    row.get(5)))
            .toList();

    /// Where the kernel shows it.
    String path() {
        return "/proc/sys/" + name.replace('.', '/');
    }

    /// The value, cut at the largest number of 64 bits: some kernels print an unsigned one for "no limit".
    long parse(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /// A container that needs it, if there are enough of its kind.
    Optional<String> neededBy(Containers all) {
        List<String> names = all.all().stream()
                .filter(container -> isOf(container.image()))
                .map(Containers.Container::name)
                .toList();
        return names.size() >= containers ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private boolean isOf(String reference) {
        String name = reference.split("@", 2)[0];
        int slash = name.lastIndexOf('/');
        int tag = name.indexOf(':', slash + 1);
        String repository = tag < 0 ? name : name.substring(0, tag);
        return repository.equals(image) || repository.endsWith("/" + image);
    }
}
