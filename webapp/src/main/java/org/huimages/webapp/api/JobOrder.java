package org.huimages.webapp.api;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobKind;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;
import org.huimages.job.Parameter;
import org.huimages.webapp.http.JsonParts;

/// A job that is to be started: `{"kind": "scrub", "repair": true}`.
public final class JobOrder {
    private static final String KIND = "kind";

    private final Jobs jobs;
    private final JobKind kind;
    private final Arguments arguments;

    private JobOrder(Jobs jobs, JobKind kind, Arguments arguments) {
        this.jobs = jobs;
        this.kind = kind;
        this.arguments = arguments;
    }

    /// @param body the kind, and what it is to be told
    /// @throws FailureException [Failure.Unprocessable], naming the member that is wrong
    public static JobOrder of(Jobs jobs, SequencedMap<String, JsonText> body) {
        JobKind kind = kind(jobs, body);
        return new JobOrder(jobs, kind, arguments(kind, body));
    }

    /// @param by who starts it
    /// @throws FailureException as [Jobs#start]
    public Job start(String by) {
        return jobs.start(kind, arguments, by);
    }

    /// The same; if one that was told the same is at work, because it was broken off and taken up again, it is that
    /// one.
    ///
    /// @throws FailureException as [Jobs#start]
    public Job startOrGoOn(String by) {
        return jobs.list().stream()
                .filter(job -> job.record().state() == JobState.RUNNING)
                .filter(job -> job.record().kind().equals(kind.name()))
                .filter(job -> job.record().arguments().equals(arguments))
                .findFirst()
                .orElseGet(() -> start(by));
    }

    private static JobKind kind(Jobs jobs, SequencedMap<String, JsonText> body) {
        String known = jobs.kinds().stream().map(JobKind::name).collect(Collectors.joining(", "));
        Field field = Field.of(body, KIND)
                .orElseThrow(() -> new Failure.Unprocessable("'kind' is missing: one of " + known).exception());
        return jobs.kind(field.text()).orElseThrow(() -> field.wrong("one of " + known));
    }

    private static Arguments arguments(JobKind kind, SequencedMap<String, JsonText> body) {
        Map<String, Parameter> known =
                kind.parameters().stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
        Map<String, String> values = new TreeMap<>();
        body.forEach((name, value) -> {
            if (!name.equals(KIND)) {
                Parameter parameter =
                        Optional.ofNullable(known.get(name)).orElseThrow(() -> Field.unknown("field", name));
                values.put(name, text(parameter, new Field(name, value)));
            }
        });
        return new Arguments(values);
    }

    private static String text(Parameter parameter, Field field) {
        String text = switch (parameter) {
            case Parameter.Flag flag -> Boolean.toString(field.truth());
            case Parameter.Whole number -> Integer.toString(field.wholeNumber(number.least(), number.most()));
            case Parameter.Id id -> string(field, parameter);
            case Parameter.Folder folder -> string(field, parameter);
        };
        if (!parameter.takes(text)) {
            throw field.wrong(parameter.form());
        }
        return text;
    }

    private static String string(Field field, Parameter parameter) {
        if (!field.value().text().startsWith("\"")) {
            throw field.wrong(parameter.form());
        }
        return JsonParts.tree(field.value()).stringValue();
    }
}
