package org.decisiongates.jira.timeline;

import java.util.List;
import java.util.function.Consumer;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.timeline.Changes;

/** Knows whether the journal of a project is complete, and completes it. */
@JiraComponent
public class JournalCompleteness {

    private final Reconciler reconciler;
    private final BackFill backFill;
    private final Changes changes;

    JournalCompleteness(Reconciler reconciler, BackFill backFill, Changes changes) {
        this.reconciler = reconciler;
        this.backFill = backFill;
        this.changes = changes;
    }

    /** Whether the journal holds the history from before the project was enabled; false while it has no entry of the project. */
    public boolean isComplete(Project project) {
        return backFill.progress(project).filter(Progress::isComplete).isPresent() && changes.newest(List.of(project.getId())).isPresent();
    }

    /** Runs {@code work}, on a thread of the journal, as soon as the whole history of a project was read. */
    public void onceComplete(Consumer<Project> work) {
        backFill.onFilled(work);
    }

    /** Brings whatever is missing into the journal; throws {@link UnreadableIssuesException} when it cannot. */
    public void completeFor(Project project) {
        reconciler.sweep(project);
    }
}
