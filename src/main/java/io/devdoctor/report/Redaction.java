package io.devdoctor.report;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Platform;
import io.devdoctor.privacy.Identity;
import io.devdoctor.privacy.Pseudonym;
import io.devdoctor.privacy.Pseudonyms;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leaves the machine in one document: secrets are always masked, identities unless the person asked for them.
/// One instance per document; every string of the document passes [#words].
final class Redaction {
    private final @Nullable Pseudonyms pseudonyms;
    private int secrets;

    private Redaction(@Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    static Redaction of(ExaminationResult result, Messages messages, boolean redacted) {
        if (!redacted) return new Redaction(null);
        Platform platform = result.machine().platform();
        Pseudonyms pseudonyms = new Pseudonyms(new Identity(platform.user(), platform.hostName(), platform.home()));
        for (Finding finding : result.findings()) {
            pseudonyms.learn(messages.say(finding.message()));
            for (Evidence evidence : finding.evidence()) pseudonyms.learn(evidence.value());
        }
        return new Redaction(pseudonyms);
    }

    String words(String text) {
        var masked = Secrets.mask(text);
        secrets += masked.count();
        return pseudonyms == null ? masked.text() : pseudonyms.apply(masked.text());
    }

    boolean isPseudonymous() {
        return pseudonyms != null;
    }

    /// How many secrets were masked so far.
    int secrets() {
        return secrets;
    }

    /// What each pseudonym that was used so far stands for.
    List<Pseudonym> legend() {
        return pseudonyms == null ? List.of() : pseudonyms.legend();
    }
}
