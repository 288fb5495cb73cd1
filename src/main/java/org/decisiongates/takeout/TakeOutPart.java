package org.decisiongates.takeout;

import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

/**
 * A part of what is taken out of a project: as much of it as is in memory at a time, and as is stored at once.
 *
 * @param project key of the project; empty text for what belongs to none
 * @param reached id of the last issue that was looked at when this part was made; 0 where it holds no issues
 * @param people  everybody whom its issues name, by user name
 */
public record TakeOutPart(String project, long reached, Map<String, TakenPerson> people, List<TakenIssue> issues,
        List<PolicyDocument> policies, List<WeekDocument> weeks) {

    private static final int MAX_VALUES = 2_000_000;
    private static final JsonDocument<TakeOutPart> JSON = new JsonDocument<>(TakeOutPart.class, "the part of the take-out",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES, Tasks.MAX_RESULT), Map.of());

    public TakeOutPart {
        issues = List.copyOf(issues);
        policies = List.copyOf(policies);
        weeks = List.copyOf(weeks);
    }

    public static TakeOutPart of(String project, List<TakenIssue> issues, Map<String, TakenPerson> people, long reached) {
        return new TakeOutPart(project, reached, people, issues, List.of(), List.of());
    }

    public static TakeOutPart ofPolicies(String project, List<PolicyDocument> policies) {
        return new TakeOutPart(project, 0, Map.of(), List.of(), policies, List.of());
    }

    public static TakeOutPart of(String project, WeekDocument week) {
        return new TakeOutPart(project, 0, Map.of(), List.of(), List.of(), List.of(week));
    }

    /** How many characters an issue takes where it is stored. */
    public static int lengthOf(TakenIssue issue) {
        return JSON.write(issue).length();
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** Reads {@link #json}. */
    public static TakeOutPart read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }
}
