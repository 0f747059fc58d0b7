package io.devdoctor.text;

import java.util.Locale;

/// The languages DevDoctor speaks.
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /// The language for a BCP 47 tag: Chinese for every `zh…`, else English.
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? CHINESE : ENGLISH;
    }
}
