package org.decisiongates.jira.timeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.timeline.CachedFieldMapping;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangelogReader;
import org.decisiongates.timeline.FieldMapping;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;
import org.decisiongates.timeline.IssueState;
import org.decisiongates.timeline.JournalOrdering;

/** Reads from Jira what the journal records of an issue. */
@JiraComponent
public class IssueHistories {

    private static final String CUSTOM = "custom";

    private final ChangeHistoryManager histories;
    private final TrackedFields fields;
    private final FieldMapping mapping;
    private final LinkTypes links;

    IssueHistories(ChangeHistoryManager histories, TrackedFields fields, FieldMapping mapping, LinkTypes links) {
        this.histories = histories;
        this.fields = fields;
        this.links = links;
        this.mapping = mapping;
    }

    /** Whether the app tracks issues like this one. Reads nothing of its history. */
    public boolean concerns(Issue issue) {
        return mapping.kind(issue.getProjectId(), issue.getIssueTypeId()).isPresent();
    }

    /** All changes since its creation, in order. */
    public List<Change> whole(Issue issue) {
        return changelog().whole(state(issue), groups(issue));
    }

    /** Everything that Jira's history has of the issue, in no order: one reading. */
    public List<HistoryGroup> groups(Issue issue) {
        return histories.getChangeHistories(issue).stream().map(IssueHistories::group).toList();
    }

    /** Its creation, if it has not been changed since. */
    public List<Change> created(Issue issue) {
        return changelog().created(state(issue));
    }

    /** One change of it, if {@code issue} is as that change left it; empty when Jira has no such change. */
    public List<Change> changed(Issue issue, long groupId) {
        ChangeHistory history = histories.getChangeHistoryById(groupId);
        return history == null ? List.of() : changelog().changed(state(issue), group(history));
    }

    /** That it was deleted. */
    public List<Change> deleted(Issue issue, String actor, Instant at) {
        return changelog().deleted(state(issue), actor, at);
    }

    /**
     * The corrections with which the journal, if {@code recorded} is all it has of the issue, ends in the issue's present state. That state
     * has the last word, whether the history was imported, cut, or changed in the database.
     */
    public List<Change> corrections(Issue issue, List<Change> recorded, Instant noticed) {
        return recorded.isEmpty() ? List.of()
                : changelog().corrections(state(issue), links.of(issue), JournalOrdering.of(recorded), noticed).stream()
                        .filter(change -> fields.isThere(change.item())).toList();
    }

    /** Stores every name that fields and link types have now: Jira's history will go on using it. */
    public void noticeNames() {
        fields.noticeNames();
        links.noticeNames();
    }

    /** Stores every name that link types have now. */
    public void noticeLinkNames() {
        links.noticeNames();
    }

    private ChangelogReader changelog() {
        return new ChangelogReader(new CachedFieldMapping(mapping));
    }

    private IssueState state(Issue issue) {
        Collection<Version> versions = issue.getFixVersions();
        return new IssueState(issue.getKey(), issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId(),
                fields.value(issue, OwnField.OWNER, ApplicationUser.class).map(ApplicationUser::getKey).orElse(""),
                Optional.ofNullable(issue.getDueDate()).map(JiraDay::of),
                versions.stream().map(Version::getId).collect(Collectors.toSet()),
                fields.value(issue, OwnField.CUSTOMER_FACING, Option.class).filter(fields::saysYes)
                        .isPresent(),
                fields.value(issue, OwnField.FALLBACK, String.class).filter(text -> !text.isBlank()).isPresent(),
                scope(issue), new IssueState.Birth(issue.getId(), millis(issue.getCreated()), text(issue.getCreatorId())));
    }

    private Map<OwnField, String> scope(Issue issue) {
        return Stream.of(OwnField.ACCEPTANCE_CRITERIA, OwnField.TRADE_OFFS)
                .collect(Collectors.toMap(Function.identity(), field -> fields.value(issue, field, String.class).orElse("")));
    }

    private static HistoryGroup group(ChangeHistory history) {
        List<ChangeItemBean> items = history.getChangeItemBeans();
        return new HistoryGroup(history.getId(), text(history.getAuthorKey()), millis(history.getTimePerformed()),
                items.stream().map(IssueHistories::item).toList());
    }

    private static HistoryItem item(ChangeItemBean item) {
        return new HistoryItem(CUSTOM.equals(item.getFieldType()), text(item.getField()), text(item.getFrom()), text(item.getFromString()),
                text(item.getTo()), text(item.getToString()));
    }

    private static Instant millis(Timestamp time) {
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
