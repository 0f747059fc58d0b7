package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePort;
import io.devdoctor.format.compose.ComposeService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables that lead a service to itself instead of another one, or to a port that only the host knows.
final class WrongHosts {
    private static final Pattern LOCAL = Pattern.compile(
            "(?:([a-z][a-z0-9+]*)://(?:[^\\s/@,]*@)?|(?<![\\w.@/-]))(localhost|127\\.0\\.0\\.1)(?::(\\d{1,5}))?(?![\\w.-])");
    /// What a browser, a webhook or a test on the host is told is right with localhost.
    private static final Pattern FOR_OTHERS = Pattern.compile(
            "(?i).*(?:public|vite_|react_app|origin|cors|allowed|callback|redirect|frontend|browser|external|advertised|"
                + "(?<!data)base_?url|site_?url|app_?url|nextauth|hostname|issuer|webhook|cookie|domain).*");
    private static final Pattern OF_DATA = Pattern.compile(
            "(?i).*(?:db|database|postgres|pg|mysql|mariadb|redis|cache|mongo|rabbit|amqp|queue|kafka|broker|elastic|search)"
                + ".*host(?:name)?|pghost");
    private static final Map<String, Integer> SCHEMES = Map.of(
            "postgres",
            5432,
            "postgresql",
            5432,
            "mysql",
            3306,
            "mariadb",
            3306,
            "redis",
            6379,
            "mongodb",
            27017,
            "amqp",
            5672,
            "nats",
            4222);
    private static final int LONGEST = 2_000;

    private final ComposeCheck check;
    private final Stack stack;

    private final Map<String, Answers> answers = new LinkedHashMap<>();

    WrongHosts(ComposeCheck check, Stack stack) {
        this.check = check;
        this.stack = stack;
        stack.services().forEach(service -> answers.put(service.name(), Answers.of(service)));
    }

    /// What a service answers on, worked out once.
    private record Answers(ComposeService service, List<ComposePort.Range> ports, Optional<KnownService> known) {
        static Answers of(ComposeService service) {
            List<ComposePort.Range> ports = new ArrayList<>();
            service.ports().forEach(port -> ports.add(port.target()));
            service.scalars("expose").stream()
                    .filter(one -> one.text().matches("\\d{1,5}"))
                    .map(one -> Integer.parseInt(one.text()))
                    .forEach(port -> ports.add(new ComposePort.Range(port, port)));
            Optional<KnownService> known = KnownService.of(service);
            known.ifPresent(row -> ports.add(new ComposePort.Range(row.port(), row.port())));
            return new Answers(service, List.copyOf(ports), known);
        }

        boolean on(int port) {
            return ports.stream().anyMatch(range -> range.contains(port));
        }
    }

    List<Finding> all() {
        List<Finding> found = new ArrayList<>();
        localhost().ifPresent(found::add);
        published().ifPresent(found::add);
        return found;
    }

    private Optional<Finding> localhost() {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            // It shares its own localhost with others.
            if (service.networkMode().isPresent()) continue;
            for (Field variable : service.environment().values()) {
                if (!(variable.value() instanceof Scalar value) || !isAsked(variable, value)) continue;
                meant(service, variable, value).ifPresent(other -> {
                    hits.add(new Hit(variable.place(), service.name() + " \u2192 " + other.name()));
                    String text = LOCAL.matcher(value.text())
                            .replaceFirst(match -> Matcher.quoteReplacement(
                                    match.group().replaceFirst("localhost|127\\.0\\.0\\.1", other.name())));
                    Variables.set(mending, service, variable, text);
                });
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = check.likely(stack, "localhost", hits);
        return Optional.of(mending.suggestion("compose.environment/service-name", "service-name")
                .map(finding::fixedBy)
                .orElse(finding));
    }

    private static boolean isAsked(Field variable, Scalar value) {
        return value.known()
                && value.text().length() <= LONGEST
                && !FOR_OTHERS.matcher(variable.name()).matches();
    }

    /// The only other service that answers on what is named here.
    private Optional<ComposeService> meant(ComposeService from, Field variable, Scalar value) {
        Matcher local = LOCAL.matcher(value.text());
        if (!local.find()) return Optional.empty();
        int port = local.group(3) != null
                ? Integer.parseInt(local.group(3))
                : local.group(1) == null ? 0 : SCHEMES.getOrDefault(local.group(1), 0);
        boolean bare = port == 0
                && local.group().equals(value.text().strip())
                && OF_DATA.matcher(variable.name()).matches();
        if (port == 0 && !bare || answers(from, port)) return Optional.empty();
        List<ComposeService> others = answers.values().stream()
                .filter(other -> bare ? isNamedBy(other, variable) : other.on(port))
                .map(Answers::service)
                .filter(other -> !other.name().equals(from.name()) && Stack.together(from, other))
                .limit(2)
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /// `REDIS_HOST` means the cache, `DB_HOST` the database.
    private static boolean isNamedBy(Answers other, Field variable) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        return other.known()
                .filter(known -> switch (known.kind()) {
                    case DATABASE -> name.matches(".*(db|database|postgres|pg|mysql|mariadb|mongo).*");
                    case CACHE -> name.matches(".*(redis|cache).*");
                    case QUEUE -> name.matches(".*(rabbit|amqp|queue|kafka|broker).*");
                    case SEARCH -> name.matches(".*(elastic|search).*");
                    case STORAGE, WEB -> false;
                })
                .isPresent();
    }

    private boolean answers(ComposeService service, int port) {
        return Optional.ofNullable(answers.get(service.name()))
                .filter(one -> one.on(port))
                .isPresent();
    }

    /// `db:5433` where 5433 is published by the host and the container listens on 5432.
    private Optional<Finding> published() {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (Mentions mention : Mentions.of(stack)) {
            if (mention.port() == 0 || answers(mention.to(), mention.port())) continue;
            Optional<ComposePort> port = mention.to().ports().stream()
                    .filter(one -> one.published()
                            .filter(range -> range.first() == mention.port() && range.last() == mention.port())
                            .isPresent())
                    .findFirst();
            if (port.isEmpty()) continue;
            hits.add(mention.hit());
            mention.from().environment().values().stream()
                    .filter(variable -> variable.value().place().equals(mention.place()))
                    .filter(variable -> variable.value() instanceof Scalar)
                    .findFirst()
                    .ifPresent(variable -> Variables.set(
                            mending,
                            mention.from(),
                            variable,
                            ((Scalar) variable.value())
                                    .text()
                                    .replace(
                                            ":" + mention.port(),
                                            ":" + port.get().target().first())));
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = check.likely(stack, "published-port", hits);
        return Optional.of(mending.suggestion("compose.environment/container-port", "container-port")
                .map(finding::fixedBy)
                .orElse(finding));
    }
}
