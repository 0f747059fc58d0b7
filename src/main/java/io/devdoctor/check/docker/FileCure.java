package io.devdoctor.check.docker;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Cures damaged files as far as nothing is lost by it: the encoding changes, the words stay.
record FileCure(Machine machine, DockerFiles.File file, Bytes bytes) {
    private static final String ID = "docker.config-files/";

    Fix fix() {
        boolean ours = file.distro().isEmpty()
                && (file.kind() == DockerFiles.Kind.CONFIG || file.kind() == DockerFiles.Kind.CONTEXT);
        if (ours && isNothing()) {
            return Fix.safe(
                    ID + "set-aside",
                    Text.of("fix.docker.config-files/set-aside.title", file.path()),
                    new Step.EditFile(file.path(), bytes, null));
        }
        // A document that is none of settings, such as a list, reads well and is no better for it.
        Optional<Bytes> cured = converted().filter(better -> !better.equals(bytes));
        if (cured.isEmpty()) return byHand();
        String id = ID + (isSameText(cured.get()) ? "convert" : "repair");
        Text title = Text.of("fix." + id + ".title", file.path());
        if (ours) return Fix.safe(id, title, new Step.EditFile(file.path(), bytes, cured.get()));
        boolean daemon = file.kind() == DockerFiles.Kind.DAEMON && file.distro().isEmpty();
        return daemon && !DaemonFixes.isLocked(machine)
                ? DaemonFixes.replace(machine, content(), cured.get(), id, title)
                        .orElseGet(this::byHand)
                : byHand();
    }

    private FileContent content() {
        return new FileContent(file.path(), bytes, machine.taken());
    }

    /// What a power loss leaves: the length of the file and not one of its letters.
    private boolean isNothing() {
        byte[] all = bytes.toArray();
        for (byte each : all) if (each != 0) return false;
        return all.length > 0;
    }

    /// Whether only the encoding is another one.
    private boolean isSameText(Bytes cured) {
        byte[] before = readable();
        TextEncoding encoding = TextEncoding.of(before);
        int mark = encoding.markLength();
        String text = new String(before, mark, before.length - mark, encoding.charset());
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8)).equals(cured);
    }

    private byte[] readable() {
        return TextEncoding.of(bytes.toArray()) == TextEncoding.NOT_UTF_8
                ? fromCodePage().orElse(new byte[0])
                : bytes.toArray();
    }

    private Optional<Bytes> converted() {
        byte[] readable = readable();
        return readable.length > 0
                        && JsonDocument.edit(readable).repair().result() instanceof EditResult.Edited(var edited)
                ? Optional.of(Bytes.of(edited))
                : Optional.empty();
    }

    /// Only if the machine's own code page gives back the very same bytes.
    private Optional<byte[]> fromCodePage() {
        Charset charset = charset(machine.platform().ansiCodePage());
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return Bytes.of(text.getBytes(charset)).equals(bytes) ? Optional.of(utf8) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Charset charset(int codePage) {
        String name = switch (codePage) {
            case 936 -> "GBK";
            case 932 -> "windows-31j";
            case 949 -> "x-windows-949";
            case 950 -> "x-windows-950";
            default -> "windows-" + codePage;
        };
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private Fix byHand() {
        String what = switch (file.kind()) {
            case CONFIG -> "by-hand-config";
            case CONTEXT -> "by-hand-context";
            case DAEMON, WINDOWS_DAEMON -> "by-hand-daemon";
            case SIGN_IN, ADMIN -> "by-hand-managed";
        };
        return DesktopFixes.byHand(ID + what, "fix." + ID + what, file.path(), file.distro());
    }
}
