package org.decisiongates.jira.project;

import java.util.List;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/**
 * One thing that a project needs, and what enabling the project would do to it.
 *
 * @param kind       what it is
 * @param name       what people know it by; of what would be made, the name it would get
 * @param effect     what would be done
 * @param types      those of the app's types that it would be made or extended for; none unless it is a scheme
 * @param sharedWith keys of other projects that use it, at most ten; none unless it would be changed
 * @param sharing    how many other projects these are in all
 * @param obstacles  why that must not be done, and what to do about it; none when it can be
 */
public record SetupPlanLine(Kind kind, String name, Effect effect, List<OwnIssueType> types, List<String> sharedWith, int sharing,
        List<Message> obstacles) {

    /** What there is to a project. The first ones are made once for all projects. */
    public enum Kind {
        STATUS, ISSUE_TYPE, FIELD, LINK_TYPE, SCREEN, SCREEN_SCHEME, POLICY, WORKFLOW, ISSUE_TYPE_SCREEN_SCHEME, WORKFLOW_SCHEME,
        ISSUE_TYPE_SCHEME
    }

    /** What enabling a project would do. */
    public enum Effect {
        /** It is there already, and stays as it is. */
        PRESENT,
        /** It would be made. */
        MADE,
        /** It is there, and something would be added to it. */
        CHANGED,
        /** It was made once, and somebody has removed it since. */
        REMOVED
    }

    public SetupPlanLine {
        types = List.copyOf(types);
        sharedWith = List.copyOf(sharedWith);
        obstacles = List.copyOf(obstacles);
    }

    static SetupPlanLine present(Kind kind, String name) {
        return new SetupPlanLine(kind, name, Effect.PRESENT, List.of(), List.of(), 0, List.of());
    }

    static SetupPlanLine made(Kind kind, String name, List<OwnIssueType> types, List<Message> obstacles) {
        return new SetupPlanLine(kind, name, Effect.MADE, types, List.of(), 0, obstacles);
    }
}
