package io.devdoctor.format;

import io.devdoctor.format.WslConfigProblem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What WSL makes of a syntactically right entry: is the key known, the first of its name, its value valid?
final class WslConfigJudge {
    /// ParseMacAddress: six pairs of hexadecimal digits with `:` or `-`.
    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");
    /// A bare number below this was surely meant as gigabytes or megabytes.
    private static final long SMALLEST_SENSIBLE = 1L << 20;
    /// More gigabytes than this are meant by nobody.
    private static final long MOST_SENSIBLE_GIGABYTES = 256;

    private final WslConfigFile file;
    private final WslConfigCollector found;

    WslConfigJudge(WslConfigFile file, WslConfigCollector found) {
        this.file = file;
        this.found = found;
    }

    void judge(WslConfigEntry entry, int badHeaderLine) {
        Optional<WslConfigKey> key = WslConfigKeys.find(file, entry.section(), entry.key());
        if (key.isPresent() && key.get().status() != WslConfigKey.Status.REMOVED) {
            known(entry, key.get());
        } else if (badHeaderLine > 0) {
            at(entry, Kind.KEY_AFTER_BAD_SECTION, entry.key(), Integer.toString(badHeaderLine));
        } else if (key.isPresent()) {
            at(entry, Kind.REMOVED_KEY, entry.name(), key.get().until());
        } else {
            unknown(entry);
        }
    }

    private void known(WslConfigEntry entry, WslConfigKey key) {
        WslConfigEntry first = found.firstOf(entry);
        if (entry.status() == WslConfigEntry.Status.DUPLICATE && first != null) {
            String line = Integer.toString(first.line());
            at(entry, Kind.DUPLICATE_KEY, entry.name(), line, first.name(), entry.value(), first.value());
            return;
        }
        switch (key.status()) {
            case INEFFECTIVE -> at(entry, Kind.INEFFECTIVE_KEY, key.fullName());
            case DANGEROUS -> {
                if (!entry.value().equalsIgnoreCase(key.defaultValue())) {
                    at(entry, Kind.DANGEROUS_VALUE, key.fullName());
                }
            }
            case CURRENT, REMOVED -> {}
        }
        value(entry, key);
    }

    private void value(WslConfigEntry entry, WslConfigKey key) {
        String value = entry.value();
        switch (key.type()) {
            case BOOL -> invalidUnless(WslValue.bool(value).isPresent(), entry, Kind.INVALID_BOOLEAN);
            case INT -> invalidUnless(WslValue.integer(value).isPresent(), entry, Kind.INVALID_INTEGER);
            case MAC -> invalidUnless(MAC.matcher(value).matches(), entry, Kind.INVALID_MAC_ADDRESS);
            case SIZE -> size(entry);
            case CHOICE -> {
                if (key.allowed().stream().noneMatch(value::equalsIgnoreCase)) {
                    atValue(entry, Kind.INVALID_CHOICE, entry.name(), value, String.join(", ", key.allowed()));
                }
            }
            case STRING, PATH, LIST -> {}
        }
    }

    private void size(WslConfigEntry entry) {
        switch (WslSize.parse(entry.value())) {
            case WslSize.Invalid(var _, var _, var suggestion) ->
                atValue(entry, Kind.INVALID_SIZE, entry.name(), entry.value(), suggestion);
            case WslSize.Bytes(long count) -> {
                if (count > 0 && count < SMALLEST_SENSIBLE && entry.value().matches("[0-9]+")) {
                    atValue(entry, Kind.SIZE_WITHOUT_UNIT, entry.name(), entry.value(), meant(count));
                }
            }
        }
    }

    /// Empty where neither gigabytes nor megabytes make sense.
    private static String meant(long count) {
        if (count <= MOST_SENSIBLE_GIGABYTES) return count + "GB";
        return count >= 512 && count <= MOST_SENSIBLE_GIGABYTES * 1024 ? count + "MB" : "";
    }

    private void unknown(WslConfigEntry entry) {
        // Suggestions cost; nobody reads the thousandth.
        if (found.full()) {
            at(entry, Kind.UNKNOWN_KEY, entry.name(), "");
            return;
        }
        List<WslConfigKey> elsewhere = WslConfigKeys.named(file, entry.key());
        Optional<WslConfigKey> other = WslConfigKeys.find(other(), entry.section(), entry.key());
        if (entry.section().isEmpty()) {
            String belongs = elsewhere.size() == 1 ? elsewhere.getFirst().section() : "";
            at(entry, Kind.KEY_ABOVE_SECTION, entry.key(), belongs);
        } else if (other.isPresent()) {
            at(entry, Kind.OTHER_FILE, entry.name(), other() == WslConfigFile.WSLCONFIG ? ".wslconfig" : "wsl.conf");
        } else if (elsewhere.size() == 1 && elsewhere.getFirst().status() == WslConfigKey.Status.INEFFECTIVE) {
            // Moved, it would do nothing there either.
            at(entry, Kind.INEFFECTIVE_KEY, elsewhere.getFirst().fullName());
        } else if (elsewhere.size() == 1) {
            at(entry, Kind.MISPLACED_KEY, entry.name(), elsewhere.getFirst().section());
        } else {
            at(entry, Kind.UNKNOWN_KEY, entry.name(), Similar.key(file, entry.section(), entry.key()));
        }
    }

    private WslConfigFile other() {
        return switch (file) {
            case WSLCONFIG -> WslConfigFile.WSL_CONF;
            case WSL_CONF -> WslConfigFile.WSLCONFIG;
        };
    }

    private void invalidUnless(boolean valid, WslConfigEntry entry, Kind kind) {
        if (!valid) {
            atValue(entry, kind, entry.name(), entry.value());
        }
    }

    private void at(WslConfigEntry entry, Kind kind, String... arguments) {
        found.problem(kind, entry.keySpan().start(), arguments);
    }

    private void atValue(WslConfigEntry entry, Kind kind, String... arguments) {
        found.problem(kind, entry.valueSpan().start(), arguments);
    }
}
