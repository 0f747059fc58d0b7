package io.devdoctor.check.network;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.docker.DesktopEdit;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `dns` in daemon.json of Docker Desktop: with a server that is gone, containers find no address for any name.
record DaemonDns(Check check, Machine machine) {
    private static final String MEMBER = "/dns";

    /// Where Docker Desktop is not installed, its file does nothing.
    List<Finding> judge() {
        Optional<DockerDesktop> desktop =
                machine.dockerDesktop().known().filter(found -> found.install().isKnown());
        return desktop.map(DockerDesktop::daemonJson).stream()
                .flatMap(file -> switch (file) {
                    case Reading.Known<FileContent>(FileContent content, Source source) -> file(content, source);
                    case Reading.Unknown<FileContent> unread ->
                        Stream.of(check.unknown(Subject.machine("daemon.json"), unread));
                    case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> Stream.of();
                })
                .toList();
    }

    private Stream<Finding> file(FileContent file, Source source) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        if (!document.readable()) {
            return Stream.of(check.unknown(
                    Subject.machine("daemon.json"),
                    new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON document", source)));
        }
        List<JsonValue> servers = document.value(MEMBER)
                .map(value -> value instanceof JsonValue.ArrayValue list ? list.elements() : List.<JsonValue>of())
                .orElse(List.of());
        return servers.stream()
                .flatMap(server -> server.text().stream()
                        .flatMap(address ->
                                judge(address, document.lineOf(server.span().start()), file, source)))
                .limit(1);
    }

    private Stream<Finding> judge(String address, int line, FileContent file, Source source) {
        Subject subject = Subject.line("daemon.json", line, "dns");
        return switch (machine.network().flatMap((network, _) -> OldAddress.isDead(address, network))) {
            case Reading.Known<Boolean> _ -> {
                Evidence evidence = Evidence.of("evidence.network.engine-resolver", address, source.at(":" + line));
                Finding found = check.likely(subject, "engine-old-server", List.of(evidence), address, file.path())
                        .at(file.path(), line);
                boolean locked =
                        machine.policies().known().filter(Policies::locksDaemon).isPresent();
                yield Stream.of(
                        locked ? found : remove(file).map(found::fixedBy).orElse(found));
            }
            case Reading.Unknown<Boolean> unread -> Stream.of(check.unknown(subject, unread));
            case Reading.Absent<Boolean> _, Reading.NotApplicable<Boolean> _ -> Stream.of();
        };
    }

    /// Takes away the dead servers only; without any, the engine asks whom Docker Desktop asks.
    private Optional<Fix> remove(FileContent file) {
        byte[] bytes = file.bytes().toArray();
        List<String> servers =
                JsonDocument.parse(bytes).value(MEMBER).map(JsonValue::texts).orElse(List.of());
        List<Integer> dead = java.util.stream.IntStream.range(0, servers.size())
                .filter(i -> machine.network()
                        .flatMap((network, _) -> OldAddress.isDead(servers.get(i), network))
                        .isKnown())
                .boxed()
                .toList();
        JsonEdit edit = JsonDocument.edit(bytes);
        if (dead.size() == servers.size()) edit = edit.remove(MEMBER);
        else for (int i : dead.reversed()) edit = edit.remove(MEMBER + "/" + i);
        if (!(edit.result() instanceof EditResult.Edited(byte[] edited))) return Optional.empty();
        return DesktopEdit.of(
                machine,
                "network.dns/remove-server",
                Text.of("fix.network.dns/remove-server.title", file.path()),
                new Step.EditFile(file.path(), file.bytes(), Bytes.of(edited)),
                DesktopEdit.DAEMON);
    }
}
