package io.devdoctor.format;

import io.devdoctor.format.JsonValue.Member;
import io.devdoctor.format.JsonValue.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where a `config.json` keeps the passwords of registries. Secrets themselves are never taken out of it.
///
/// @param store   `credsStore`, "" = none
/// @param byHost  `credHelpers`: the helper of single registries
/// @param plain   registries whose password stands in the file itself
public record CredentialSettings(String store, Map<String, String> byHost, List<String> plain) {
    private static final List<String> SECRETS = List.of("auth", "password", "identitytoken", "registrytoken");

    public CredentialSettings {
        byHost = Map.copyOf(byHost);
        plain = List.copyOf(plain);
    }

    /// Of the bytes of a file; of no file, or one that is not JSON, nothing.
    public static CredentialSettings of(Optional<byte[]> file) {
        Optional<JsonDocument> document =
                file.map(JsonDocument::parse).filter(parsed -> parsed.object().isPresent());
        if (document.isEmpty()) return new CredentialSettings("", Map.of(), List.of());
        String store = document.get()
                .memberIgnoreCase("credsStore")
                .flatMap(JsonValue::text)
                .orElse("");
        Map<String, String> byHost = new TreeMap<>();
        members(document.get(), "credHelpers")
                .forEach(member -> member.value()
                        .text()
                        .filter(name -> !name.isBlank())
                        .ifPresent(name -> byHost.put(member.name(), name)));
        List<String> plain = members(document.get(), "auths")
                .filter(member -> isSecret(member.value()))
                .map(Member::name)
                .distinct()
                .toList();
        return new CredentialSettings(store, byHost, plain);
    }

    /// Every helper that is named, each once.
    public List<String> helpers() {
        return Stream.concat(Stream.of(store), new TreeMap<>(byHost).values().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<Member> members(JsonDocument document, String name) {
        return document.memberIgnoreCase(name).stream()
                .flatMap(value -> value instanceof ObjectValue(var members, var _) ? members.stream() : Stream.of());
    }

    private static boolean isSecret(JsonValue login) {
        return login instanceof ObjectValue(var members, var _)
                && members.stream()
                        .anyMatch(member -> SECRETS.contains(member.name().toLowerCase(java.util.Locale.ROOT))
                                && member.value()
                                        .text()
                                        .filter(text -> !text.isBlank())
                                        .isPresent());
    }
}
