package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * The creation that the app's own import makes on this thread at this moment: its gates are evaluated and recorded, and do not refuse
 * (ADR-0141). No request, setting or issue leads here, only a call of the import. Every other creation is asked as ever: one on another
 * thread, one that something else makes on this thread meanwhile, and one after the end.
 */
@JiraComponent
public class CreationByImport {

    private final ThreadLocal<Announced> announced = new ThreadLocal<>();

    /**
     * Runs a creation whose gates only record.
     *
     * @param draft    what is about to be created, as Jira has checked it
     * @param actor    user key of who imports
     * @param creation creates that one issue, on this thread
     */
    public <T> Recorded<T> run(Issue draft, String actor, Supplier<T> creation) {
        if (announced.get() != null) {
            throw new IllegalStateException("an import creates one issue after the other");
        }
        Announced one = new Announced(draft.getProjectId(), draft.getIssueTypeId(), draft.getSummary(), actor);
        announced.set(one);
        try {
            return new Recorded<>(creation.get(), one.unmet);
        } finally {
            announced.remove();
        }
    }

    /** Whether the gates of this transition only record. */
    boolean covers(Transition transition) {
        Announced one = announced.get();
        return one != null && one.covers(transition);
    }

    /** Takes what a gate of the creation would have refused it for; called only for a transition that is covered. */
    void note(List<String> reasons) {
        announced.get().unmet.addAll(reasons);
    }

    /**
     * What was created, and what its gates would have refused it for.
     *
     * @param unmet in the language of who imports; none where they are met
     */
    public record Recorded<T>(T created, List<String> unmet) {

        public Recorded {
            unmet = List.copyOf(unmet);
        }
    }

    /** Jira may hand the workflow another object than it has checked, but one object to all of its validators. */
    private static final class Announced {

        private final Long projectId;
        private final String typeId;
        private final String summary;
        private final String actor;
        private final List<String> unmet = new ArrayList<>();
        private Issue created;

        Announced(Long projectId, String typeId, String summary, String actor) {
            this.projectId = projectId;
            this.typeId = typeId;
            this.summary = summary;
            this.actor = actor;
        }

        boolean covers(Transition transition) {
            if (!transition.creates() || !transition.actor().equals(actor)) {
                return false;
            }
            Issue issue = transition.issue();
            if (created == null && projectId.equals(issue.getProjectId()) && typeId.equals(issue.getIssueTypeId())
                    && summary.equals(issue.getSummary())) {
                created = issue;
            }
            return issue == created;
        }
    }
}
