package io.devdoctor.probe;

import io.devdoctor.format.manifest.Manifest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What is done with a file of a project, judged by its name alone.
enum ProjectFileKind {
    /// Its content decides something: the bytes are kept.
    KEPT,
    /// A Go file: what it imports and names is kept.
    GO,
    /// Its bytes are counted, and kept where there is something to mend.
    COUNTED,
    /// An image, an archive, a program: not opened.
    PASSED;

    private static final Set<String> PASSED_ENDINGS = Set.of(
            ("7z a avi avif bin bmp bz2 class db dll dmg doc docx dylib eot exe flac gif gz ico icns img iso jar jpeg"
                + " jpg lib lz4 mkv mov mp3 mp4 msi nupkg o obj ogg otf parquet pdb pdf png ppt pptx psd pyc rar so"
                + " sqlite sqlite3 tar tgz tif tiff ttf vhd vhdx war wasm wav webm webp whl woff woff2 xls xlsx xz zip"
                + " zst log map min.js min.css lock sum")
                    .split(" "));
    private static final Set<String> KEPT_ENDINGS = Set.of(
            "sh bash envsh ash dockerfile containerfile dockerignore mk bat cmd ps1 crt pem cer key cnf mod work hcl"
                    .split(" "));
    private static final Set<String> KEPT_NAMES = Set.of(
            ".dockerignore",
            ".gitignore",
            ".gitattributes",
            ".gitmodules",
            ".editorconfig",
            ".devdoctor.yml",
            ".devdoctor.yaml",
            ".npmrc",
            ".netrc",
            "id_rsa",
            "id_ed25519",
            ".air.toml",
            "air.toml",
            "makefile",
            "justfile",
            "procfile",
            "crontab",
            "gradlew",
            "mvnw",
            "nodemon.json",
            "package.json",
            "tsconfig.json",
            "jenkinsfile",
            ".gitlab-ci.yml",
            "appsettings.json",
            "redis.conf",
            "nginx.conf",
            "supervisord.conf",
            "prometheus.yml");
    private static final Pattern KEPT_PATTERN = Pattern.compile("(?:docker|container)file(?:[.-].*)?"
            + "|(?:docker-)?compose[^/]*\\.ya?ml"
            + "|.*\\.env(?:\\..*)?"
            + "|docker-bake.*\\.(?:hcl|json)"
            + "|taskfile\\.ya?ml"
            + "|(?:vite|next|webpack|nuxt|rollup)\\.config\\.[a-z]+");

    static ProjectFileKind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("go")) return GO;
        boolean kept = KEPT_NAMES.contains(name)
                || name.contains(".") && KEPT_ENDINGS.contains(ending)
                || KEPT_PATTERN.matcher(name).matches()
                || path.startsWith(".github/workflows/")
                || Manifest.isManifest(name);
        if (kept) return KEPT;
        boolean passed = name.contains(".") && PASSED_ENDINGS.contains(ending)
                || name.endsWith(".min.js")
                || name.endsWith(".min.css");
        return passed ? PASSED : COUNTED;
    }
}
