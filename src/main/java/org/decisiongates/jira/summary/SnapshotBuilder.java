package org.decisiongates.jira.summary;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.JournalReplay;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.Scopes;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.summary.Listed;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.WeekSnapshot;

/** Takes down what a week of a project held, as somebody sees it from whom nothing is hidden. */
@JiraComponent
public class SnapshotBuilder {

    private final JournalReplay folding;
    private final OpenLists open;
    private final ClosuresAndReopenings happenings;
    private final Scopes scopes;

    SnapshotBuilder(JournalReplay folding, OpenLists open, ClosuresAndReopenings happenings, Scopes scopes) {
        this.folding = folding;
        this.open = open;
        this.happenings = happenings;
        this.scopes = scopes;
    }

    /** What the frozen weeks of a project are filed under. */
    public static String scope(long projectId) {
        return "project:" + projectId;
    }

    /**
     * The week as it is known at that moment.
     *
     * @param late whether it is too late to list what was open at its end: how much it was, and whose, is known all the same
     */
    public WeekSnapshot record(Project project, WeekMoment when, boolean late) {
        JournalReplay.Folded folded = folding.fold(project.getId(), when);
        SearchScope scope = scopes.of(project);
        ClosuresAndReopenings.Told told = happenings.all(folded.numbers(), when.zone());
        Section<Listed<OpenItem>> blockers = late ? counted(folded.numbers().blockers().openAtEnd())
                : open.all(OwnIssueType.BLOCKER, scope, when);
        Section<Listed<OpenItem>> decisions = late ? counted(folded.numbers().decisions().openAtEnd())
                : open.all(OwnIssueType.DECISION, scope, when);
        return new WeekSnapshot(when.zone().getId(), blockers, decisions, told.closures(), told.reopened(), folded.gates(),
                folded.numbers().figures(),
                folded.numbers().impact(), open.counted(folded.numbers(), blockers, decisions));
    }

    private static Section<Listed<OpenItem>> counted(long open) {
        return new Section<>(List.of(), open);
    }
}
