package io.devdoctor.report;

import java.util.List;

/// Whether two findings say the same. Pseudonyms have other numbers in every document and are no difference; where the
/// two speak different languages the raw values decide.
record Wordings(boolean oneLanguage) {
    boolean same(Diagnosis.Item before, Diagnosis.Item after) {
        return oneLanguage
                ? plain(before.title()).equals(plain(after.title()))
                : values(before).equals(values(after));
    }

    private static List<String> values(Diagnosis.Item item) {
        return item.evidence().stream().map(proof -> plain(proof.value())).toList();
    }

    private static String plain(String text) {
        return Matching.PSEUDONYM.matcher(text).replaceAll("$1-#");
    }
}
