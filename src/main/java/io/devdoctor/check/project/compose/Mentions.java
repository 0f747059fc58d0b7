package io.devdoctor.check.project.compose;

import io.devdoctor.format.compose.ComposeDependency;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which services name each other, and how.
///
/// @param place  where
/// @param byHost whether it is the name of a host, so that it must be resolved; else only the order counts
/// @param port   that is named with the host; 0 = none
record Mentions(ComposeService from, ComposeService to, ComposePlace place, boolean byHost, int port) {
    private static final Pattern HOST_VARIABLE = Pattern.compile(
            "(?i)(?:.*[_.-])?(?:host|hostname|server|servers|addr|address|endpoint|broker|brokers|upstream)|pghost");
    private static final Pattern HOST =
            Pattern.compile("(?:://(?:[^\\s/@,]*@)?|(?<![\\w.@/-]))([A-Za-z0-9][\\w.-]*)(?::(\\d{1,5}))?");
    private static final int LONGEST = 2_000;

    static List<Mentions> of(Stack stack) {
        Map<String, ComposeService> names = new HashMap<>();
        for (ComposeService service : stack.services()) {
            service.aliases().forEach(alias -> names.putIfAbsent(alias, service));
            service.text("container_name").ifPresent(name -> names.putIfAbsent(name, service));
        }
        stack.services().forEach(service -> names.put(service.name(), service));
        List<Mentions> all = new ArrayList<>();
        for (ComposeService from : stack.services()) {
            for (ComposeDependency one : from.dependencies()) {
                ComposeService to = names.get(one.service());
                if (to != null) all.add(new Mentions(from, to, one.place(), false, 0));
            }
            for (Field variable : from.environment().values()) hosts(from, variable, names, all);
        }
        return all;
    }

    private static void hosts(
            ComposeService from, Field variable, Map<String, ComposeService> names, List<Mentions> all) {
        if (!(variable.value() instanceof Scalar value)
                || !value.known()
                || value.text().length() > LONGEST) return;
        boolean whole = HOST_VARIABLE.matcher(variable.name()).matches();
        Matcher host = HOST.matcher(value.text());
        while (host.find()) {
            boolean written = host.group().startsWith("://") || host.group(2) != null;
            ComposeService to = names.get(host.group(1));
            boolean counts =
                    written || whole && host.group().equals(value.text().strip());
            if (to == null || !counts || to.name().equals(from.name())) continue;
            int port = host.group(2) == null ? 0 : Integer.parseInt(host.group(2));
            all.add(new Mentions(from, to, value.place(), true, port));
        }
    }

    /// Whether both are on a network on which names are resolved.
    boolean meet() {
        return from.networks().keySet().stream().anyMatch(to.networks()::containsKey);
    }

    /// Both are on networks that the file tells about.
    boolean isPlain() {
        return isPlain(from) && isPlain(to);
    }

    private static boolean isPlain(ComposeService service) {
        return service.node().get("network_mode").isEmpty()
                && service.networks().keySet().stream().noneMatch(name -> name.contains("$"));
    }

    Hit hit() {
        return new Hit(place, from.name() + " \u2192 " + to.name());
    }
}
