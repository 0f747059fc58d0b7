package io.devdoctor.check.project.image;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.project.image.KnownImage.Accounts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The users that images bring along, `image-users.csv`.
final class AccountTable {
    private static final Map<String, List<String>> SETS = DatedTable.rows("image-users.csv", 3).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, Function.identity()));

    private AccountTable() {}

    /// @param sets names of sets, or `?`
    static Optional<Accounts> of(String sets) {
        if (sets.equals("?")) return Optional.empty();
        Set<String> users = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (String set : sets.split(" ")) {
            List<String> row = Optional.ofNullable(SETS.get(set))
                    .orElseThrow(() -> new IllegalStateException("no such set of users: " + set));
            words(row.get(1)).forEach(users::add);
            words(row.get(2)).forEach(groups::add);
        }
        groups.addAll(users);
        return Optional.of(new Accounts(users, groups));
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
