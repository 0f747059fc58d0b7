package io.devdoctor.report;

/// The formats of an exported diagnosis.
public enum ReportFormat {
    HTML("html", "text/html"),
    MARKDOWN("md", "text/markdown"),
    JSON("json", "application/json"),
    /// SARIF 2.1.0, for code hosts.
    SARIF("sarif", "application/sarif+json"),
    /// JUnit's XML, for build servers.
    JUNIT("xml", "application/xml");

    private final String extension;
    private final String mediaType;

    ReportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// Without a dot; also the name on the command line.
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
