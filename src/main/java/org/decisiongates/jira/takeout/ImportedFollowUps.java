package org.decisiongates.jira.takeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;

/** Names in criteria that were imported the issues that follow them up, as soon as both are here. */
@JiraComponent
class ImportedFollowUps {

    private final Records records;
    private final IssueManager issues;
    private final OwnIssueAccess access;
    private final JiraTexts texts;

    ImportedFollowUps(Records records, IssueManager issues, OwnIssueAccess access, JiraTexts texts) {
        this.records = records;
        this.issues = issues;
        this.access = access;
        this.texts = texts;
    }

    /**
     * Nothing where they are named already.
     *
     * @param id    of the issue here
     * @param here  ids here by keys there
     * @param notes takes what is left out
     */
    void take(TakenIssue taken, long id, Map<String, Long> here, List<String> notes) {
        for (NumberedValues row : taken.records()) {
            String there = row.value(RecordPart.FOLLOW_UP.key());
            if (!there.isEmpty() && !(here.containsKey(there) && named(row, id, here.get(there)))) {
                notes.add(texts.text("decision-gates.takeout.import.no-follow-up", there));
            }
        }
    }

    /** Whether a criterion of this text is followed up by the issue now. */
    private boolean named(NumberedValues row, long id, long followUp) {
        String text = row.value(RecordPart.TEXT.key());
        List<RowAtRevision<IssueRecord>> alike = records.ofIssue(id).stream()
                .filter(stored -> stored.row() instanceof Criterion criterion && criterion.text().equals(text)).toList();
        if (alike.stream().anyMatch(stored -> followUpOf(stored).equals(Optional.of(followUp)))) {
            return true;
        }
        // somebody may have removed it since an import that did not come to its end
        Optional<RowAtRevision<IssueRecord>> open = alike.stream()
                .filter(stored -> stored.revision().isFirst() && followUpOf(stored).isEmpty()).findFirst();
        Issue issue = issues.getIssueObject(id);
        return open.isPresent() && issue != null && records.change(access.context(issue), open.get().revision(),
                ((Criterion) open.get().row()).followedUpBy(followUp)) instanceof RowChangeOutcome.Applied<IssueRecord>;
    }

    private static Optional<Long> followUpOf(RowAtRevision<IssueRecord> stored) {
        return ((Criterion) stored.row()).followUp();
    }
}
