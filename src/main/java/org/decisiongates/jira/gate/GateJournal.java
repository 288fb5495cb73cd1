package org.decisiongates.jira.gate;

import java.util.OptionalLong;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.gate.Examination;
import org.decisiongates.gate.Gate;
import org.decisiongates.gate.Moment;
import org.decisiongates.journal.GateEvent;
import org.decisiongates.journal.Journal;

/** Writes down what a gate said at a transition: one entry for each gate, whatever the verdict. */
@JiraComponent
class GateJournal {

    private final Journal journal;
    private final WorkflowManager workflows;
    private final RequestSource source;

    GateJournal(Journal journal, WorkflowManager workflows, RequestSource source) {
        this.journal = journal;
        this.workflows = workflows;
        this.source = source;
    }

    void append(Transition transition, Gate gate, Examination examination, Moment now) {
        Issue issue = transition.issue();
        String workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getName();
        GateEvent event = new GateEvent(issue.getId() == null ? OptionalLong.empty() : OptionalLong.of(issue.getId()), issue.getProjectId(),
                workflow, transition.action().getId(), transition.action().getName(), transition.actor(), source.current(),
                examination.status(), examination.failedRules(), gate.settingsHash(), now.instant());
        try {
            journal.append(event);
        } catch (RuntimeException e) {
            throw new NotWrittenDown(e);
        }
    }

    /** Says that the journal did not take an entry. */
    static final class NotWrittenDown extends RuntimeException {

        private NotWrittenDown(RuntimeException cause) {
            super("the journal of the gates cannot be written", cause);
        }
    }
}
