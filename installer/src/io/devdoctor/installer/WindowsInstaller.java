package io.devdoctor.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// The MSI, by WiX, which runs on Windows only.
// unverified on Windows: all of it.
record WindowsInstaller(Release release, Path project) {
    /// Never changes.
    static final String UPGRADE_CODE = "6E0F5D4C-7B1A-4D0E-9A63-2F8C1B5E7D40";

    private static final String WIX = "5.";
    private static final String EXTENSION = "WixToolset.UI.wixext";

    /// Each version is a product of its own, the same in each build of it.
    static String productCode(String version) {
        byte[] name = ("DevDoctor " + version).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT);
    }

    /// @return the MSI
    Path build(Path image, Path work, Path target) throws IOException {
        Path wix = Path.of("wix");
        String version =
                Jdk.run(wix, List.of("--version"), Map.of(), work).orFail("wix").output();
        if (!version.startsWith(WIX)) {
            throw new IllegalStateException("WiX 5 is needed, not " + version.strip() + ": see installer/README.md.");
        }
        Path license = work.resolve("license.rtf");
        Files.writeString(
                license, RichText.of(Files.readString(project.resolve("LICENSE"))), StandardCharsets.US_ASCII);
        Jdk.run(wix, arguments(image, license, target), Map.of(), work).orFail("wix build");
        return target;
    }

    List<String> arguments(Path image, Path license, Path target) {
        Map<String, String> variables = Map.of(
                "Version", release.version(),
                "ProductCode", productCode(release.version()),
                "UpgradeCode", UPGRADE_CODE,
                "Address", release.address(),
                "Description", AppImage.DESCRIPTION,
                "Icons", project.resolve("icons").toString(),
                "License", license.toString(),
                "Image", image.toString());
        List<String> line = new ArrayList<>(List.of("build", "-arch", release.architecture(), "-ext", EXTENSION));
        variables.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            line.add("-d");
            line.add(each.getKey() + "=" + each.getValue());
        });
        line.addAll(List.of("-pdbtype", "none", "-out", target.toString()));
        line.add(project.resolve("installer/windows/devdoctor.wxs").toString());
        return line;
    }
}
