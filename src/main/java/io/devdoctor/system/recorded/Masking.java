package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.privacy.Masked;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.system.ContainerText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Masks everything on its way into a recording and counts what it masked.
final class Masking {
    private static final String MASK = "****";
    /// The one variable of a container that a check looks at, if it is what it should be.
    private static final Pattern TIME_ZONE = Pattern.compile("TZ=:?[A-Za-z][A-Za-z0-9_+/:.,-]{0,40}");
    /// Where a file of YAML would read the mask as the name of an anchor; not behind a quote, where JSON has its texts.
    private static final Pattern ALIAS =
            Pattern.compile("(?m)^([^\"'\\r\\n]{0,200}(?:[:,-][ \\t]+|\\[[ \\t]*))\\*{4}(?=[ \\t]*(?:[,}\\]#]|\\r?$))");

    private final Encodings encodings;
    private final AtomicInteger count = new AtomicInteger();
    /// Variables of containers that were inspected: their programs may repeat them elsewhere.
    private final Set<String> variables = ConcurrentHashMap.newKeySet();

    Masking(Encodings encodings) {
        this.encodings = encodings;
    }

    int count() {
        return count.get();
    }

    String text(String text) {
        return counted(Secrets.mask(text));
    }

    /// The value of a named thing: a variable, a registry value, a header.
    String value(String name, String value) {
        return counted(Secrets.maskValue(name, value));
    }

    /// The value of a variable of the environment; one that no examination looks at goes as a whole.
    String variable(String name, String value) {
        if (Variables.isKept(name) || value.isEmpty()) return value(name, value);
        count.incrementAndGet();
        return MASK;
    }

    private String counted(Masked masked) {
        count.addAndGet(masked.count());
        return masked.text();
    }

    /// Bytes as text and charset, or base64 where no charset carries them exactly.
    ///
    /// @param text, base64, charset names of the members to write
    void content(ObjectNode to, Bytes bytes, String text, String base64, String charset) {
        Optional<Encodings.Decoded> decoded = encodings.decode(bytes.toArray());
        if (decoded.isPresent()) {
            to.put(text, ALIAS.matcher(text(decoded.get().text())).replaceAll("$1\"" + MASK + "\""));
            if (!decoded.get().charset().equals(StandardCharsets.UTF_8)) {
                to.put(charset, decoded.get().charset().name());
            }
        } else {
            to.put(
                    base64,
                    java.util.Base64.getEncoder().encodeToString(bytes(bytes).toArray()));
        }
    }

    /// Masks what can be seen in bytes of no known encoding. Where a secret shows only between NULs, nothing is kept.
    Bytes bytes(Bytes bytes) {
        byte[] raw = bytes.toArray();
        if (Secrets.mask(new String(raw, StandardCharsets.ISO_8859_1).replace("\0", ""))
                        .count()
                > Secrets.mask(new String(raw, StandardCharsets.ISO_8859_1)).count()) {
            count.incrementAndGet();
            return Bytes.EMPTY;
        }
        return Bytes.of(text(new String(raw, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
    }

    /// As [#bytes], of a value that tells the lengths of its texts: the secret is starred out, and nothing moves. Where
    /// the secrets are not one behind the other, what stands between them goes as well.
    Bytes sameLength(Bytes bytes) {
        String before = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
        String after = new String(bytes(bytes).toArray(), StandardCharsets.ISO_8859_1);
        if (after.equals(before)) return bytes;
        int first = 0;
        while (first < after.length() && first < before.length() && before.charAt(first) == after.charAt(first))
            first++;
        int behind = 0;
        while (behind < Math.min(before.length(), after.length()) - first
                && before.charAt(before.length() - 1 - behind) == after.charAt(after.length() - 1 - behind)) behind++;
        String starred = before.substring(0, first)
                + "*".repeat(before.length() - first - behind)
                + before.substring(before.length() - behind);
        return Bytes.of(starred.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A body of the engine: values of containers' variables go as a whole, then whatever else reads as a secret.
    void body(ObjectNode to, Bytes bytes) {
        Optional<JsonNode> json = json(bytes);
        if (json.isEmpty()) {
            content(to, bytes, "body", "bodyBase64", "charset");
            return;
        }
        hideVariables(json.get());
        String masked = text(seen().masked(json.get().toString()));
        to.set(
                "body",
                json(masked.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(() -> Documents.MAPPER.getNodeFactory().stringNode(masked)));
    }

    /// The end of a container's log, whose frames must fit what is left of it.
    void log(ObjectNode to, Bytes bytes) {
        Bytes masked = seen().masked(bytes);
        if (!masked.equals(bytes)) count.incrementAndGet();
        to.put("bodyBase64", java.util.Base64.getEncoder().encodeToString(masked.toArray()));
    }

    private ContainerText seen() {
        return ContainerText.of(List.copyOf(variables), List.of());
    }

    private static Optional<JsonNode> json(Bytes bytes) {
        return json(bytes.toArray());
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            JsonNode node = Documents.MAPPER.readTree(bytes);
            return node != null && (node.isObject() || node.isArray()) ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void hideVariables(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("Env") instanceof ArrayNode env) {
            for (int i = 0; i < env.size(); i++) {
                String variable = env.get(i).asString("");
                int equals = variable.indexOf('=');
                if (equals > 0
                        && equals + 1 < variable.length()
                        && !TIME_ZONE.matcher(variable).matches()) {
                    variables.add(variable);
                    env.set(i, Documents.MAPPER.getNodeFactory().stringNode(variable.substring(0, equals + 1) + MASK));
                    count.incrementAndGet();
                }
            }
        }
        for (JsonNode child : node) hideVariables(child);
    }
}
