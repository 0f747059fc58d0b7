package io.devdoctor.report;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schemas that documents are held to.
final class Schemas {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Schemas() {}

    /// Schema 1 of the report, as it is published.
    static ObjectNode report() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(Path.of("docs/schema/report-1.schema.json")));
    }

    /// What is wrong with a report; a member that the schema does not describe counts as wrong.
    static List<String> report(String json) throws IOException {
        ObjectNode strict = report();
        close(strict);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return errors(registry.getSchema(strict), json);
    }

    static List<String> sarif(String json) throws IOException {
        try (InputStream schema = Schemas.class.getResourceAsStream("/schemas/sarif-2.1.0-rtm.5.json")) {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);
            return errors(registry.getSchema(JSON.readTree(schema)), json);
        }
    }

    /// @throws org.xml.sax.SAXException if the document is not what build servers expect
    static void junit(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Schemas.class.getResource("/schemas/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> errors(Schema schema, String json) {
        return schema
                .validate(
                        JSON.readTree(json),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static void close(@Nullable JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.get("properties") instanceof ObjectNode
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (schema != null) schema.values().forEach(Schemas::close);
    }
}
