package io.devdoctor.fix;

import io.devdoctor.text.Text;

/// The bounds of a parameter as words; keys are `parameter.bounds.…`.
public final class ParameterText {
    private ParameterText() {}

    public static Text bounds(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Size(var _, long least, long most, long step, var _) ->
                Text.of(
                        "parameter.bounds.size",
                        Text.size(least),
                        Text.size(most),
                        Text.size(step),
                        advised(parameter));
            case Parameter.Count(var _, long least, long most, var _) ->
                Text.of("parameter.bounds.count", String.valueOf(least), String.valueOf(most), advised(parameter));
            case Parameter.OneOf(var _, var options, var _) ->
                Text.of(
                        "parameter.bounds.one-of",
                        Text.several(
                                options.stream().map(Parameter.Option::value).toList()),
                        advised(parameter));
        };
    }

    /// The recommended value as it is said.
    public static Text.Arg advised(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Size size -> Text.size(size.advised());
            case Parameter.Count count -> new Text.Arg.Word(String.valueOf(count.advised()));
            case Parameter.OneOf options -> new Text.Arg.Word(options.advised());
        };
    }
}
