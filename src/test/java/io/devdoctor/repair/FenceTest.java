package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Platform;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {
    private static final Platform WINDOWS =
            new Platform(Platform.Family.WINDOWS, "10.0", "zh-CN", 936, 936, "UTC", "li", "C:\\Users\\li", "PC");

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\li\\.wslconfig, C:\\Users\\li",
        "c:\\users\\LI\\.docker\\config.json, C:\\Users\\li",
        "C:\\Users\\lina\\x, C:\\",
        "C:\\Users\\li\\src\\shop\\a\\b, C:\\Users\\li\\src\\shop",
        "C:/Users/li/src/shop/a, C:\\Users\\li\\src\\shop",
        "C:\\Users\\li\\src\\shop2\\a, C:\\Users\\li",
        "C:\\Users\\li\\src\\shop\\inner\\a, C:\\Users\\li\\src\\shop\\inner",
        "C:\\ProgramData\\Docker\\config\\daemon.json, C:\\",
        "\\\\wsl.localhost\\Ubuntu\\home\\li\\x, \\\\wsl.localhost\\Ubuntu\\"
    })
    void theProjectElseTheHomeElseTheDrive(String path, String within) {
        Fence fence = new Fence(WINDOWS, List.of("C:\\Users\\li\\src\\shop", "C:\\Users\\li\\src\\shop\\inner\\", ""));
        assertThat(fence.around(path)).isIn(within, within + "\\");
    }

    @ParameterizedTest
    @CsvSource({
        "/home/li/.docker/config.json, /home/li",
        "/home/li/shop/compose.yaml, /home/li/shop",
        "/home/LI/x, /",
        "/etc/docker/daemon.json, /"
    })
    void onLinuxNamesHaveTheirCase(String path, String within) {
        assertThat(new Fence(Bench.LINUX, List.of("/home/li/shop")).around(path))
                .isEqualTo(within);
    }
}
