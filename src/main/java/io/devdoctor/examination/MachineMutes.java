package io.devdoctor.examination;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Muted.By;
import io.devdoctor.check.Muted.Word;
import io.devdoctor.machine.Source;
import io.devdoctor.store.Mute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the person at this machine does not want to hear of, laid over what was found. A mute that has run out or was
/// overtaken hides nothing; the finding says so, and the entry stays.
///
/// @param mutes in the order in which they were made
/// @param file  where they stand
public record MachineMutes(List<Mute> mutes, String file) {
    public static final MachineMutes NONE = new MachineMutes(List.of(), "");

    private static final String EVIDENCE = "evidence.mute.";

    public MachineMutes {
        mutes = List.copyOf(mutes);
    }

    /// How a mute stands to what is found now.
    ///
    /// @param finding what it is about, unmuted; empty where no such thing is found
    public record Standing(Mute mute, MuteState state, Optional<Finding> finding) {}

    /// Findings as this person hears of them. What a project has muted already stays as it is.
    List<Finding> hear(List<Finding> found, Instant now) {
        if (mutes.isEmpty()) return found;
        return found.stream().map(finding -> hear(finding, found, now)).toList();
    }

    private Finding hear(Finding finding, List<Finding> found, Instant now) {
        if (finding.isMuted() || !MuteState.isMutable(finding)) return finding;
        List<Mute> about = mutes.stream()
                .filter(mute -> mute.check().equals(finding.check().id()))
                .filter(mute -> MuteState.isAbout(mute, finding, found))
                .toList();
        List<Word> words = new ArrayList<>();
        List<Evidence> overtaken = new ArrayList<>();
        for (Mute mute : about) {
            MuteState state = MuteState.of(mute, Optional.of(finding), now);
            if (state == MuteState.ACTIVE) words.add(word(mute));
            else overtaken.add(evidence(mute, state));
        }
        return words.isEmpty() ? finding.with(overtaken.toArray(Evidence[]::new)) : finding.muted(words);
    }

    private static Word word(Mute mute) {
        return new Word(
                new By.Person(mute.at()),
                mute.reason(),
                mute.until(),
                mute.value().isPresent());
    }

    /// Why it speaks again.
    private Evidence evidence(Mute mute, MuteState state) {
        String what = switch (state) {
            case EXPIRED -> mute.until().map(Object::toString).orElse("") + ": " + mute.reason();
            case CHANGED -> mute.value().orElse(mute.reason());
            case WORSE -> mute.reason();
            case ACTIVE, IDLE -> throw new IllegalStateException(state + " is not overtaken");
        };
        boolean sentence = state == MuteState.CHANGED && mute.value().isEmpty();
        return Evidence.of(
                EVIDENCE + (sentence ? "SENTENCE" : state), what, new Source(Source.Kind.FILE, file, mute.at()));
    }

    /// The same findings where these mutes hold instead of those that held when they were made.
    static List<Finding> hearAgain(List<Finding> findings, MachineMutes mutes, Instant now) {
        List<Finding> plain = findings.stream().map(MachineMutes::plain).toList();
        var byCheck = plain.stream()
                .collect(Collectors.groupingBy(finding -> finding.check().id()));
        return plain.stream()
                .map(finding ->
                        mutes.hear(finding, byCheck.getOrDefault(finding.check().id(), List.of()), now))
                .toList();
    }

    private static Finding plain(Finding finding) {
        Finding heard = finding.muted().filter(Muted::isByPerson).isPresent() ? finding.unmuted() : finding;
        return heard.evidenced(heard.evidence().stream()
                .filter(evidence -> !evidence.what().key().startsWith(EVIDENCE))
                .toList());
    }

    /// How each mute stands to what an examination found.
    public List<Standing> standings(List<Finding> findings, Instant now) {
        List<Finding> plain = findings.stream().map(MachineMutes::plain).toList();
        return mutes.stream()
                .map(mute -> {
                    Optional<Finding> finding = MuteState.meant(mute, plain).stream()
                            .filter(MuteState::isMutable)
                            .findFirst()
                            .map(Finding::unmuted);
                    return new Standing(mute, MuteState.of(mute, finding, now), finding);
                })
                .toList();
    }
}
