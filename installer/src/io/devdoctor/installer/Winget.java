package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The manifest files that winget's repository of packages wants for the MSI.
record Winget(Release release) {
    private static final String SCHEMA = "1.10.0";

    /// Writes one file for each of [#files].
    void write(Path folder, String msi, String sha256) throws IOException {
        Folders.empty(folder);
        for (Map.Entry<String, String> file : files(msi, sha256).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /// Their texts by name.
    Map<String, String> files(String msi, String sha256) {
        String name = release.packageName();
        Map<String, String> files = new TreeMap<>();
        files.put(name + ".yaml", head("version") + "DefaultLocale: en-US\n" + tail("version"));
        files.put(name + ".installer.yaml", head("installer") + installer(msi, sha256) + tail("installer"));
        files.put(name + ".locale.en-US.yaml", head("defaultLocale") + english() + tail("defaultLocale"));
        files.put(name + ".locale.zh-CN.yaml", head("locale") + chinese() + tail("locale"));
        return files;
    }

    private String head(String type) {
        return """
            # yaml-language-server: $schema=https://aka.ms/winget-manifest.%s.%s.schema.json
            PackageIdentifier: %s
            PackageVersion: %s
            """.formatted(type, SCHEMA, release.packageName(), release.version());
    }

    private static String tail(String type) {
        return "ManifestType: " + type + "\nManifestVersion: " + SCHEMA + "\n";
    }

    /// Without Scope: winget would then ask for upgrades in that scope only.
    private String installer(String msi, String sha256) {
        return """
            Platform:
            - Windows.Desktop
            MinimumOSVersion: 10.0.17763.0
            InstallerType: wix
            InstallModes:
            - interactive
            - silent
            - silentWithProgress
            UpgradeBehavior: install
            Commands:
            - devdoctor
            FileExtensions:
            - devdoctor
            ProductCode: '{%s}'
            AppsAndFeaturesEntries:
            - DisplayName: DevDoctor
              Publisher: DevDoctor
              ProductCode: '{%s}'
              UpgradeCode: '{%s}'
            ElevationRequirement: elevatesSelf
            Installers:
            - Architecture: %s
              InstallerUrl: %s
              InstallerSha256: %s
            """.formatted(
                        WindowsInstaller.productCode(release.version()),
                        WindowsInstaller.productCode(release.version()),
                        WindowsInstaller.UPGRADE_CODE,
                        release.architecture(),
                        release.download(msi),
                        sha256.toUpperCase(Locale.ROOT));
    }

    private String english() {
        return """
            PackageLocale: en-US
            Publisher: %s
            PublisherUrl: %s
            PublisherSupportUrl: %s/issues
            PackageName: DevDoctor
            PackageUrl: %s
            License: Apache-2.0
            LicenseUrl: %s/blob/v%s/LICENSE
            ShortDescription: Says why containers do not build or run on a Windows machine, and repairs it.
            Description: >-
              DevDoctor examines what decides whether containers build and run: Windows, WSL 2, Docker Desktop, clocks,
              drives, network and the project folder. It names the one cause behind many symptoms, shows the proof, and
              repairs it with one click that can be undone.
            Moniker: devdoctor
            Tags:
            - containers
            - diagnostics
            - docker
            - docker-desktop
            - wsl
            - wsl2
            ReleaseNotesUrl: %s/releases/tag/v%s
            """.formatted(
                        release.owner(),
                        release.address(),
                        release.address(),
                        release.address(),
                        release.address(),
                        release.version(),
                        release.address(),
                        release.version());
    }

    private String chinese() {
        return """
            PackageLocale: zh-CN
            Publisher: %s
            PackageName: DevDoctor
            PackageUrl: %s
            License: Apache-2.0
            ShortDescription: 找出 Windows 电脑上容器无法构建或运行的原因，并一键修复。
            Description: >-
              DevDoctor 检查决定容器能否构建和运行的一切：Windows、WSL 2、Docker Desktop、时钟、驱动器、网络和项目文件夹。
              从众多症状中找出同一个根本原因，给出证据，并提供可撤销的一键修复。
            """.formatted(release.owner(), release.address());
    }
}
