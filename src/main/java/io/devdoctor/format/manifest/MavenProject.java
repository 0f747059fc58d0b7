package io.devdoctor.format.manifest;

import io.devdoctor.format.manifest.Dependency.Grammar;
import io.devdoctor.format.manifest.Manifest.Property;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Dependencies and properties of a pom.xml. Nothing outside the file is ever fetched.
final class MavenProject {
    private static final Set<String> HOLDERS = Set.of("dependency", "plugin", "parent");
    private final List<Dependency> dependencies = new ArrayList<>();
    private final Map<String, Property> properties = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Map<String, Property>> holders = new ArrayDeque<>();

    private MavenProject() {}

    /// @throws IllegalArgumentException if this is no XML
    static Manifest read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        MavenProject project = new MavenProject();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) project.take(reader);
        } catch (XMLStreamException e) {
            Location place = e.getLocation();
            throw new IllegalArgumentException(place == null ? "no XML" : "no XML, line " + place.getLineNumber(), e);
        }
        return new Manifest(project.dependencies, project.properties, Optional.empty());
    }

    private void take(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamReader.START_ELEMENT -> {
                path.push(reader.getLocalName());
                if (HOLDERS.contains(reader.getLocalName())) holders.push(new HashMap<>());
            }
            case XMLStreamReader.CHARACTERS ->
                text(reader.getText(), reader.getLocation().getLineNumber());
            case XMLStreamReader.END_ELEMENT -> {
                String ended = path.pop();
                if (HOLDERS.contains(ended)) ended(holders.pop());
            }
            default -> {}
        }
    }

    private void text(String text, int endLine) {
        if (text.isBlank() || path.size() < 2) return;
        String element = path.peek();
        String parent = path.stream().skip(1).findFirst().orElse("");
        // The reader stands behind the text.
        int line = endLine
                - (int) text.stripLeading().chars().filter(each -> each == '\n').count();
        Property property = new Property(text.strip(), line);
        if (parent.equals("properties")) properties.putIfAbsent(element, property);
        if (HOLDERS.contains(parent) && !holders.isEmpty()) holders.peek().put(element, property);
    }

    private void ended(Map<String, Property> holder) {
        Property artifact = holder.get("artifactId");
        Property group = holder.get("groupId");
        if (artifact == null || group == null) return;
        Property version = holder.get("version");
        dependencies.add(new Dependency(
                group.value() + ":" + artifact.value(),
                version == null ? "" : version.value(),
                Grammar.EXACT,
                version == null ? artifact.line() : version.line(),
                false));
    }
}
