package org.decisiongates.jira.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.jira.platform.issuetype.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.record.RecordParser;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.record.Records.Applied;
import org.decisiongates.record.Records.Full;
import org.decisiongates.record.Records.Outcome;
import org.decisiongates.record.Records.Revision;
import org.decisiongates.record.Records.Stale;
import org.decisiongates.record.Records.StoredRecord;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;

/**
 * Reads and changes the record of an issue, within the caller's permissions. Throws {@link ProblemException} where they do not reach, or a
 * row is wrong.
 */
@JiraComponent
public class RecordService {

    private final Records records;
    private final OwnIssueAccess issues;
    private final RecordPage page;
    private final PeopleNames people;
    private final AttachmentManager attachments;

    RecordService(Records records, OwnIssueAccess issues, RecordPage page, PeopleNames people, AttachmentManager attachments) {
        this.records = records;
        this.issues = issues;
        this.page = page;
        this.people = people;
        this.attachments = attachments;
    }

    RecordReplies.Rows rows(String key) {
        Issue issue = visible(key);
        return new RecordReplies.Rows(issue.getKey(), issues.editable(issue), Records.MAX,
                records.ofIssue(issue.getId()).stream().map(this::reply).toList());
    }

    RecordReplies.History history(String key) {
        Issue issue = visible(key);
        return new RecordReplies.History(issue.getKey(), records.history(issue.getId()).stream().map(this::entry).toList());
    }

    /** The panel as it is now, HTML. */
    String panel(String key) {
        return page.html(visible(key));
    }

    /** @param kind key of a kind, unchecked from the address, as in the other methods */
    Map<String, Object> add(String key, String kind, InputStream sent) throws IOException {
        Issue issue = editable(key);
        RecordBody body = RecordBody.read(kind(kind), sent);
        return reply(requireApplied(records.add(issues.context(issue), row(issue, kind(kind), body, Map.of())), issue, kind(kind)));
    }

    /** @param id number of the row, unchecked from the address */
    Map<String, Object> change(String key, String kind, String id, InputStream sent) throws IOException {
        Issue issue = editable(key);
        RecordBody body = RecordBody.read(kind(kind), sent);
        IssueRecord row = row(issue, kind(kind), body,
                body.version().isPresent() ? Map.of() : Map.of(RecordBody.VERSION, RecordBody.noVersion()));
        Revision seen = new Revision(number(id), body.version().orElseThrow());
        return reply(requireApplied(records.change(issues.context(issue), seen, row), issue, kind(kind)));
    }

    /**
     * @param id      number of the row, unchecked from the address
     * @param version the version of the row that the caller has seen, unchecked from the address
     */
    void remove(String key, String kind, String id, String version) {
        Issue issue = editable(key);
        int seen = RecordBody.version(version)
                .orElseThrow(() -> new ProblemException(400, Map.of(RecordBody.VERSION, RecordBody.noVersion())));
        requireApplied(records.remove(issues.context(issue), new Revision(number(id), seen), kind(kind)), issue, kind(kind));
    }

    private Issue visible(String key) {
        Issue issue = issues.visible(key).orElseThrow(() -> new ProblemException(404, "decision-gates.impact.no-such-issue", key));
        if (issues.kind(issue).isEmpty()) {
            throw new ProblemException(400, "decision-gates.record.other-type", issue.getKey());
        }
        return issue;
    }

    private Issue editable(String key) {
        Issue issue = visible(key);
        if (!issues.editable(issue)) {
            throw new ProblemException(403, "decision-gates.impact.not-editable", issue.getKey());
        }
        return issue;
    }

    private static Kind kind(String key) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.key().equals(key)).findFirst()
                .orElseThrow(() -> new ProblemException(404, "decision-gates.record.no-such-kind", key,
                        Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "))));
    }

    /** The row that was sent, unless something is wrong with it: all of that is said at once. */
    private IssueRecord row(Issue issue, Kind kind, RecordBody body, Map<String, Message> missing) {
        RecordParser.ParsedRecord reading = RecordParser.read(kind, body.typed(), new LookupOf(issue));
        Map<String, Message> faults = new LinkedHashMap<>();
        reading.faults().forEach((part, fault) -> faults.put(part.key(), fault));
        faults.putAll(body.faults());
        faults.putAll(missing);
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return reading.row().orElseThrow();
    }

    private StoredRecord requireApplied(Outcome outcome, Issue issue, Kind kind) {
        if (outcome instanceof Applied applied) {
            return applied.row();
        }
        if (outcome instanceof Stale stale) {
            throw ProblemException.conflict(Message.of("decision-gates.record.stale", page.sentence(stale.current().row())),
                    reply(stale.current()));
        }
        throw outcome instanceof Full
                ? new ProblemException(400, "decision-gates.record.full", issue.getKey(), String.valueOf(Records.MAX), kind.key())
                : new ProblemException(404, "decision-gates.record.gone", issue.getKey(), kind.key());
    }

    private Map<String, Object> reply(StoredRecord stored) {
        return RecordReplies.row(stored, people);
    }

    private RecordReplies.Entry entry(Change change) {
        return new RecordReplies.Entry(change.at(), change.actor(), change.subject(), parts(change.from()), parts(change.to()));
    }

    private Optional<Map<String, Object>> parts(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty()).map(one -> RecordReplies.parts(RecordParts.read(one), people));
    }

    /** The number of a row; no row has number 0. */
    private static long number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
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
        public boolean hasAttachment(String name) {
            return attachments.getAttachments(issue).stream().anyMatch(file -> file.getFilename().equals(name));
        }
    }
}
