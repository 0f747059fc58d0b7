package io.devdoctor.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether two findings say the same. Pseudonyms have other numbers in every document and are no difference; where only
/// one side has them they stand for anything. Where the two speak different languages the raw values decide.
record Wordings(Diagnosis before, Diagnosis after) {
    /// A title with more says nothing that could be held against another.
    private static final int FEW = 4;

    boolean same(Diagnosis.Item then, Diagnosis.Item now) {
        if (before.language() == after.language()) return same(then.title(), now.title());
        List<String> old = then.evidence().stream().map(Diagnosis.Proof::value).toList();
        List<String> young = now.evidence().stream().map(Diagnosis.Proof::value).toList();
        if (isProved(before) != isProved(after)) return true;
        if (old.size() != young.size()) return false;
        for (int i = 0; i < old.size(); i++) if (!same(old.get(i), young.get(i))) return false;
        return true;
    }

    private static boolean isProved(Diagnosis diagnosis) {
        return !diagnosis.leftOut().contains(Section.EVIDENCE);
    }

    private boolean same(String then, String now) {
        if (before.redacted() == after.redacted()) return plain(then).equals(plain(now));
        return before.redacted() ? matches(then, now) : matches(now, then);
    }

    private static String plain(String text) {
        return Matching.PSEUDONYM.matcher(text).replaceAll("$1-#");
    }

    private static boolean matches(String pseudonymous, String plain) {
        StringBuilder pattern = new StringBuilder();
        Matcher pseudonyms = Matching.PSEUDONYM.matcher(pseudonymous);
        int end = 0;
        int count = 0;
        while (pseudonyms.find()) {
            pattern.append(Pattern.quote(pseudonymous.substring(end, pseudonyms.start())))
                    .append(".+");
            end = pseudonyms.end();
            count++;
        }
        pattern.append(Pattern.quote(pseudonymous.substring(end)));
        return count > FEW
                || Pattern.compile(pattern.toString(), Pattern.DOTALL)
                        .matcher(plain)
                        .matches();
    }
}
