package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.SecretValue;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Secrets that stand in a Compose file in clear. Values are told to nobody.
final class SecretsCheck extends ComposeCheck {
    SecretsCheck() {
        super("compose.secrets");
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Hit> tokens = new ArrayList<>();
        List<Hit> literals = new ArrayList<>();
        List<Hit> development = new ArrayList<>();
        List<Hit> arguments = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            for (Field variable : service.environment().values()) {
                Optional<SecretValue> secret = Variables.isLiteral(service, variable)
                        ? SecretValue.of(variable.name(), value(variable))
                        : Optional.empty();
                secret.ifPresent(one -> (one.isCertain() ? tokens : isForDevelopment(one) ? development : literals)
                        .add(new Hit(variable.place(), variable.name())));
            }
            arguments(service, arguments, tokens);
        }
        List<Finding> found = new ArrayList<>();
        if (!tokens.isEmpty()) found.add(warning(stack, "token", tokens).fixedBy(byHand("revoke")));
        if (!literals.isEmpty()) found.add(likely(stack, "literal", literals).fixedBy(byHand("secrets")));
        if (!arguments.isEmpty())
            found.add(likely(stack, "build-argument", arguments).fixedBy(byHand("build-secret")));
        List<Hit> options = options(stack);
        if (!options.isEmpty())
            found.add(warning(stack, "volume-option", options).fixedBy(byHand("secrets")));
        if (!development.isEmpty()) found.add(info(stack, "development", development));
        return found;
    }

    private static String value(Field variable) {
        return variable.value() instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    /// Random characters are nobody's placeholder.
    private static boolean isForDevelopment(SecretValue secret) {
        return secret.kind() != SecretValue.Kind.RANDOM
                && !secret.value().equals(SecretValue.MASK)
                && SecretWords.isForDevelopment(secret.value());
    }

    /// Whoever has the image can read what it was built with.
    private static void arguments(ComposeService service, List<Hit> arguments, List<Hit> tokens) {
        Map<String, Field> args = service.build().map(ComposeBuild::args).orElse(Map.of());
        for (Field argument : args.values()) {
            boolean known = argument.value() instanceof Scalar scalar && scalar.known();
            if (!known) continue;
            SecretValue.of(argument.name(), value(argument))
                    .ifPresent(secret ->
                            (secret.isCertain() ? tokens : arguments).add(new Hit(argument.place(), argument.name())));
        }
    }

    /// Passwords of network shares.
    private static List<Hit> options(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        for (Field volume : stack.compose().declared("volumes").values()) {
            if (!(volume.value() instanceof Mapping mapping)) continue;
            mapping.mapping("driver_opts")
                    .flatMap(options -> options.scalar("o"))
                    .filter(options -> options.literal() && options.text().matches("(?i).*\\bpass(word)?=[^,\\s].*"))
                    .ifPresent(options -> hits.add(new Hit(options.place(), volume.name())));
        }
        return hits;
    }
}
