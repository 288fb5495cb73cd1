package org.decisiongates.jira.project;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/**
 * Extends schemes of projects and takes that back, and records each step before and after: wherever it is interrupted, the next attempt
 * goes on from there, makes nothing twice and takes nothing of others for its own.
 */
@JiraComponent
class RecordedChanges {

    private final UndoLists lists;

    RecordedChanges(UndoLists lists) {
        this.lists = lists;
    }

    /** Extends the scheme for the types that the project needs, where that is not done yet, and says what was done. */
    Optional<Message> extend(Project project, Scheme scheme, List<OwnIssueType> needed) {
        Optional<UndoStep> known = find(project, scheme, needed);
        if (scheme.isExtended(project, needed)) {
            known.ifPresent(step -> settle(project, scheme, step));
            return Optional.empty();
        }
        Optional<UndoStep> used = known.flatMap(step -> scheme.done(project, step));
        if (used.isPresent()) {
            return Optional.of(add(project, scheme, known.get(), used.get(), needed));
        }
        UndoStep intent = begin(project, scheme, known);
        Message said = scheme.extend(project, intent, needed);
        scheme.done(project, intent).ifPresent(done -> lists.record(project, done));
        return Optional.of(said);
    }

    /**
     * Adds what the project needs by now to the scheme that it got, or that was extended, before. An own one that somebody has changed
     * since stays known as that.
     */
    private Message add(Project project, Scheme scheme, UndoStep known, UndoStep used, List<OwnIssueType> needed) {
        boolean isEdited = known.isEdited(used.made(), true);
        if (!isEdited) {
            lists.record(project, known.begun());
        }
        Message said = scheme.extend(project, known.toAddTo(used.id()), needed);
        if (!isEdited) {
            scheme.done(project, known).ifPresent(done -> lists.record(project, done));
        }
        return said;
    }

    /** What was done just before an interruption is recorded as done; what another way to the same end has left over goes. */
    private void settle(Project project, Scheme scheme, UndoStep step) {
        if (!step.isDone()) {
            abandon(project, scheme, step);
        } else if (!lists.find(project, scheme.kind()).equals(Optional.of(step))) {
            lists.record(project, step);
        }
    }

    private UndoStep begin(Project project, Scheme scheme, Optional<UndoStep> known) {
        UndoStep now = scheme.intent(project);
        Optional<UndoStep> begun = known.filter(step -> !step.isDone() && step.isContinuedBy(now));
        if (begun.isPresent()) {
            return begun.get();
        }
        known.ifPresent(step -> abandon(project, scheme, step));
        UndoStep intent = scheme.intent(project);
        lists.record(project, intent);
        return intent;
    }

    /** What was done to the scheme; what was done to its end just before an interruption counts as done. Changes nothing. */
    Optional<UndoStep> find(Project project, Scheme scheme, List<OwnIssueType> needed) {
        Optional<UndoStep> step = lists.find(project, scheme.kind());
        if (step.isEmpty() || step.get().isDone() || !scheme.isExtended(project, needed)) {
            return step;
        }
        return scheme.done(project, step.get()).or(() -> step);
    }

    /** Takes the step back; returns why it was left, which keeps it on the list. */
    Optional<Message> takeBack(Project project, Scheme scheme, UndoStep step) {
        Optional<Message> left = scheme.takeBack(project, step);
        if (left.isEmpty()) {
            lists.remove(project, scheme.kind());
        }
        return left;
    }

    /** The project has got another scheme in the place of what was made or begun: what nobody uses of that goes. */
    private void abandon(Project project, Scheme scheme, UndoStep step) {
        takeBack(project, scheme, step);
    }
}
