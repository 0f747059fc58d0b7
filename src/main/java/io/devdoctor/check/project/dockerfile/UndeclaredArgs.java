package io.devdoctor.check.project.dockerfile;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Expandable;
import io.devdoctor.format.dockerfile.Expander;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.KeyValue;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.Stage;
import io.devdoctor.format.dockerfile.Value;
import io.devdoctor.format.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the uses of variables in stages that never asked for them, of ARGs from before the first FROM.
final class UndeclaredArgs {
    /// `$A` and `${A}`; what has a default of its own is meant to be absent.
    private static final Pattern USE = Pattern.compile("(?<!\\\\)\\$(?:(\\w+)|\\{(\\w+)})");

    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{\\w+[^\\w}]");

    /// What common images define themselves.
    private static final Pattern FROM_IMAGES =
            Pattern.compile("(?:GOLANG|GO|NODE|YARN|PYTHON|RUBY|PHP|NGINX|JAVA|RUST|PG"
                    + "|REDIS|MARIADB|MYSQL|MONGO|DOTNET|ASPNET|ALPINE|DEBIAN)_VERSION"
                    + "|JAVA_HOME|GOPATH|GOROOT|PATH|HOME|PWD|USER|HOSTNAME|APP_UID|LANG");

    private UndeclaredArgs() {}

    /// Lines of the uses by name.
    static Map<String, List<Integer>> of(Dockerfile file) {
        Set<String> global = new HashSet<>();
        file.globalArgs().forEach(arg -> arg.pairs().forEach(pair -> global.add(pair.key())));
        global.removeIf(name -> FROM_IMAGES.matcher(name).matches());
        return global.isEmpty() ? Map.of() : uses(file, global);
    }

    /// Uses of `names` where nothing in the stage or below it defines them. Stages that no build of the last one
    /// needs are passed over.
    static Map<String, List<Integer>> uses(Dockerfile file, Set<String> names) {
        Set<Integer> needed = file.neededFor(file.stages().getLast());
        Map<String, List<Integer>> found = new TreeMap<>();
        Map<Integer, Set<String>> defined = new HashMap<>();
        for (Stage stage : file.stages()) {
            Set<String> here = new HashSet<>();
            file.base(stage.from().image().text(), stage.index())
                    .map(base -> defined.get(base.index()))
                    .ifPresent(here::addAll);
            for (Instruction instruction : stage.instructions()) {
                for (Map.Entry<String, Integer> use :
                        used(instruction, file.escape()).entrySet()) {
                    boolean missing = needed.contains(stage.index())
                            && names.contains(use.getKey())
                            && !here.contains(use.getKey());
                    if (missing) {
                        found.computeIfAbsent(use.getKey(), _ -> new ArrayList<>())
                                .add(use.getValue());
                    }
                }
                here.addAll(defines(instruction));
            }
            defined.put(stage.index(), here);
        }
        return found;
    }

    private static Set<String> defines(Instruction instruction) {
        Set<String> names = new HashSet<>();
        switch (instruction) {
            case Instruction.Arg arg -> arg.pairs().stream().map(KeyValue::key).forEach(names::add);
            case Instruction.Env env -> env.pairs().stream().map(KeyValue::key).forEach(names::add);
            default -> {}
        }
        return names;
    }

    /// Names with the line of their first use.
    private static Map<String, Integer> used(Instruction instruction, char escape) {
        Map<String, Integer> used = new TreeMap<>();
        for (Word word : Expandable.words(instruction)) {
            for (String name : names(word.text(), escape)) used.putIfAbsent(name, word.line());
        }
        if (instruction instanceof Instruction.Run run) inScript(run, used);
        return used;
    }

    private static Set<String> names(String word, char escape) {
        if (DEFAULTED.matcher(word).find()) return Set.of();
        Set<String> names = new LinkedHashSet<>();
        new Expander(escape, name -> {
                    names.add(name);
                    return Value.UNKNOWN;
                })
                .expand(word);
        return names;
    }

    /// Of what a script sets itself nothing is said, wherever it does.
    private static void inScript(Instruction.Run run, Map<String, Integer> used) {
        Set<String> own = new HashSet<>();
        List<ShellCommand> programs = run.programs();
        for (ShellCommand command : programs) {
            command.assignments().forEach(assignment -> own.add(assignment.name()));
            boolean names = Set.of("read", "export", "local", "for").contains(command.program());
            if (names) command.operands().forEach(word -> own.add(word.split("=", 2)[0]));
        }
        if (run.command().text().contains("for ")) own.addAll(loops(run));
        for (ShellCommand command : programs) {
            command.words().forEach(word -> add(word.text(), word.isStatic(), command.line(), own, used));
            command.assignments()
                    .forEach(one -> add(one.value().text(), one.value().isStatic(), command.line(), own, used));
            command.redirects()
                    .forEach(one -> add(one.target().text(), one.target().isStatic(), command.line(), own, used));
        }
    }

    private static Set<String> loops(Instruction.Run run) {
        Set<String> names = new HashSet<>();
        Matcher loop = Pattern.compile("\\bfor\\s+(\\w+)").matcher(run.command().text());
        while (loop.find()) names.add(loop.group(1));
        return names;
    }

    private static void add(String text, boolean isStatic, int line, Set<String> own, Map<String, Integer> used) {
        if (isStatic) return;
        Matcher use = USE.matcher(text);
        while (use.find()) {
            String name = use.group(1) == null ? use.group(2) : use.group(1);
            if (!own.contains(name)) used.putIfAbsent(name, line);
        }
    }
}
