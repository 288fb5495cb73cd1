package org.decisiongates.jira.gate;

import java.util.Optional;

import com.atlassian.jira.issue.MutableIssue;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.Successor;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.policy.TransitionChanges;

/** What a transition of Jira's changes about its issue. */
final class ScreenEdits implements TransitionChanges {

    private final Transition transition;
    private final JiraIssueView issue;
    private final JiraFields fields;
    private final Successors successors;

    /** @param issue the issue with the edits in it */
    ScreenEdits(Transition transition, JiraIssueView issue, JiraFields fields, Successors successors) {
        this.transition = transition;
        this.issue = issue;
        this.fields = fields;
        this.successors = successors;
    }

    @Override
    public boolean changes(Field field) {
        if (transition.original().isPresent()) {
            return issue.differs(field, transition.original().get());
        }
        if (transition.creates()) {
            return issue.isSet(field);
        }
        return transition.issue() instanceof MutableIssue edited && edited.getModifiedFields().containsKey(fields.idOf(field));
    }

    @Override
    public boolean namedBefore(Field field, String userKey) {
        return transition.original().filter(before -> issue.named(field, before).contains(userKey)).isPresent();
    }

    @Override
    public String comment() {
        return transition.comment();
    }

    @Override
    public Optional<Successor> successor(Field field) {
        return successors.named(issue.text(field), transition.issue(), transition.actor());
    }
}
