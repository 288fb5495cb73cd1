package org.decisiongates.jira.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.jira.platform.record.FollowUpIssues;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RowRequestBody;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.record.RecordParser;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;

/**
 * Reads and changes the record of an issue, within the caller's permissions. Throws {@link ProblemException} where they do not reach, or a
 * row is wrong.
 */
@JiraComponent
public class RecordService {

    private static final String OTHER_TYPE = "decision-gates.record.other-type";

    private final Records records;
    private final OwnIssueAccess issues;
    private final RecordPage page;
    private final PeopleNames people;
    private final FollowUpIssues followUps;
    private final AttachmentManager attachments;
    private final ProjectTime time;

    RecordService(Records records, OwnIssueAccess issues, RecordPage page, PeopleNames people, FollowUpIssues followUps,
            AttachmentManager attachments, ProjectTime time) {
        this.records = records;
        this.issues = issues;
        this.page = page;
        this.people = people;
        this.followUps = followUps;
        this.attachments = attachments;
        this.time = time;
    }

    RecordReplies.Rows rows(String key) {
        Issue issue = issues.requireVisible(key, OTHER_TYPE);
        return new RecordReplies.Rows(issue.getKey(), issues.editable(issue), Records.MAX,
                records.ofIssue(issue.getId()).stream().map(this::reply).toList());
    }

    RecordReplies.History history(String key) {
        Issue issue = issues.requireVisible(key, OTHER_TYPE);
        return new RecordReplies.History(issue.getKey(), records.history(issue.getId()).stream().map(this::entry).toList());
    }

    /** The panel as it is now, HTML. */
    String panel(String key) {
        return page.html(issues.requireVisible(key, OTHER_TYPE));
    }

    /** @param kind key of a kind, unchecked from the address, as in the other methods */
    Map<String, Object> add(String key, String kind, InputStream sent) throws IOException {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        RowRequestBody<RecordPart> body = RowRequestBody.read(sent, RecordPart.byKey(kind(kind)));
        return reply(requireApplied(records.add(issues.context(issue), row(issue, kind(kind), body)), issue, kind(kind)));
    }

    /** @param id number of the row, unchecked from the address */
    Map<String, Object> change(String key, String kind, String id, InputStream sent) throws IOException {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        RowRequestBody<RecordPart> body = RowRequestBody.readStored(sent, RecordPart.byKey(kind(kind)));
        IssueRecord row = row(issue, kind(kind), body);
        return reply(requireApplied(records.change(issues.context(issue), body.revision(id), row), issue, kind(kind)));
    }

    /**
     * @param id      number of the row, unchecked from the address
     * @param version the version of the row that the caller has seen, unchecked from the address
     */
    void remove(String key, String kind, String id, String version) {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        requireApplied(records.remove(issues.context(issue), RowRequestBody.revision(id, version), kind(kind)), issue, kind(kind));
    }

    private static Kind kind(String key) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.key().equals(key)).findFirst()
                .orElseThrow(() -> new ProblemException(404, "decision-gates.record.no-such-kind", key,
                        Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "))));
    }

    /** The row that was sent, unless something is wrong with it. */
    private IssueRecord row(Issue issue, Kind kind, RowRequestBody<RecordPart> body) {
        RecordParser.ParsedRecord reading = RecordParser.readNow(kind, body.typed(), new LookupOf(issue), time.now().toLocalDate());
        Map<String, Message> faults = new LinkedHashMap<>();
        reading.faults().forEach((part, fault) -> faults.put(part.key(), fault));
        body.requireSound(faults);
        return reading.row().orElseThrow();
    }

    private RowAtRevision<IssueRecord> requireApplied(RowChangeOutcome<IssueRecord> outcome, Issue issue, Kind kind) {
        if (outcome instanceof RowChangeOutcome.Applied<IssueRecord> applied) {
            return applied.row();
        }
        if (outcome instanceof RowChangeOutcome.Stale<IssueRecord> stale) {
            throw ProblemException.conflict(Message.of("decision-gates.record.stale", page.sentence(stale.current().row())),
                    reply(stale.current()));
        }
        throw outcome instanceof RowChangeOutcome.Full
                ? new ProblemException(400, "decision-gates.record.full", issue.getKey(), String.valueOf(Records.MAX), kind.key())
                : new ProblemException(404, "decision-gates.record.gone", issue.getKey(), kind.key());
    }

    private Map<String, Object> reply(RowAtRevision<IssueRecord> stored) {
        return RecordReplies.row(stored, people, followUps::keyOf);
    }

    private RecordReplies.Entry entry(Change change) {
        return new RecordReplies.Entry(change.at(), change.actor(), change.subject(), parts(change.from()), parts(change.to()));
    }

    private Optional<Map<String, Object>> parts(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty())
                .map(one -> RecordReplies.parts(RecordParts.read(one), people, followUps::keyOf));
    }

    /** What a row of this issue may refer to. */
    private final class LookupOf implements RecordParser.Lookup {

        private final Issue issue;

        LookupOf(Issue issue) {
            this.issue = issue;
        }

        @Override
        public Optional<String> userKey(String typed) {
            return people.keyOf(typed);
        }

        @Override
        public boolean hasCriterion(long id) {
            return records.recordsOf(issue.getId()).criteria().stream().anyMatch(criterion -> criterion.id() == id);
        }

        @Override
        public boolean hasHypothesis(long id) {
            return records.recordsOf(issue.getId()).hypotheses().stream().anyMatch(belief -> belief.id() == id);
        }

        @Override
        public OptionalLong otherIssue(String typed) {
            if (isFollowUpAlready(typed)) {
                return OptionalLong.of(Long.parseLong(typed));
            }
            return issues.visible(typed.toUpperCase(Locale.ROOT)).map(Issue::getId).filter(id -> !id.equals(issue.getId())).stream()
                    .mapToLong(Long::longValue).findFirst();
        }

        /** The form and REST name what the caller may not see by its id. */
        private boolean isFollowUpAlready(String typed) {
            return records.recordsOf(issue.getId()).criteria().stream()
                    .anyMatch(criterion -> criterion.followUp().map(String::valueOf).equals(Optional.of(typed)));
        }

        @Override
        public boolean hasAttachment(String name) {
            return attachments.getAttachments(issue).stream().anyMatch(file -> file.getFilename().equals(name));
        }
    }
}
