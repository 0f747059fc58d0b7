package io.devdoctor.check.project.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that go into the background and leave nothing for the container to wait for.
final class Daemons {
    private static final Map<String, Set<String>> FOREGROUND = Map.of(
            "nginx", Set.of("daemon off"),
            "openresty", Set.of("daemon off"),
            "sshd", Set.of("-D", "-i"),
            "crond", Set.of("-f"),
            "cron", Set.of("-f"),
            "supervisord", Set.of("-n", "--nodaemon"));
    private static final Set<String> APACHE = Set.of("apachectl", "apache2ctl", "httpd", "apache2");

    private Daemons() {}

    /// @param name    what goes into the background
    /// @param certain whether its own words say so; else it is what the program does unless a file of settings says
    ///                otherwise
    /// @param fitting the same in the foreground; empty = nothing that we know
    record Daemon(String name, boolean certain, Optional<List<String>> fitting) {}

    /// @param words program and arguments
    static Optional<Daemon> of(List<String> words) {
        if (words.isEmpty()) return Optional.empty();
        String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        List<String> arguments = words.subList(1, words.size());
        if (name.equals("service") && arguments.size() > 1 && starts(arguments.get(1))) {
            return Optional.of(service(arguments.getFirst()));
        }
        if (words.getFirst().startsWith("/etc/init.d/") && !arguments.isEmpty() && starts(arguments.getFirst())) {
            return Optional.of(service(name));
        }
        if (name.equals("systemctl") && arguments.stream().anyMatch(Daemons::starts)) {
            return Optional.of(service(arguments.getLast().replace(".service", "")));
        }
        if (APACHE.contains(name)) return apache(name, arguments);
        return flagged(name, words).or(() -> byDefault(name, words));
    }

    private static boolean starts(String verb) {
        return verb.equals("start") || verb.equals("restart");
    }

    private static Daemon service(String name) {
        List<String> fitting = switch (name) {
            case "nginx" -> List.of("nginx", "-g", "daemon off;");
            case "apache2" -> List.of("apachectl", "-D", "FOREGROUND");
            case "ssh", "sshd" -> List.of("/usr/sbin/sshd", "-D", "-e");
            case "cron" -> List.of("cron", "-f");
            default -> List.of();
        };
        return new Daemon(name, true, fitting.isEmpty() ? Optional.empty() : Optional.of(fitting));
    }

    private static Optional<Daemon> apache(String name, List<String> arguments) {
        boolean stays = arguments.stream().anyMatch(word -> word.contains("FOREGROUND") || word.equals("-X"));
        boolean starts = arguments.stream().anyMatch(Daemons::starts);
        if (stays || !starts) return Optional.empty();
        return Optional.of(new Daemon(name, true, Optional.of(List.of("apachectl", "-D", "FOREGROUND"))));
    }

    /// What asks for the background with a flag.
    private static Optional<Daemon> flagged(String name, List<String> words) {
        return switch (name) {
            case "redis-server" -> {
                int at = words.indexOf("--daemonize");
                boolean daemonizes =
                        at > 0 && at + 1 < words.size() && words.get(at + 1).equals("yes");
                yield daemonizes
                        ? Optional.of(new Daemon(name, true, Optional.of(without(words, at, 2))))
                        : Optional.empty();
            }
            case "mongod" -> {
                int at = words.indexOf("--fork");
                yield at > 0
                        ? Optional.of(new Daemon(name, true, Optional.of(without(words, at, 1))))
                        : Optional.empty();
            }
            case "php-fpm" -> {
                boolean daemonizes = words.contains("-D") || words.contains("--daemonize");
                yield daemonizes
                        ? Optional.of(new Daemon(name, true, Optional.of(List.of(words.getFirst(), "-F"))))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static List<String> without(List<String> words, int at, int count) {
        List<String> rest = new java.util.ArrayList<>(words);
        rest.subList(at, at + count).clear();
        return rest;
    }

    private static Optional<Daemon> byDefault(String name, List<String> words) {
        Set<String> stays = FOREGROUND.get(name);
        if (stays == null || words.stream().anyMatch(word -> stays.stream().anyMatch(word::startsWith))) {
            return Optional.empty();
        }
        // Asking for something else than to start.
        boolean question = words.stream()
                .anyMatch(word -> Set.of("-t", "-v", "-V", "-h", "-s", "--help").contains(word));
        if (question) return Optional.empty();
        List<String> fitting = new java.util.ArrayList<>(words);
        fitting.addAll(
                switch (name) {
                    case "nginx", "openresty" -> List.of("-g", "daemon off;");
                    case "sshd" -> List.of("-D", "-e");
                    case "supervisord" -> List.of("-n");
                    default -> List.of("-f");
                });
        return Optional.of(new Daemon(name, false, Optional.of(fitting)));
    }
}
