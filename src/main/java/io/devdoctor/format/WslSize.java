package io.devdoctor.format;

/// A size as WSL reads it: unsigned decimal integer and an optional unit `B K KB M MB G GB T TB`, capitals only, no
/// blank, no decimals, factor 1024; without unit it counts bytes. Source: ParseMemorySize in microsoft/WSL.
public sealed interface WslSize {
    record Bytes(long count) implements WslSize {
        /// 0 stands for WSL's own default where the key has one.
        public boolean isDefault() {
            return count == 0;
        }
    }

    /// WSL keeps its default. `suggestion` is the nearest right spelling, empty when there is none.
    record Invalid(String text, Reason reason, String suggestion) implements WslSize {}

    enum Reason {
        EMPTY,
        NOT_A_NUMBER,
        /// `8gb`, `8Gb`
        LOWER_CASE_UNIT,
        /// `8 GB`
        BLANK_BEFORE_UNIT,
        /// `1.5GB`
        DECIMALS,
        /// `8GiB`, `80%`
        UNKNOWN_UNIT,
        /// More than 2^63 - 1 bytes.
        TOO_LARGE
    }

    static WslSize parse(String text) {
        return WslSizeParser.parse(text);
    }
}
