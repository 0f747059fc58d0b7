package io.devdoctor.format.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.Newline;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    @Test
    void readsStagesWithTheirInstructionsAndPlaces() {
        Dockerfile file = parse("""
            # syntax=docker/dockerfile:1
            ARG GO=1.25
            # builder
            FROM --platform=$BUILDPLATFORM golang:${GO} AS Build
            WORKDIR /src
            RUN --mount=type=cache,target=/go/pkg/mod \\
                # modules first

                go mod download

            FROM scratch
            COPY --from=build --chown=1:1 /app /app
            ENTRYPOINT ["/app", "-v"]
            """);
        assertThat(file.errors()).isEmpty();
        assertThat(file.directives()).extracting(Directive::name).containsExactly("syntax");
        assertThat(file.globalArgs()).hasSize(1);
        assertThat(file.stages()).extracting(Stage::name).containsExactly("build", "");
        Instruction.Run run =
                file.stages().getFirst().all(Instruction.Run.class).findFirst().orElseThrow();
        assertThat(run.command().text()).isEqualTo("go mod download");
        assertThat(run.line()).isEqualTo(6);
        assertThat(run.endLine()).isEqualTo(9);
        assertThat(run.mounts().getFirst().target()).contains("/go/pkg/mod");
        assertThat(text(file, run.command().span())).isEqualTo("go mod download");
        assertThat(run.programs().getFirst().line()).isEqualTo(9);
        Instruction.Copy copy = only(file, Instruction.Copy.class);
        assertThat(copy.from().map(Flag::value)).contains("build");
        assertThat(text(file, copy.from().orElseThrow().span())).isEqualTo("--from=build");
        assertThat(text(file, copy.destination().span())).isEqualTo("/app");
        assertThat(file.source("BUILD", 1)).isPresent();
        assertThat(file.source("0", 1)).isPresent();
        assertThat(file.base("Build", 1)).isEmpty();
        assertThat(only(file, Instruction.Entrypoint.class).command().strings()).containsExactly("/app", "-v");
        assertThat(file.comments()).extracting(Comment::text).containsExactly("builder", "modules first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ENV A=1 B=\"x y\" C='$D' E=a\\ b|A=1;B=\"x y\";C='$D';E=a\\ b",
                "ENV A b c=d|A=b c=d",
                "env   a=  |a=",
                "LABEL \"a b\"=c|\"a b\"=c",
                "ARG A B=2 C=|A;B=2;C="
            })
    void readsPairs(String line, String expected) {
        List<KeyValue> pairs = switch (second("FROM a\n" + line)) {
            case Instruction.Env env -> env.pairs();
            case Instruction.Label label -> label.pairs();
            case Instruction.Arg arg -> arg.pairs();
            case Instruction other -> throw new AssertionError(other);
        };
        assertThat(pairs.stream()
                        .map(pair -> pair.key() + (pair.assigned() ? "=" + pair.value() : ""))
                        .toList())
                .isEqualTo(List.of(expected.split(";")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CMD [\"a\", \"b c\"]|EXEC|a;b c",
                "CMD [ \"\\u0061b\" ] |EXEC|ab",
                "CMD []|EXEC|",
                "CMD ['a']|SHELL|['a']",
                "CMD [\"a\"] # note|SHELL|[\"a\"] # note",
                "CMD [\"a\\x\"]|SHELL|[\"a\\x\"]",
                "CMD [\"a\",]|SHELL|[\"a\",]",
                "CMD a  $B|SHELL|a  $B",
                "RUN [ -f x ]|SHELL|[ -f x ]"
            })
    void readsCommands(String line, Command.Form form, String expected) {
        Command command = switch (second("FROM a\n" + line.replace("\n", "\\n"))) {
            case Instruction.Cmd cmd -> cmd.command();
            case Instruction.Run run -> run.command();
            case Instruction other -> throw new AssertionError(other);
        };
        assertThat(command.form()).isEqualTo(form);
        String found = command.isShell() ? command.text() : String.join(";", command.strings());
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("", Kind.EMPTY, 0, "the Dockerfile cannot be empty"),
                Arguments.of("# a\n\n", Kind.NO_INSTRUCTIONS, 0, "file with no instructions"),
                Arguments.of("ARG A\n", Kind.NO_STAGES, 0, "dockerfile contains no stages to build"),
                Arguments.of("RUN a\nFROM b\n", Kind.BEFORE_FROM, 1, "no build stage in current context"),
                Arguments.of(
                        "FROM a\nFORM b\n",
                        Kind.UNKNOWN_INSTRUCTION,
                        2,
                        "unknown instruction: FORM (did you mean FROM?)"),
                Arguments.of("FROM a b\n", Kind.FROM_GRAMMAR, 1, "FROM requires either one or three arguments"),
                Arguments.of("FROM a # b\n", Kind.FROM_GRAMMAR, 1, "FROM requires either one or three arguments"),
                Arguments.of(
                        "FROM a AS 1b\n",
                        Kind.STAGE_NAME,
                        1,
                        "invalid name for build stage: \"1b\", name can't start with a number or contain symbols"),
                Arguments.of("FROM a\nENV A\n", Kind.KEY_VALUE, 2, "ENV must have two arguments"),
                Arguments.of(
                        "FROM a\nENV A=1 B\n",
                        Kind.KEY_VALUE,
                        2,
                        "Syntax error - can't find = in \"B\". Must be of the form: name=value"),
                Arguments.of("FROM a\nENV =1\n", Kind.KEY_VALUE, 2, "ENV names can not be blank"),
                Arguments.of(
                        "FROM a\nCMD [1]\n",
                        Kind.JSON_NOT_STRINGS,
                        2,
                        "when using JSON array syntax, arrays must be comprised of strings only"),
                Arguments.of("FROM a\nRUN <<E\nx\n", Kind.HEREDOC_UNTERMINATED, 2, "unterminated heredoc"),
                Arguments.of("FROM a\nCOPY --form=b a b\n", Kind.FLAG, 2, "unknown flag: --form"),
                Arguments.of("FROM a\nCOPY --from=b --from=c a b\n", Kind.FLAG, 2, "duplicate flag specified: --from"),
                Arguments.of("FROM a\nCOPY --chown a b c\n", Kind.FLAG, 2, "missing a value on flag: --chown"),
                Arguments.of(
                        "FROM a\nCOPY --from=0 a b\n",
                        Kind.STAGE_REFERENCE,
                        1,
                        "circular dependency detected on stage: stage-0"),
                Arguments.of(
                        "FROM a AS one\nCOPY --from=One a b\nFROM c\n",
                        Kind.STAGE_REFERENCE,
                        1,
                        "circular dependency detected on stage: one"),
                Arguments.of("FROM a\nCOPY --from=9 a b\nFROM c\n", Kind.STAGE_REFERENCE, 2, "invalid stage index 9"),
                Arguments.of(
                        "FROM a AS one\nCOPY --from=two x y\nFROM b AS two\nFROM one\n",
                        Kind.STAGE_REFERENCE,
                        2,
                        "cannot copy from stage \"two\", it needs to be defined before current stage \"one\""),
                Arguments.of(
                        "FROM a AS one\nRUN --mount=from=two,target=/x y\nFROM b AS two\nFROM one\n",
                        Kind.STAGE_REFERENCE,
                        2,
                        "cannot mount from stage \"two\" to \"/x\", stage needs to be defined before current command"),
                Arguments.of(
                        "ARG V=prod\nFROM a AS base-prod\nUSER ${A\nFROM base-$V\n",
                        Kind.SUBSTITUTION,
                        3,
                        "failed to process \"${A\": unsupported modifier () in substitution"),
                Arguments.of(
                        "FROM a\nRUN cat <<- EOF\nxyzzy x\nEOF\n",
                        Kind.UNKNOWN_INSTRUCTION,
                        3,
                        "unknown instruction: xyzzy"),
                Arguments.of(
                        "FROM a\nHEALTHCHECK --interval=30 CMD x\n",
                        Kind.HEALTHCHECK,
                        2,
                        "time: missing unit in duration \"30\""),
                Arguments.of(
                        "FROM a\nHEALTHCHECK --timeout=3sec CMD x\n",
                        Kind.HEALTHCHECK,
                        2,
                        "time: unknown unit \"sec\" in duration \"3sec\""),
                Arguments.of(
                        "FROM a\nHEALTHCHECK --interval=10us CMD x\n",
                        Kind.HEALTHCHECK,
                        2,
                        "Interval \"interval\" cannot be less than 1ms"),
                Arguments.of(
                        "FROM a\nHEALTHCHECK --retries=x CMD x\n",
                        Kind.HEALTHCHECK,
                        2,
                        "strconv.ParseInt: parsing \"x\": invalid syntax"),
                Arguments.of(
                        "FROM a\nRUN --mount=type=cache,tgt=/x y\n", Kind.FLAG, 2, "unexpected key 'tgt' in 'tgt=/x'"),
                Arguments.of(
                        "FROM a\nCOPY --chown=${A b c\n",
                        Kind.SUBSTITUTION,
                        2,
                        "failed to process \"${A\": unsupported modifier () in substitution"),
                Arguments.of(
                        "FROM a\nENV ${A=b\n",
                        Kind.SUBSTITUTION,
                        2,
                        "failed to process \"${A\": unsupported modifier () in substitution"),
                Arguments.of("RUN x\nFROM a b\n", Kind.BEFORE_FROM, 1, "no build stage in current context"),
                Arguments.of(
                        "FROM a\nSHELL sh -c\n", Kind.SHELL_FORM, 2, "SHELL requires the arguments to be in JSON form"),
                Arguments.of(
                        "FROM a\nHEALTHCHECK curl x\n",
                        Kind.HEALTHCHECK,
                        2,
                        "Unknown type \"CURL\" in HEALTHCHECK (try CMD)"),
                Arguments.of(
                        "FROM a\nONBUILD FROM b\n",
                        Kind.ONBUILD_TRIGGER,
                        2,
                        "FROM isn't allowed as an ONBUILD trigger"),
                Arguments.of("FROM a\nUSER\n", Kind.ARGUMENTS, 2, "USER requires exactly one argument"),
                Arguments.of(
                        "FROM a\nWORKDIR ${A\n",
                        Kind.SUBSTITUTION,
                        2,
                        "failed to process \"${A\": unsupported modifier () in substitution"),
                Arguments.of("FROM a\nEXPOSE 80 # http\n", Kind.ARGUMENTS, 2, "invalid containerPort: #"),
                Arguments.of(
                        "# escape=x\nFROM a\n",
                        Kind.ESCAPE_VALUE,
                        1,
                        "invalid escape token 'x' does not match ` or \\"),
                Arguments.of("FROM ${BASE}\n", Kind.FROM_REFERENCE, 1, "base name (${BASE}) should not be blank"),
                Arguments.of(
                        "FROM golang:$VERSION\n",
                        Kind.FROM_REFERENCE,
                        1,
                        "failed to parse stage name \"golang:\": invalid reference format"),
                Arguments.of(
                        "FROM Golang:1.26\n",
                        Kind.FROM_REFERENCE,
                        1,
                        "failed to parse stage name \"Golang:1.26\": invalid reference format: repository name"
                                + " (library/Golang) must be lowercase"),
                Arguments.of(
                        "# escape=`\n# escape=`\nFROM a\n",
                        Kind.DIRECTIVE_REPEATED,
                        2,
                        "only one escape parser directive can be used"),
                Arguments.of(
                        "FROM a\nRUN " + "x".repeat(65532) + "\n",
                        Kind.LINE_TOO_LONG,
                        2,
                        "dockerfile line greater than max allowed size of 65535"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void refusesWhatBuildKitRefuses(String text, Kind kind, int line, String message) {
        DockerfileError first = parse(text).errors().getFirst();
        assertThat(first.message()).isEqualTo(message);
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a\nRUN a \\",
                "\uFEFF# escape=`\r\nFROM a\r\nRUN b `\r\n  c\r\n",
                "FROM a\nRUN x \\  \n  y",
                "FROM a\nCOPY go.mod go.sum* ./\n",
                "FROM a\nRUN --mount=type=bind,from=alpine,target=/x true",
                "FROM a\nRUN <<-'E'\n\tx\n\tE\n",
                "FROM a\nONBUILD RUN <<E\nFOO\nE\n",
                "FROM a\nCOPY <<a <<b /x/\n1\na\n2\nb\n",
                "FROM a\nRUN cat << EOF > b\nnot an instruction\nEOF\n",
                "from a as b\nfrom b\nrun c",
                "FROM ${A:-b}\nWORKDIR ${C:+d}/${E#*/}/${F//x/y}",
                "FROM a\nRUN x\u0065\u0301 \u4E2D\u6587",
                "FROM a\nHEALTHCHECK NONE",
                "FROM a AS final\nCOPY --from=final2 x y",
                "FROM a\nRUN y\\\\\n",
                "\u3000FROM a\n",
                "ARG BASE\nFROM ${BASE}\n",
                "FROM golang:${VERSION:-1.26}\n",
                "FROM Registry.example.com/a/b:Tag-X\n",
                "FROM $TARGETOS-base\n",
                "FROM a\nHEALTHCHECK --interval=1m30s --timeout=1.5s --start-period=0 --retries=3 CMD x\n",
                "FROM a\nRUN --mount=type=secret,id=k,required,env=K --mount=type=cache,target=/x,sharing=locked y\n",
                "FROM a\nRUN --mount=type=x y\nFROM b\n",
                "FROM a AS one\nCOPY --from=two x y\nFROM b AS two\n",
                "FROM a\nRUN --mount=from=0,target=/x true\n",
                "ARG V=1\nFROM a:${V}${SUFFIX}\n"
            })
    void acceptsWhatBuildKitAccepts(String text) {
        assertThat(parse(text).errors()).isEmpty();
    }

    @Test
    void keepsTheCarriageReturnsOfHeredocs() {
        Dockerfile file = parse("FROM a\r\nRUN <<EOF\r\nset -e\r\nEOF\r\nCOPY <<\"x\" /y\r\n$A\r\nx\r\n");
        Heredoc heredoc = only(file, Instruction.Run.class).heredocs().getFirst();
        assertThat(heredoc.content()).isEqualTo("set -e\r\n");
        assertThat(heredoc.expands()).isTrue();
        assertThat(heredoc.line()).isEqualTo(3);
        assertThat(text(file, heredoc.body())).isEqualTo("set -e\r\n");
        assertThat(only(file, Instruction.Copy.class).heredocs().getFirst().expands())
                .isFalse();
        assertThat(file.newline()).isEqualTo(Newline.CRLF);
    }

    @Test
    void joinsLinesAsTheEscapeDirectiveSays() {
        Dockerfile file = parse("# escape=`\nFROM a\nRUN dir C:\\ `\n  && x\n");
        assertThat(only(file, Instruction.Run.class).command().text()).isEqualTo("dir C:\\   && x");
        assertThat(only(file, Instruction.Run.class).programs()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "FROM a\\nCMD ['./server']|PSEUDO_JSON|2",
                "FROM a\\nCMD [\"./server\"] # now|PSEUDO_JSON|2",
                "FROM a\\nCOPY ['a', 'b']|PSEUDO_JSON|2",
                "FROM a AS builder\\nFROM Builder|STAGE_NAME_CASE|2",
                "FROM a AS b\\nFROM c AS b|DUPLICATE_STAGE|2",
                "FROM a\\nRUN b \\\\n\\n c|EMPTY_CONTINUATION|3",
                "FROM a\\nUSER app # not root|COMMENT_AS_DATA|2",
                "FROM a\\n# syntax=docker/dockerfile:1|LATE_DIRECTIVE|2",
                "FROM a\\nCMD b\\nCMD c|REPLACED|2",
                "FROM a\\nENV A=1 B=$A|SAME_LINE|2",
                "FROM a\\nRUN cd /app|NO_EFFECT|2",
                "FROM a\\nRUN a # one \\\\n && b|SWALLOWED|2"
            })
    void namesSilentTraps(String text, Trap.Kind kind, int line) {
        Dockerfile file = parse(text.replace("\\\\n", "\\\n").replace("\\n", "\n"));
        assertThat(file.traps()).extracting(Trap::kind).containsExactly(kind);
        assertThat(file.traps().getFirst().line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a\nRUN [ -f x ] && b",
                "FROM a\nRUN [ 'x' = \"$Y\" ]",
                "FROM a AS b\nCMD x\nFROM b\nCMD y",
                "# escape=\\\nFROM a",
                "FROM a AS b\nFROM a AS b",
                "FROM a\nENV A=1\nENV B=$A",
                "FROM a\nRUN cd /x && make",
                "FROM a\nRUN a \\\n # one\n && b",
                "#!/usr/bin/x\n# syntax=docker/dockerfile:1\nFROM a",
                "FROM a\nWORKDIR /a#b"
            })
    void staysQuietOtherwise(String text) {
        assertThat(parse(text).traps()).isEmpty();
    }

    static Dockerfile parse(String text) {
        return Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Instruction second(String text) {
        return parse(text).instructions().get(1);
    }

    static <T extends Instruction> T only(Dockerfile file, Class<T> type) {
        return file.instructions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    static String text(Dockerfile file, Span span) {
        int mark = file.marked() ? 3 : 0;
        return new String(file.print(), mark + span.start(), span.length(), StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatAStageIsMadeOf() {
        Dockerfile known = parse("ARG V=prod\nFROM a AS base-prod\nFROM b AS base-dev\nFROM base-$V\n");
        assertThat(known.neededFor(known.stages().getLast())).containsExactlyInAnyOrder(0, 2);
        Dockerfile unknown = parse("ARG V\nFROM a AS base-prod\nFROM b AS base-dev\nFROM base-$V\n");
        assertThat(unknown.neededFor(unknown.stages().getLast())).containsExactlyInAnyOrder(0, 1, 2);
        Dockerfile mounted = parse("FROM a\nFROM b\nRUN --mount=from=0,target=/x y\n");
        assertThat(mounted.neededFor(mounted.stages().getLast())).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "# syntax=docker/dockerfile:1, true",
        "# syntax=example.com/other, false",
        "#!/bin/x\\n# syntax=example.com/other, false",
        "// syntax=example.com/other, false",
        "# note\\n# syntax=example.com/other, true",
        "FROM a, true"
    })
    void knowsWhoReadsIt(String begin, boolean known) {
        assertThat(Frontend.isKnown(parse(begin.replace("\\n", "\n") + "\nFROM a\n")))
                .isEqualTo(known);
    }
}
