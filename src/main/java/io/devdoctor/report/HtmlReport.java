package io.devdoctor.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One self-contained HTML file: no script, nothing from the network, light and dark, prints on A4. Written so that an
/// XML parser reads it too.
final class HtmlReport {
    private static final String TEMPLATES = "io.devdoctor.report.templates";

    private HtmlReport() {}

    static byte[] write(List<Diagnosis> languages, ReportOptions options) {
        // The thread's class loader is not ours everywhere (window, virtual threads of a test).
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        TemplateOutput output = new StringOutput();
        List<Page> pages = languages.stream()
                .map(diagnosis -> new Page(diagnosis, options.zone(), diagnosis == languages.getFirst()))
                .toList();
        engine.render("report.jte", pages, output);
        return (output.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
