package io.devdoctor.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Private registry hosts: learned where a text shows that a host is a registry, then replaced wherever they stand.
final class Registries {
    private static final String HOST = "((?:[A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::\\d{1,5})?)";
    private static final List<Pattern> TELLING = List.of(
            // the registry API
            Pattern.compile("https?://" + HOST + "/v[12](?:/|\\b)"),
            // an image with a tag or digest; a file with a line number is none
            Pattern.compile(
                    "(?<![\\w./@:\\\\-])" + HOST
                            + "/[a-z0-9][a-z0-9._/-]{0,254}(?<!\\.(?:go|js|ts|py|java|rs|c|cc|cpp|h|rb|sh|cs))(?::[A-Za-z0-9_]|@sha256:)"),
            // where only an image can stand
            Pattern.compile("(?:\\bFROM|\\b(?:image|Image|IMAGE)\\\\?[\"']?:|\\bdocker(?:\\.exe)?"
                    + " (?:pull|push|run|tag|login))[ \\t]+\\\\?[\"']?(?:-[^\\s]+ )*"
                    + HOST + "(?=/[a-z0-9])"),
            Pattern.compile("\\bdocker(?:\\.exe)? login (?:[^\\r\\n]{0,200} )?" + HOST + "(?=\\s|$)"));
    private static final Pattern LISTS = Pattern.compile(
            "(?:registry-mirrors|insecure-registries|allow-nondistributable-artifacts|Mirrors|auths|credHelpers|IndexConfigs)\\\\?\"\\s*:\\s*[\\[{]([^\\]}]{0,8000})");
    private static final Pattern LISTED =
            Pattern.compile("\\\\?\"(?:https?://)?" + HOST + "/?[^\"\\\\]{0,200}\\\\?\"\\s*(?=[,:\\]}]|$)");

    /// Endings under which strangers live side by side, such as `com.cn`.
    private static final Pattern SHARED = Pattern.compile("(?:com?|net|org|gov|edu|ac)\\.[a-z]{2}|[a-z]+");

    private final Set<String> known = WordFile.read("known-registries.txt");
    /// Domains of the private registries seen so far: the other hosts there tell as much of who somebody works for.
    private final Map<String, Pattern> domains = new LinkedHashMap<>();

    void learn(String text, Ledger ledger) {
        // Every pattern asks for a slash, a bracket or this word.
        if (text.indexOf('/') < 0 && text.indexOf('[') < 0 && text.indexOf('{') < 0 && !text.contains(" login "))
            return;
        for (Pattern pattern : TELLING) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                declare(matcher.group(1), ledger);
            }
        }
        Matcher lists = LISTS.matcher(text);
        while (lists.find()) {
            LISTED.matcher(lists.group(1))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(host -> declare(host, ledger));
        }
    }

    /// Replaces the other hosts of a domain that has a private registry, and the domain itself as lists of exceptions
    /// name it.
    String applyToNeighbours(String text, Ledger ledger) {
        if (domains.isEmpty()) return text;
        String lower = Clue.lower(text);
        for (Map.Entry<String, Pattern> domain : domains.entrySet()) {
            if (!lower.contains(domain.getKey())) continue;
            domain.getValue()
                    .matcher(lower)
                    .results()
                    .map(MatchResult::group)
                    .filter(host -> !isPublic(host))
                    .forEach(host -> ledger.reserve(Kind.REGISTRY, host, Shapes.host(host)));
        }
        return apply(text, ledger);
    }

    /// Remembers a host of which the caller knows that it is a registry.
    void declare(String host, Ledger ledger) {
        String key = host.toLowerCase(Locale.ROOT);
        String name = key.replaceFirst(":\\d+$", "");
        boolean looksLikeHost = name.indexOf('.') > 0 || !name.equals(key);
        if (looksLikeHost
                && !name.endsWith(".")
                && !name.equals("localhost")
                && !Addresses.isAddress(name)
                && !isPublic(name)) {
            ledger.reserve(Kind.REGISTRY, key, Shapes.host(key));
            String domain = name.substring(name.indexOf('.') + 1);
            boolean account = known.contains("?." + domain);
            if (name.indexOf('.') > 0 && !account && !SHARED.matcher(domain).matches() && !isPublic(domain)) {
                domains.computeIfAbsent(
                        domain,
                        it -> Pattern.compile("(?<![\\w-])(?<!\\w\\.)(?:[a-z0-9-]{1,63}\\.){0,4}" + Pattern.quote(it)
                                + "(?![\\w-]|\\.\\w)"));
            }
        }
    }

    String apply(String text, Ledger ledger) {
        String result = text;
        for (String key : ledger.keys(Kind.REGISTRY)) {
            if (!Clue.lower(result).contains(key)) continue;
            Pattern pattern = Pattern.compile(
                    "(?<![\\w-])(?<!\\w\\.)" + Pattern.quote(key) + "(?![\\w-]|\\.\\w)", Pattern.CASE_INSENSITIVE);
            result = Replacing.matches(pattern, result, 0, _ -> replacement(key, ledger))
                    .text();
        }
        return result;
    }

    String replacement(String key, Ledger ledger) {
        String pseudonym = ledger.use(Kind.REGISTRY, key, Shapes.host(key));
        int dot = key.indexOf('.');
        String parent = dot < 0 ? "" : key.substring(dot + 1);
        return known.contains("?." + parent) ? pseudonym.replaceFirst("\\.example$", "") + "." + parent : pseudonym;
    }

    private boolean isPublic(String name) {
        if (known.contains(name)) {
            return true;
        }
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (known.contains("*" + name.substring(dot))) {
                return true;
            }
        }
        return name.matches("(?:registry|ip|host|user|path)-\\d+(?:\\..*)?");
    }
}
