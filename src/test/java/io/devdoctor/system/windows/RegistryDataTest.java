package io.devdoctor.system.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.RegistryValue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs store what they like: Windows checks neither the terminator nor the length of a value.
class RegistryDataTest {
    private static final int REG_SZ = 1;
    private static final int REG_EXPAND_SZ = 2;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;

    @ParameterizedTest
    @ValueSource(strings = {"Ubuntu", "Ubuntu\0", "Ubuntu\0\0", "Ubuntu\0rubbish"})
    void aTextEndsWithOrWithoutTerminator(String stored) {
        byte[] bytes = stored.getBytes(UTF_16LE);
        assertThat(RegistryData.decode(REG_SZ, bytes)).isEqualTo(new RegistryValue.Text("Ubuntu"));
        assertThat(RegistryData.decode(REG_EXPAND_SZ, bytes)).isEqualTo(new RegistryValue.ExpandText("Ubuntu"));
    }

    @Test
    void halfALetterAtTheEndIsNoLetter() {
        byte[] bytes = "Ubuntu".getBytes(UTF_16LE);
        assertThat(RegistryData.decode(REG_SZ, Arrays.copyOf(bytes, bytes.length - 1)))
                .isEqualTo(new RegistryValue.Text("Ubunt"));
        assertThat(RegistryData.decode(REG_SZ, new byte[0])).isEqualTo(new RegistryValue.Text(""));
    }

    @Test
    void aListEndsWithOrWithoutTerminators() {
        for (String stored : new String[] {"a\0b", "a\0b\0", "a\0b\0\0"}) {
            assertThat(RegistryData.decode(REG_MULTI_SZ, stored.getBytes(UTF_16LE)))
                    .isEqualTo(new RegistryValue.MultiText(java.util.List.of("a", "b")));
        }
    }

    @Test
    void aNumberOfAnotherLengthIsNoNumber() {
        assertThat(RegistryData.decode(REG_DWORD, new byte[] {1, 0}).typeName()).isEqualTo("REG_TYPE_4");
    }
}
