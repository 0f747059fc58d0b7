package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Dockerfiles of a project that BuildKit did not check: one finding for each reason, with all files in it.
final class Unanswered {
    private final BuildKitCheck check;
    private final Workspace project;

    private Unanswered(BuildKitCheck check, Workspace project) {
        this.check = check;
        this.project = project;
    }

    static List<Finding> of(BuildKitCheck check, Workspace project, List<Asked> asked) {
        Map<String, List<Asked>> byReason = new LinkedHashMap<>();
        for (Asked one : asked) {
            String reason = reason(one.answer());
            if (!reason.isEmpty())
                byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(one);
        }
        Unanswered unanswered = new Unanswered(check, project);
        return byReason.values().stream().map(unanswered::finding).toList();
    }

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Linted _ -> "";
            case Answer.TooOld _ -> "too-old";
            case Answer.Unread(Reading.Unknown<?> why) -> why.cause() + why.detail();
            case Answer.Left _ -> "left";
        };
    }

    private Finding finding(List<Asked> files) {
        List<Place> places =
                files.stream().map(one -> project.place(one.path(), 0)).toList();
        Asked first = files.getFirst();
        // What is the same for all of them is about the folder; one file alone has a reason of its own.
        Subject subject = files.size() == 1 ? project.subject(first.path(), "") : project.subject();
        return switch (first.answer()) {
            case Answer.Linted _ -> throw new IllegalStateException("answered");
            case Answer.TooOld(String said, var source) ->
                check.unanswered(
                                subject,
                                "too-old",
                                List.of(Evidence.of("evidence.dockerfile.docker-says", said, source)),
                                said,
                                files.size())
                        .at(places);
            case Answer.Unread(Reading.Unknown<?> why) -> check.unread(subject, why, places);
            case Answer.Left _ ->
                check.unanswered(
                                subject,
                                "left",
                                files.stream().map(Unanswered::left).toList(),
                                files.size())
                        .at(places);
        };
    }

    private static Evidence left(Asked one) {
        if (!(one.answer() instanceof Answer.Left(Answer.Why why, var source))) {
            throw new IllegalStateException("asked");
        }
        return Evidence.of("evidence.dockerfile.not-asked", why, source);
    }
}
