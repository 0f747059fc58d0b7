package io.devdoctor.check.network;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The servers that a distribution asks for addresses, as /etc/resolv.conf names them.
record Resolvers(Reading<String> file) {
    private static final Pattern SERVER = Pattern.compile("(?m)^[ \\t]*nameserver[ \\t]+([0-9a-fA-F.:%]+)");

    static Resolvers of(WslAnswer.Live facts) {
        return new Resolvers(facts.text("/etc/resolv.conf"));
    }

    List<String> servers() {
        return file.known().stream()
                .flatMap(text -> SERVER.matcher(text).results())
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    /// As a sentence shows them; a dash where none is known.
    String shown() {
        return servers().isEmpty() ? "–" : String.join(", ", servers());
    }

    /// The first that WSL had once and nobody has now.
    Optional<String> firstOld(Network network) {
        return servers().stream()
                .filter(server -> OldAddress.isDead(server, network).isKnown())
                .findFirst();
    }

    Optional<Evidence> evidence() {
        return file instanceof Reading.Known<String>(var _, var source)
                ? Optional.of(Evidence.of("evidence.network.resolvers", String.join(" ", servers()), source))
                : Optional.empty();
    }
}
