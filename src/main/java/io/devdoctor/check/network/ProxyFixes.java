package io.devdoctor.check.network;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.GitConfig;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes a proxy away where it stands, if that is a place of this user; elsewhere a person does.
final class ProxyFixes {
    private static final String SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    private ProxyFixes() {}

    /// @param source where the place was read
    static Fix of(Machine machine, Place place, Source source) {
        return switch (place.kind()) {
            case WININET -> isOwn(source) ? off() : byHand("machine", place);
            case WINHTTP -> byHand("winhttp", place);
            case VARIABLE -> variable(place).orElseGet(() -> byHand("variable", place));
            case GIT -> git(machine, place).orElseGet(() -> byHand("git", place));
            case DOCKER_DESKTOP -> byHand("docker-desktop", place);
            case DOCKER_CONFIG -> config(machine).orElseGet(() -> byHand("docker-config", place));
        };
    }

    private static boolean isOwn(Source source) {
        return source.what().regionMatches(true, 0, SETTINGS, 0, SETTINGS.length());
    }

    private static Fix off() {
        return Fix.safe(
                "network.proxy/off",
                Text.of("fix.network.proxy/off.title"),
                new Step.SetRegistryValue(
                        SETTINGS, "ProxyEnable", new RegistryValue.Dword(1), new RegistryValue.Dword(0)));
    }

    private static Optional<Fix> variable(Place place) {
        if (!place.scope().equals(Scope.USER.word())) return Optional.empty();
        return place.stored()
                .map(stored -> Fix.safe(
                                "network.proxy/remove-variable",
                                Text.of("fix.environment/remove.title", place.name()),
                                new Step.SetRegistryValue(Scope.USER.key(), place.name(), stored, null))
                        .warning(Text.of("warning.environment.open-programs")));
    }

    /// Every entry of the file that decides goes, so that what a file before it says would count: none may.
    private static Optional<Fix> git(Machine machine, Place place) {
        Optional<Git> git = machine.git().known();
        Optional<FileContent> file = git.flatMap(read -> read.userFile().known());
        boolean onlyThere = git.stream()
                .flatMap(read -> read.settings().known().stream())
                .flatMap(java.util.List::stream)
                .filter(setting -> setting.name().equals(place.name()))
                .allMatch(setting -> file.filter(content -> content.path().equals(setting.file()))
                        .isPresent());
        if (file.isEmpty() || !onlyThere) return Optional.empty();
        FileContent content = file.get();
        return GitConfig.remove(content.bytes().toArray(), place.name()) instanceof EditResult.Edited(byte[] after)
                ? Optional.of(Fix.safe(
                        "network.proxy/git",
                        Text.of("fix.network.proxy/git.title", place.name()),
                        new Step.EditFile(content.path(), content.bytes(), Bytes.of(after))))
                : Optional.empty();
    }

    private static Optional<Fix> config(Machine machine) {
        return machine.dockerClient()
                .flatMap((client, _) -> client.configJson())
                .known()
                .flatMap(file -> {
                    JsonDocument document = JsonDocument.parse(file.bytes().toArray());
                    if (document.encoding() != TextEncoding.UTF_8 || !document.readable()) return Optional.empty();
                    JsonEdit edit = Stream.of("httpProxy", "httpsProxy", "allProxy", "ftpProxy")
                            .map(name -> "/proxies/default/" + name)
                            .filter(pointer -> document.value(pointer).isPresent())
                            .reduce(JsonDocument.edit(file.bytes().toArray()), JsonEdit::remove, (_, last) -> last);
                    return edit.result() instanceof EditResult.Edited(byte[] after)
                            ? Optional.of(Fix.safe(
                                    "network.proxy/containers",
                                    Text.of("fix.network.proxy/containers.title"),
                                    new Step.EditFile(file.path(), file.bytes(), Bytes.of(after))))
                            : Optional.empty();
                });
    }

    private static Fix byHand(String where, Place place) {
        return Fix.safe(
                "network.proxy/by-hand",
                Text.of("fix.network.proxy/by-hand.title"),
                new Step.Manual(Text.of("fix.network.proxy/by-hand." + where, place.name()), null));
    }
}
