package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.privacy.Identity;
import io.devdoctor.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts stand-ins in place of everything in a recording that tells whose machine it was, so that it still replays: the
/// same name has the same stand-in wherever it stands, paths stay paths and addresses stay in their networks.
final class Disguise {
    private static final JsonNodeFactory JSON = Documents.MAPPER.getNodeFactory();
    private static final Set<String> READABLE = Set.of("REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ");
    /// Members of a repository's configuration that say who somebody is.
    private static final Set<String> PERSON = Set.of("user.name", "author.name", "committer.name", "user.signingkey");

    private static final int LONGEST = 256;
    private static final int HASH_LENGTH = 20;
    private static final Pattern HASH = Pattern.compile("(?<=[\\\\/])[0-9a-f]{" + HASH_LENGTH + "}$");

    private final Pseudonyms pseudonyms;
    /// By the hash after which a file may be named.
    private final Map<String, String> addresses = new HashMap<>();
    private final DisguisedBytes bytes;

    private Disguise(Pseudonyms pseudonyms, DisguisedBytes bytes) {
        this.pseudonyms = pseudonyms;
        this.bytes = bytes;
    }

    /// @param random decides how private addresses are turned
    static ObjectNode of(ObjectNode document, RandomGenerator random) {
        JsonNode os = document.path("os");
        Identity identity = new Identity(
                os.path("user").asString(""),
                os.path("hostName").asString(""),
                os.path("home").asString(""));
        Pseudonyms pseudonyms = Pseudonyms.wellFormed(identity, random);
        Disguise disguise = new Disguise(pseudonyms, new DisguisedBytes(pseudonyms, identity));
        disguise.learn(document);
        disguise.certificates(document.path("network"));
        ObjectNode disguised = disguise.object(document);
        disguise.person((ObjectNode) disguised.path("os"), identity);
        return disguised;
    }

    /// A host may stand in a path before a later text tells that it is a registry.
    private void learn(JsonNode node) {
        if (node.isString()) {
            pseudonyms.learn(node.asString());
            if (node.asString().contains("://") && node.asString().length() < LONGEST)
                addresses.put(hash(node.asString()), node.asString());
        }
        for (JsonNode child : node) learn(child);
    }

    /// A subject that signed another certificate is an issuer, and the issuer's name is shown.
    private void certificates(JsonNode network) {
        Set<String> subjects = new HashSet<>();
        Set<String> issuers = new HashSet<>();
        for (String kind : List.of("http", "tls")) {
            for (JsonNode entry : network.path(kind)) {
                JsonNode chain = entry.path("certificates");
                for (int i = 0; i < chain.size(); i++) {
                    String subject = chain.get(i).path("subject").asString("");
                    String issuer = chain.get(i).path("issuer").asString("");
                    subjects.add(subject);
                    if (i > 0 || !issuer.equals(subject)) issuers.add(issuer);
                }
            }
        }
        subjects.removeAll(issuers);
        subjects.stream().sorted().forEach(pseudonyms::certificate);
    }

    /// The name itself, even where it is a word that stands for much else elsewhere.
    private void person(ObjectNode os, Identity identity) {
        if (!identity.user().isEmpty()) os.put("user", pseudonyms.user(identity.user()));
        if (!identity.host().isEmpty()) os.put("hostName", pseudonyms.host(identity.host()));
    }

    private JsonNode node(String name, JsonNode node) {
        if (node instanceof ObjectNode object) return object(object);
        if (node instanceof ArrayNode array) return array(array);
        if (!node.isString()) return node;
        String text = node.asString();
        if (name.equals("replyBase64")) return JSON.stringNode(bytes.timeReply(text));
        if (name.equals("base64") || name.endsWith("Base64")) {
            byte[] raw = Base64.getDecoder().decode(text);
            return JSON.stringNode(Base64.getEncoder().encodeToString(bytes.of(raw)));
        }
        if (PERSON.contains(name)) return JSON.stringNode(pseudonyms.user(text));
        return JSON.stringNode(pseudonyms.apply(text));
    }

    private ObjectNode object(ObjectNode object) {
        ObjectNode disguised = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = name(member.getKey());
            if (!disguised.has(name)) disguised.set(name, node(member.getKey(), member.getValue()));
        }
        return disguised;
    }

    /// Docker's command line names files after the hash of an engine's address.
    private String name(String name) {
        Matcher hash = HASH.matcher(name);
        String address = hash.find() ? addresses.get(hash.group()) : null;
        String disguised = pseudonyms.apply(name);
        return address == null ? disguised : disguised.replace(hash.group(), hash(pseudonyms.apply(address)));
    }

    private static String hash(String address) {
        return Bytes.of(address.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, HASH_LENGTH);
    }

    private ArrayNode array(ArrayNode array) {
        ArrayNode disguised = JSON.arrayNode();
        boolean binary = isBinary(array);
        for (JsonNode element : array) {
            if (binary && disguised.size() == 1) {
                byte[] raw = HexFormat.of().parseHex(element.asString());
                disguised.add(HexFormat.of().formatHex(bytes.of(raw)));
            } else {
                disguised.add(node("", element));
            }
        }
        return disguised;
    }

    /// The value of a registry key that stands there in hex.
    private static boolean isBinary(ArrayNode array) {
        return array.size() == 2
                && array.get(0).isString()
                && array.get(0).asString().startsWith("REG_")
                && !READABLE.contains(array.get(0).asString())
                && array.get(1).isString()
                && array.get(1).asString().matches("(?:[0-9a-fA-F]{2})+");
    }
}
