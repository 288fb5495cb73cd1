package org.decisiongates.jira.project;

import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

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

    /** Extends the scheme, where that is not done yet, and says what was done. */
    Optional<Message> extend(Project project, Scheme scheme) {
        Optional<UndoStep> known = find(project, scheme);
        if (scheme.isExtended(project)) {
            known.ifPresent(step -> settle(project, scheme, step));
            return Optional.empty();
        }
        UndoStep intent = begin(project, scheme, known);
        Message said = scheme.extend(project, intent);
        scheme.done(project, intent).ifPresent(done -> lists.record(project, done));
        return Optional.of(said);
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
    Optional<UndoStep> find(Project project, Scheme scheme) {
        Optional<UndoStep> step = lists.find(project, scheme.kind());
        if (step.isEmpty() || step.get().isDone() || !scheme.isExtended(project)) {
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
