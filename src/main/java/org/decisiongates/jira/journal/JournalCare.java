package org.decisiongates.jira.journal;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Says whether a project's journal can be relied on, and makes it so. */
@JiraComponent
public class JournalCare {

    private final Reconciler reconciler;
    private final BackFill backFill;

    JournalCare(Reconciler reconciler, BackFill backFill) {
        this.reconciler = reconciler;
        this.backFill = backFill;
    }

    /** Whether the history from before the app came to the project is in the journal. */
    public boolean isComplete(Project project) {
        return backFill.progress(project).filter(Progress::isComplete).isPresent();
    }

    /** Brings whatever is missing into the journal; throws when it cannot. */
    public void completeFor(Project project) {
        reconciler.sweep(project);
    }
}
