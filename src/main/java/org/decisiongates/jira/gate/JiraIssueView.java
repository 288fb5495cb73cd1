package org.decisiongates.jira.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;
import org.decisiongates.jira.platform.fields.JiraFields;

/** A Jira issue as the rules see it. Each thing is read at most once, and only when a rule asks for it. */
final class JiraIssueView implements IssueView {

    private final Issue issue;
    private final String actor;
    private final ZoneId zone;
    private final JiraFields fields;
    private final People people;
    private final IssueStatuses statuses;
    private final IssueLinks linked;
    private final CommentsAndAttachments added;
    private final References named;
    private final LongFunction<IssueRecords> records;
    private final FollowUpReader followUpReader;
    private final LongFunction<List<IssueThread>> threads;
    private final DisputeReader disputes;
    private final Function<JiraIssueView, List<IssueApproval>> approvals;
    private final Function<JiraIssueView, ApprovedScope> scope;
    private final Map<Field, FieldValue> values = new HashMap<>(8);
    private List<LinkedIssue> links;
    private Set<String> phases;
    private List<IssueComment> comments;
    private List<IssueAttachment> attachments;
    private IssueRecords recorded;
    private List<FollowUp> followUps;
    private List<IssueThread> discussed;
    private List<IssueDispute> disputed;
    private List<IssueApproval> approved;
    private ApprovedScope scoped;

    /**
     * @param actor user key of who asks; empty text for nobody, who sees what anonymous people see
     * @param zone  the zone of the issue's project
     */
    JiraIssueView(Issue issue, String actor, ZoneId zone, JiraFields fields, People people, IssueStatuses statuses, IssueLinks linked,
            CommentsAndAttachments added, References named, LongFunction<IssueRecords> records, FollowUpReader followUpReader,
            LongFunction<List<IssueThread>> threads, DisputeReader disputes, Function<JiraIssueView, List<IssueApproval>> approvals,
            Function<JiraIssueView, ApprovedScope> scope) {
        this.issue = issue;
        this.actor = actor;
        this.zone = zone;
        this.fields = fields;
        this.people = people;
        this.statuses = statuses;
        this.linked = linked;
        this.added = added;
        this.named = named;
        this.records = records;
        this.followUpReader = followUpReader;
        this.threads = threads;
        this.disputes = disputes;
        this.approvals = approvals;
        this.scope = scope;
    }

    @Override
    public IssueStatus status() {
        return statuses.of(issue);
    }

    @Override
    public String type() {
        return statuses.typeOf(issue);
    }

    @Override
    public boolean has(Field field) {
        return value(field).applies();
    }

    @Override
    public boolean isSet(Field field) {
        return value(field).isSet();
    }

    @Override
    public Optional<Person> person(Field field) {
        return Optional.ofNullable(value(field).user()).map(user -> people.person(user, issue.getProjectObject()));
    }

    @Override
    public List<Person> people(Field field) {
        return value(field).users().stream().map(user -> people.person(user, issue.getProjectObject())).toList();
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return value(field).date(zone);
    }

    @Override
    public Optional<Instant> moment(Field field) {
        return value(field).moment();
    }

    @Override
    public Optional<BigDecimal> number(Field field) {
        return value(field).number();
    }

    @Override
    public List<Choice> choices(Field field) {
        return value(field).choices();
    }

    @Override
    public boolean saysYes(Field field) {
        return named.saysYes(field, value(field).choices());
    }

    @Override
    public List<ProjectVersion> versions(Field field) {
        return value(field).versions();
    }

    @Override
    public String text(Field field) {
        return value(field).text();
    }

    @Override
    public Optional<String> nameOf(Reference reference) {
        return named.nameOf(reference);
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        return people.isInGroup(userKey, group);
    }

    @Override
    public boolean isInRole(String userKey, String role) {
        return people.isInRole(userKey, role, issue.getProjectObject());
    }

    @Override
    public boolean maySee(String userKey) {
        return people.maySee(userKey, issue);
    }

    @Override
    public List<LinkedIssue> links() {
        links = links == null ? linked.of(issue, actor) : links;
        return links;
    }

    @Override
    public Set<String> phasesVisited() {
        phases = phases == null ? statuses.phasesVisited(issue) : phases;
        return phases;
    }

    @Override
    public List<IssueComment> comments() {
        comments = comments == null ? added.comments(issue, actor) : comments;
        return comments;
    }

    @Override
    public List<IssueAttachment> attachments() {
        attachments = attachments == null ? added.attachments(issue) : attachments;
        return attachments;
    }

    @Override
    public IssueRecords records() {
        if (recorded == null) {
            recorded = issue.getId() == null ? IssueRecords.NONE : records.apply(issue.getId());
        }
        return recorded;
    }

    @Override
    public List<FollowUp> followUps() {
        followUps = followUps == null ? followUpReader.of(records(), actor) : followUps;
        return followUps;
    }

    @Override
    public List<IssueThread> threads() {
        if (discussed == null) {
            discussed = issue.getId() == null ? List.of() : threads.apply(issue.getId());
        }
        return discussed;
    }

    @Override
    public List<IssueDispute> disputes() {
        if (disputed == null) {
            disputed = issue.getId() == null ? List.of() : disputes.of(issue.getId(), links());
        }
        return disputed;
    }

    @Override
    public List<IssueApproval> approvals() {
        approved = approved == null ? approvals.apply(this) : approved;
        return approved;
    }

    @Override
    public ApprovedScope approvedScope() {
        scoped = scoped == null ? scope.apply(this) : scoped;
        return scoped;
    }

    /** The issue that is looked at. */
    Issue issue() {
        return issue;
    }

    @Override
    public Optional<Person> personWithKey(String userKey) {
        return people.withKey(userKey, issue.getProjectObject());
    }

    /** Whether another state of the issue holds something else in the field. */
    boolean differs(Field field, Issue other) {
        FieldValue value = value(field);
        return !Objects.equals(value.value(), value.valueIn(other));
    }

    /** User keys of everybody whom the field names in another state of the issue. */
    List<String> named(Field field, Issue other) {
        FieldValue value = value(field);
        return new FieldValue(field, value.system(), value.custom(), value.valueIn(other)).users().stream().map(ApplicationUser::getKey)
                .toList();
    }

    private FieldValue value(Field field) {
        FieldValue known = values.get(field);
        if (known == null) {
            known = FieldValue.of(field, issue, fields);
            values.put(field, known);
        }
        return known;
    }
}
