package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What package managers are told. Their schemas say which members must be there.
class ManifestsTest {
    private static final String SUM = "ab".repeat(32);
    private static final Release RELEASE = new Release("1.2.3", "x64", "https://code.example/Some-Owner/devdoctor");

    @Test
    @SuppressWarnings("unchecked")
    void wingetHasWhatItsSchemasRequire() {
        Map<String, String> files = new Winget(RELEASE).files("devdoctor-1.2.3-windows-x64.msi", SUM);
        assertThat(files).hasSize(4);
        files.forEach((name, text) -> {
            Map<String, Object> manifest =
                    (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
            assertThat(name).startsWith("Some-Owner.DevDoctor.");
            assertThat(manifest)
                    .containsEntry("PackageIdentifier", "Some-Owner.DevDoctor")
                    .containsEntry("PackageVersion", "1.2.3")
                    .containsEntry("ManifestVersion", "1.10.0")
                    .containsKey("ManifestType");
            assertThat(String.valueOf(manifest.getOrDefault("ShortDescription", "")))
                    .hasSizeBetween(0, 256);
        });
        assertThat(files.get("Some-Owner.DevDoctor.installer.yaml"))
                .contains("InstallerUrl: https://code.example/Some-Owner/devdoctor/releases/download/v1.2.3/"
                        + "devdoctor-1.2.3-windows-x64.msi")
                .contains("InstallerSha256: " + SUM.toUpperCase(Locale.ROOT))
                .contains("UpgradeCode: '{" + WindowsInstaller.UPGRADE_CODE + "}'")
                .doesNotContain("Scope:");
        assertThat(files.get("Some-Owner.DevDoctor.locale.en-US.yaml"))
                .contains("PackageLocale: ", "Publisher: ", "PackageName: ", "License: ", "ShortDescription: ");
    }

    @Test
    void scoopNamesTheZipAndHowToFindTheNext() {
        JsonNode manifest = new JsonMapper().readTree(new Scoop(RELEASE).text("devdoctor-1.2.3-windows-x64.zip", SUM));
        assertThat(manifest.propertyNames()).contains("version", "homepage", "license", "architecture", "bin");
        assertThat(manifest.at("/architecture/64bit/hash").asString()).isEqualTo(SUM);
        assertThat(manifest.at("/autoupdate/architecture/64bit/url").asString())
                .endsWith("/releases/download/v$version/devdoctor-$version-windows-x64.zip");
    }

    @Test
    void versionsAreProductsOfTheirOwnAndTheSameInEachBuild() {
        assertThat(WindowsInstaller.productCode("1.2.3"))
                .isEqualTo(WindowsInstaller.productCode("1.2.3"))
                .isNotEqualTo(WindowsInstaller.productCode("1.2.4"))
                .matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.2.3-SNAPSHOT", "1.2.3.4", "1.2.100000"})
    void refusesVersionsThatWindowsInstallerCannotCompare(String version) {
        assertThatThrownBy(() -> new Release(version, "x64", "")).hasMessageContaining(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/b/c", "https://a.example/b/c/", "https://a.example/b c"})
    void refusesAddressesThatLinksCannotBeMadeOf(String address) {
        assertThatThrownBy(() -> new Release("1.2.3", "x64", address)).hasMessageContaining("project.address");
    }
}
