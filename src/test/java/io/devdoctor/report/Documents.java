package io.devdoctor.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Documents as their readers get them.
final class Documents {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern OWN_LINK =
            Pattern.compile("\\[(`[a-z.0-9-]+`)]\\(https://[a-z.]+/[a-zA-Z0-9/_.#-]*\\)");

    private Documents() {}

    static String write(ExaminationResult result, ReportFormat format, Language language, boolean redacted) {
        return new String(
                Reports.write(result, format, new ReportOptions(language, redacted, SHANGHAI, "1.2.3")), UTF_8);
    }

    static String html(ExaminationResult result) {
        return write(result, ReportFormat.HTML, Language.ENGLISH, true);
    }

    static String markdown(ExaminationResult result) {
        return write(result, ReportFormat.MARKDOWN, Language.ENGLISH, true);
    }

    static JsonNode json(ExaminationResult result) {
        return JsonMapper.shared().readTree(write(result, ReportFormat.JSON, Language.ENGLISH, true));
    }

    static ExaminationResult sample(String name) throws RecordingException {
        return new Examination(Samples.open(name), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    /// The page as an XML parser reads it: stricter than any browser.
    static Document parse(String html) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
    }

    static List<Element> elements(Document page, String tag) {
        return elements(page.getDocumentElement(), tag);
    }

    static List<Element> elements(Element above, String tag) {
        NodeList nodes = above.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
        return elements;
    }

    /// Ids of checks lead to their documentation; everything else must not be a link.
    static String withoutOwnLinks(String markdown) {
        return OWN_LINK.matcher(markdown).replaceAll("$1");
    }

    /// What stands outside of code, where addresses and names become links.
    static String outsideCode(String markdown) {
        return outsideFences(markdown).replaceAll("(?<!`)(`+)(?!`)[^\\n]*?(?<!`)\\1(?!`)", "");
    }

    /// What stands outside of fenced blocks, where Markdown is read.
    static String outsideFences(String markdown) {
        StringBuilder outside = new StringBuilder();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            String ticks = line.replaceFirst("^(`{3,}).*$", "$1");
            boolean marks = line.startsWith("```");
            if (fence.isEmpty() && marks) {
                fence = ticks;
            } else if (!fence.isEmpty() && line.equals(fence)) {
                fence = "";
            } else if (fence.isEmpty()) {
                outside.append(line).append('\n');
            }
        }
        if (!fence.isEmpty()) throw new AssertionError("a fence stays open");
        return outside.toString();
    }
}
