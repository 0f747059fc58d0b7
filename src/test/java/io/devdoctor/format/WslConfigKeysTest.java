package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WslConfigKeysTest {
    @Test
    void everyDefaultIsValidForItsKey() {
        for (WslConfigFile file : WslConfigFile.values()) {
            assertThat(WslConfigKeys.of(file)).allSatisfy(key -> {
                assertThat(WslConfigKeys.find(file, key.section(), key.name())).contains(key);
                assertThat(key.defaultValue().isEmpty() || validDefault(key))
                        .as(key.fullName())
                        .isTrue();
            });
        }
    }

    private static boolean validDefault(WslConfigKey key) {
        return switch (key.type()) {
            case BOOL -> WslValue.bool(key.defaultValue()).isPresent();
            case CHOICE -> key.allowed().contains(key.defaultValue());
            // Two defaults depend on the machine.
            case INT ->
                WslValue.integer(key.defaultValue()).isPresent() || key.name().equals("processors");
            case SIZE -> key.defaultValue().contains("%") || WslSize.parse(key.defaultValue()) instanceof WslSize.Bytes;
            case STRING, PATH, LIST, MAC -> true;
        };
    }

    @Test
    void findsMovedKeysUnderTheirOldName() {
        assertThat(WslConfigKeys.find(WslConfigFile.WSLCONFIG, "Experimental", "AUTOPROXY"))
                .map(WslConfigKey::fullName)
                .contains("wsl2.autoProxy");
        assertThat(WslConfigKeys.find(WslConfigFile.WSL_CONF, "boot", "systemd"))
                .isPresent();
        assertThat(WslConfigKeys.find(WslConfigFile.WSL_CONF, "wsl2", "memory")).isEmpty();
    }
}
