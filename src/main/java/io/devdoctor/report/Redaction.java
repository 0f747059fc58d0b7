package io.devdoctor.report;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Platform;
import io.devdoctor.privacy.Identity;
import io.devdoctor.privacy.Pseudonym;
import io.devdoctor.privacy.Pseudonyms;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Language;
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

    static Redaction of(ExaminationResult result, List<Language> languages, boolean redacted) {
        if (!redacted) return new Redaction(null);
        Platform platform = result.machine().platform();
        Pseudonyms pseudonyms = new Pseudonyms(new Identity(platform.user(), platform.hostName(), platform.home()));
        for (Language language : languages) {
            Messages messages = Messages.of(language);
            result.findings().forEach(finding -> learn(pseudonyms, finding, messages));
        }
        return new Redaction(pseudonyms);
    }

    /// A host may stand in a title before a later text tells that it is a registry.
    private static void learn(Pseudonyms pseudonyms, Finding finding, Messages messages) {
        if (finding.subject().kind() == Subject.Kind.MIRROR) {
            pseudonyms.learnRegistry(finding.subject().name());
        }
        pseudonyms.learn(messages.say(finding.title()));
        pseudonyms.learn(messages.say(finding.message()));
        finding.muted().ifPresent(muted -> pseudonyms.learn(muted.reason()));
        for (Evidence evidence : finding.evidence()) {
            pseudonyms.learn(evidence.value());
            pseudonyms.learn(evidence.source().what());
        }
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
