package io.devdoctor.check.docker;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.CredentialSettings;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.DockerFiles.Program;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// Puts a helper that is there in the place of one that is not. Passwords that the old helper kept stay with it.
final class CredentialFixes {
    private static final String ID = "docker.credentials/";
    /// Docker Desktop's own first; the other comes with every docker.exe for Windows.
    private static final List<String> USUAL = List.of("desktop", "wincred");

    private CredentialFixes() {}

    static Fix replace(
            Machine machine, DockerFiles files, String path, Bytes bytes, CredentialSettings settings, String helper) {
        Optional<String> present = USUAL.stream()
                .filter(name -> files.helpers().stream().anyMatch(each -> isThere(each, name)))
                .findFirst();
        if (!machine.platform().isWindows() || present.isEmpty()) return byHand(path, helper);
        JsonEdit edit = JsonDocument.edit(bytes.toArray());
        if (settings.store().equals(helper)) edit = edit.setText("/credsStore", present.get());
        for (var each : settings.byHost().entrySet()) {
            if (each.getValue().equals(helper)) edit = edit.setText(pointer(each.getKey()), present.get());
        }
        if (!(edit.result() instanceof EditResult.Edited(byte[] edited))) return byHand(path, helper);
        Bytes after = Bytes.of(edited);
        return after.equals(bytes)
                ? byHand(path, helper)
                : Fix.safe(
                                ID + "replace",
                                Text.of("fix.docker.credentials/replace.title", present.get(), helper),
                                new Step.EditFile(path, bytes, after))
                        .warning(Text.of("warning.docker.credentials.log-in-again"));
    }

    private static boolean isThere(Program helper, String name) {
        return helper.distro().isEmpty()
                && helper.name().equals(name)
                && helper.found().isKnown();
    }

    private static String pointer(String host) {
        return "/credHelpers/" + host.replace("~", "~0").replace("/", "~1");
    }

    private static Fix byHand(String path, String helper) {
        return DesktopFixes.byHand(ID + "by-hand", "fix.docker.credentials/by-hand", path, helper);
    }
}
