package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.installer.LaunchOptions.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchersTest {
    private static final Path TEMPLATES = Path.of("installer/image");

    private static Scripts scripts(Platform platform) {
        return new Scripts(platform, new LaunchOptions(platform, "devdoctor-1.2.3-abc.aot"), TEMPLATES);
    }

    @Test
    void windowsScriptQuotesItsFolderAndPassesEverything() throws IOException {
        String script = scripts(Platform.WINDOWS).text(Files.readString(TEMPLATES.resolve("devdoctor.cmd")));
        assertThat(script)
                .contains("\"-XX:AOTCache=%DEVDOCTOR_DIR%\\app\\devdoctor-1.2.3-abc.aot\" ^\r\n")
                .contains("\"-Djava.library.path=%DEVDOCTOR_DIR%\\runtime\\bin\"")
                .contains(" -m io.devdoctor/io.devdoctor.Main %*\r\n")
                .doesNotContain("@OPTIONS@", "@MAIN@", "{app}")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void linuxScriptQuotesItsFolderAndPassesEverything() throws IOException {
        String script = scripts(Platform.LINUX).text(Files.readString(TEMPLATES.resolve("devdoctor")));
        assertThat(script)
                .contains("\"-XX:AOTCache=$home/lib/app/devdoctor-1.2.3-abc.aot\" \\\n")
                .contains("-m io.devdoctor/io.devdoctor.Main \"$@\"")
                .doesNotContain("@OPTIONS@", "{app}", "\r");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void trainingAndStartAgreeInAllThatTheCacheDependsOn(Platform platform) {
        LaunchOptions options = new LaunchOptions(platform, "x.aot");
        Places places = new Places("A", "L");
        assertThat(options.training(places)).anyMatch(each -> each.startsWith("-XX:AOTCacheOutput="));
        assertThat(withoutCache(options.start(places))).isEqualTo(withoutCache(options.training(places)));
    }

    private static List<String> withoutCache(List<String> options) {
        return options.stream()
                .filter(each -> !each.contains("AOTCache") && !each.startsWith("-Xlog"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void noTwoLaunchersDifferInCaseAlone(Platform platform) {
        Path image = Path.of("image");
        Path script = image.resolve("bin").resolve(scripts(platform).name());
        List<String> paths = List.of(
                platform.launcher(image, platform.window()).toString().toLowerCase(Locale.ROOT),
                platform.launcher(image, Platform.CONSOLE).toString().toLowerCase(Locale.ROOT),
                script.toString().toLowerCase(Locale.ROOT));
        assertThat(paths).doesNotHaveDuplicates();
    }

    @Test
    void launchersOfWindowsDoNotStartThemselvesOnceMore() {
        assertThat(AppImage.withoutRestart("[Application]\r\napp.mainmodule=x\r\n"))
                .startsWith("[Application]\r\nwin.norestart=true\n")
                .contains("app.mainmodule=x");
    }
}
