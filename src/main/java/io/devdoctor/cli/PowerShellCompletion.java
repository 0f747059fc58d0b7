package io.devdoctor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A script for PowerShell that completes the command line; it holds the words as data and looks nothing up.
// unverified on Windows: the script ran in no PowerShell.
record PowerShellCompletion(CommandLine line) {

    /// Takes the words behind the first blank apart: the command, the option before the cursor, and what fits.
    private static final String FUNCTION = """
        Register-ArgumentCompleter -Native -CommandName %1$s, %1$s.cmd, %1$s.exe -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
                Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
            $data = @{
        %2$s
            }
            $command = @($words | Where-Object { $_ -notlike '-*' -and $data.ContainsKey($_) })[0]
            if (-not $command) { $command = '' }
            $last = if ($words.Count -gt 0) { $words[-1] } else { '' }
            $values = $data[$command].Values[$last]
            if ($null -eq $values) {
                $values = if ($wordToComplete -like '-*') { $data[$command].Options } else { $data[$command].Words }
            }
            $values | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    String script() {
        List<String> commands = new ArrayList<>();
        commands.add(command(
                "", line.getCommandSpec(), List.copyOf(line.getSubcommands().keySet())));
        line.getSubcommands()
                .forEach((name, command) ->
                        commands.add(command(name, command.getCommandSpec(), parameters(command.getCommandSpec()))));
        return FUNCTION.formatted(line.getCommandName(), String.join("\n", commands));
    }

    private static String command(String name, CommandSpec spec, List<String> words) {
        List<String> options = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
        String values = values(spec).entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + " = " + array(entry.getValue()))
                .collect(Collectors.joining("; "));
        return "        %s = @{ Options = %s; Words = %s; Values = @{ %s } }"
                .formatted(quoted(name), array(options), array(words), values);
    }

    private static Map<String, List<String>> values(CommandSpec spec) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (OptionSpec option : spec.options()) {
            List<String> candidates = candidates(option);
            if (candidates.isEmpty()) continue;
            for (String name : option.names()) values.put(name, candidates);
        }
        return values;
    }

    private static List<String> parameters(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .flatMap(argument -> candidates(argument).stream())
                .toList();
    }

    private static List<String> candidates(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates == null) return List.of();
        return StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    private static String array(List<String> words) {
        return words.stream().map(PowerShellCompletion::quoted).collect(Collectors.joining(", ", "@(", ")"));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
