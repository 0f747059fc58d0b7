package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The manifest of the portable zip for a bucket of Scoop. Settings and journal lie in the person's own folder and need
/// no `persist`.
record Scoop(Release release) {

    void write(Path file, String zip, String sha256) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(zip, sha256));
    }

    String text(String zip, String sha256) {
        String any = release.address() + "/releases/download/v$version/" + zip.replace(release.version(), "$version");
        return """
            {
                "version": "%s",
                "description": "%s.",
                "homepage": "%s",
                "license": "Apache-2.0",
                "architecture": {
                    "64bit": {
                        "url": "%s",
                        "hash": "%s"
                    }
                },
                "extract_dir": "DevDoctor",
                "bin": [
                    [
                        "devdoctor-cli.exe",
                        "devdoctor"
                    ]
                ],
                "shortcuts": [
                    [
                        "DevDoctor.exe",
                        "DevDoctor"
                    ]
                ],
                "checkver": {
                    "github": "%s"
                },
                "autoupdate": {
                    "architecture": {
                        "64bit": {
                            "url": "%s"
                        }
                    },
                    "hash": {
                        "url": "$baseurl/SHA256SUMS"
                    }
                }
            }
            """.formatted(
                        release.version(),
                        AppImage.DESCRIPTION,
                        release.address(),
                        release.download(zip),
                        sha256,
                        release.address(),
                        any);
    }
}
