package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;
import org.decisiongates.issue.Reference.Kind;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.HasDueDate;
import org.decisiongates.policy.rules.HasFallback;
import org.decisiongates.record.Records;
import org.decisiongates.review.ReviewThreads;

/** An issue of Jira as rules see it, without any transition. */
public class JiraIssueViewTest {

    private static final Field FIELD = new Field("customfield_10300");
    private static final String TYPE = "10001";

    private final TransitionFixture jira = new TransitionFixture();
    private final IssueLinkManager links = mock(IssueLinkManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    private final UserManager users = jira.users;
    private final CommentManager comments = mock(CommentManager.class);
    private final AttachmentManager attachments = mock(AttachmentManager.class);
    private final Records records = mock(Records.class);
    private final ReviewThreads threads = mock(ReviewThreads.class);
    private final WorkflowManager workflows = mock(WorkflowManager.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final IssueStatuses statuses = new IssueStatuses(types, histories, workflows);
    private final JiraIssueView view = new JiraIssueView(jira.issue, "lead", ZoneOffset.UTC, jira.fields(), jira.people, statuses,
            new IssueLinks(links, hidden, users, statuses, jira.linkTypes), new CommentsAndAttachments(comments, attachments, users),
            new References(jira.people, jira.fieldOptions(), jira.linkTypes, jira.constants), id -> records.recordsOf(id),
            new FollowUpReader(jira.followUps(), jira.people), id -> threads.seenByRules(id), DisputeReader.ofOne(threads, ZoneOffset.UTC),
            asked -> List.of(),
            asked -> ApprovedScope.NOT_APPROVED);

    public JiraIssueViewTest() {
        when(types.of(any(), eq(TYPE))).thenReturn(Optional.of(OwnIssueType.DECISION));
        when(types.of(any(Issue.class))).thenCallRealMethod();
        when(types.typeOf(any(), any())).thenCallRealMethod();
        for (OwnStatus status : OwnStatus.all()) {
            when(types.phaseOf(eq(OwnIssueType.DECISION), any(), eq(status.key() + "-id"))).thenReturn(Optional.of(status));
        }
        stands(jira.issue, "in-review-id", "In review");
    }

    @Test
    public void readsTheRecordOnceAndAtTheFirstQuestionOnly() {
        IssueRecords recorded = IssueRecords.of(List.of(new TradeOff("Guest checkout", "", Optional.of("ann"))));
        when(jira.issue.getId()).thenReturn(10200L);
        when(records.recordsOf(10200)).thenReturn(recorded);
        view.status();
        verifyNoInteractions(records);

        assertEquals(recorded, view.records());
        assertEquals(recorded, view.records());
        verify(records, times(1)).recordsOf(10200);
    }

    @Test
    public void findsNoRecordOfAnIssueThatIsBeingCreated() {
        when(jira.issue.getId()).thenReturn(null);

        assertEquals(IssueRecords.NONE, view.records());
        verifyNoInteractions(records);
    }

    @Test
    public void readsEachFollowUpOnceWithTheOwnerOfItsTypeAndWhetherTheActorMaySeeIt() {
        when(jira.issue.getId()).thenReturn(10200L);
        when(records.recordsOf(10200)).thenReturn(IssueRecords.of(List.of(gap(1, 11), gap(2, 12), gap(3, 13), gap(4, 11), gap(5, 14))));
        MutableIssue decision = followUp(11, "done");
        ApplicationUser lead = jira.user("lead", true, true);
        CustomField owner = jira.fields().custom(Field.OWNER).orElseThrow();
        when(owner.getRelevantConfig(decision)).thenReturn(mock(FieldConfig.class));
        when(decision.getCustomFieldValue(owner)).thenReturn(lead);
        when(decision.getDueDate()).thenReturn(Timestamp.from(Instant.EPOCH));
        MutableIssue assigned = followUp(12, "indeterminate");
        when(assigned.getAssignee()).thenReturn(lead);
        MutableIssue left = followUp(14, "new");
        when(jira.users.getUserByKey("lead")).thenReturn(lead);
        ApplicationUser former = jira.user("former", false, false);
        when(left.getAssignee()).thenReturn(former);
        when(jira.permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, decision, lead)).thenReturn(true);
        when(jira.permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, assigned, lead)).thenReturn(true);

        List<FollowUp> expected = List.of(new FollowUp(11, true, true, true, false), new FollowUp(12, true, false, false, false),
                new FollowUp(14, false, false, false, true));
        assertEquals(expected, view.followUps());
        assertEquals(expected, view.followUps());
        verify(jira.issueManager, times(1)).getIssueObject(11L);
    }

    @Test
    public void asksNobodyAboutFollowUpsOfWhatIsNoGap() {
        when(jira.issue.getId()).thenReturn(10200L);
        when(records.recordsOf(10200)).thenReturn(IssueRecords.of(
                List.of(new Criterion(1, "Fast", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED, Optional.of(11L)))));

        assertEquals(List.of(), view.followUps());
        verifyNoInteractions(jira.issueManager);
    }

    private static Criterion gap(long id, long followUp) {
        return new Criterion(id, "Fast", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE, Optional.of(followUp));
    }

    private MutableIssue followUp(long id, String category) {
        MutableIssue issue = mock(MutableIssue.class);
        Status status = mock(Status.class);
        StatusCategory of = mock(StatusCategory.class);
        when(of.getKey()).thenReturn(category);
        when(status.getStatusCategory()).thenReturn(of);
        when(issue.getStatus()).thenReturn(status);
        when(issue.getId()).thenReturn(id);
        when(jira.issueManager.getIssueObject(id)).thenReturn(issue);
        return issue;
    }

    @Test
    public void readsThreadsOnceAndAtTheFirstQuestionOnly() {
        List<IssueThread> discussed = List.of(new IssueThread(1, ThreadSection.QUESTION, ThreadState.OPEN));
        when(jira.issue.getId()).thenReturn(10200L);
        when(threads.seenByRules(10200)).thenReturn(discussed);
        view.records();
        verifyNoInteractions(threads);

        assertEquals(discussed, view.threads());
        assertEquals(discussed, view.threads());
        verify(threads, times(1)).seenByRules(10200);
    }

    @Test
    public void findsNoThreadsOfAnIssueThatIsBeingCreated() {
        when(jira.issue.getId()).thenReturn(null);

        assertEquals(List.of(), view.threads());
        verifyNoInteractions(threads);
    }

    @Test
    public void knowsThePeopleWhomARecordNames() {
        ApplicationUser ann = jira.user("ann", true, true);
        when(users.getUserByKey("ann")).thenReturn(ann);

        assertEquals(Optional.of(new Person("ann", "ann", true, true)), view.personWithKey("ann"));
        assertEquals("the account is gone", Optional.empty(), view.personWithKey("bob"));
    }

    @Test
    public void readsFieldsOfEveryKind() {
        jira.custom(FIELD.id(), "A field", "float");
        Option option = mock(Option.class);
        when(option.getOptionId()).thenReturn(7L);
        when(option.getValue()).thenReturn("High");

        assertEquals(Optional.of(new BigDecimal("2.5")), fresh(2.5).number(FIELD));
        assertEquals(List.of(new Choice("7", "High")), fresh(option).choices(FIELD));
        assertEquals(List.of(new Choice("7", "High")), fresh(List.of(option)).choices(FIELD));
        assertEquals(List.of(new Choice("urgent", "urgent")), fresh(Set.of(new Label(1L, 2L, "urgent"))).choices(FIELD));
        assertEquals(List.of(new Person("ann", "ann", true, true), new Person("bob", "bob", false, false)),
                fresh(List.of(jira.user("ann", true, true), jira.user("bob", false, true))).people(FIELD));
        assertEquals(List.of(new Person("ann", "ann", true, true)), fresh(jira.user("ann", true, true)).people(FIELD));
        assertEquals(List.of(), fresh(null).people(FIELD));
        assertEquals(List.of(), fresh(null).choices(FIELD));
        assertEquals(Optional.empty(), fresh(null).number(FIELD));
    }

    @Test
    public void saysWhenAFieldHoldsAnotherKindOfValue() {
        jira.custom(FIELD.id(), "A field", "textfield");

        assertThrows(FieldTypeMismatchException.class, () -> fresh("text").number(FIELD));
        assertThrows(FieldTypeMismatchException.class, () -> fresh("text").choices(FIELD));
        assertThrows(FieldTypeMismatchException.class, () -> fresh(List.of("text")).people(FIELD));
    }

    /** Whatever Java calls an object by is long enough for a fallback plan. */
    @Test
    public void takesNothingButATextForOne() {
        jira.custom(FIELD.id(), "A field", "textarea");
        for (Object other : new Object[] {jira.user("ann", true, true), mock(Option.class), mock(Priority.class), 2.5,
                Timestamp.from(TestTime.NOW), List.of("text"), Map.of("1", mock(Option.class))}) {
            assertThrows(other.toString(), FieldTypeMismatchException.class, () -> fresh(other).text(FIELD));
        }
        assertEquals("", fresh(null).text(FIELD));
        assertEquals(" as typed ", fresh(" as typed ").text(FIELD));
        Gate gate = Gate.of(ConfiguredRule.of(HasFallback.DEFINITION, Map.of("field", "project"), Optional.empty()));
        assertEquals("decision-gates.gate.error.unfit-field",
                Evaluator.evaluate(gate, view, EvaluationContext.of(TestTime.NOW, TestTime.ZONE)).findings().get(0).key());
    }

    @Test
    public void knowsWhereTheIssueStandsAndStood() {
        assertEquals(new IssueStatus("in-review-id", "In review", Optional.of("IN_REVIEW")), view.status());
        ChangeHistory first = history(item("status", "draft-id", "in-review-id"), item("summary", "decided-id", "decided-id"));
        ChangeHistory second = history(item("status", "in-review-id", "10077"),
                new ChangeItemBean("custom", "status", "live-id", "Live", "live-id", "Live", null));
        when(histories.getChangeHistories(jira.issue)).thenReturn(List.of(first, second));

        assertEquals(Set.of("DRAFT", "IN_REVIEW"), view.phasesVisited());
        assertEquals(Set.of("DRAFT", "IN_REVIEW"), view.phasesVisited());
        verify(histories, times(1)).getChangeHistories(jira.issue);
    }

    @Test
    public void wasDecidedWhenItBecameSoAndNotWhenItWasMoved() {
        stands(jira.issue, "decided-id", "Decided");
        when(jira.issue.getCreated()).thenReturn(Timestamp.from(at(0)));
        decidedBy(1, at(0));
        decidedBy(1, at(1), at(1, item("status", "in-review-id", "decided-id")));
        // a status that stands for nothing changes nothing
        decidedBy(2, at(3), at(1, item("status", "in-review-id", "10077")), at(3, item("status", "10077", "decided-id")));
        decidedBy(3, at(1), at(1, item("status", "in-review-id", "decided-id")), at(2, item("status", "decided-id", "10077")),
                at(3, item("status", "10077", "decided-id")));
        decidedBy(4, at(2), at(2, item("status", "10077", "decided-id")));
        // nor is it decided by a move out of one
        decidedBy(5, at(0), at(2, item("project", "10001", "10000"), item("status", "10077", "decided-id")));
        // which says in its former project what it said there
        OwnStatus decided = OwnStatus.all().stream().filter(one -> one.key().equals("decided")).findFirst().orElseThrow();
        when(types.phaseOf(OwnIssueType.DECISION, 10001L, "10078")).thenReturn(Optional.of(decided));
        decidedBy(6, at(1), at(1, item("status", "10077", "10078")),
                at(2, item("status", "10078", "decided-id"), item("project", "10001", "10000")));
    }

    private void decidedBy(int number, Instant expected, ChangeHistory... groups) {
        when(histories.getChangeHistories(jira.issue)).thenReturn(List.of(groups));
        assertEquals("case " + number, Optional.of(expected), statuses.decidedAt(jira.issue));
    }

    private static Instant at(int minutes) {
        return TestTime.NOW.plusSeconds(60L * minutes);
    }

    private static ChangeHistory at(int minutes, ChangeItemBean... items) {
        ChangeHistory history = history(items);
        when(history.getTimePerformed()).thenReturn(Timestamp.from(at(minutes)));
        return history;
    }

    @Test
    public void countsWhatTheActorMayNotSeeAndNamesItNot() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        IssueLink blocks = link(3L, other(11L, "SHOP-11", "decided-id", "Decided"), jira.issue);
        IssueLink relates = link(4L, jira.issue, other(12L, "SECRET-12", "draft-id", "Draft"));
        when(links.getInwardLinks(10200L)).thenReturn(List.of(blocks));
        when(links.getOutwardLinks(10200L)).thenReturn(List.of(relates));
        when(hidden.seenOf(List.of(11L, 12L), lead)).thenReturn(Set.of(11L));

        assertEquals(List.of(
                LinkedIssue.visible(new LinkedIssue.Link("3", false, true), 11, "SHOP-11", "decision",
                        new IssueStatus("decided-id", "Decided", Optional.of("DECIDED"))),
                LinkedIssue.hidden(new LinkedIssue.Link("4", true, true), 12, "decision",
                        new IssueStatus("draft-id", "Draft", Optional.of("DRAFT")))),
                view.links());
        assertFalse(view.links().toString().contains("SECRET"));
        assertFalse(view.links().toString().contains("Draft"));
        verify(hidden, times(1)).seenOf(any(), any());
    }

    @Test
    public void asksOnceWhichOfTheDecisionsAreDisputed() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        IssueLink relates = link(4L, jira.issue, other(12L, "SECRET-12", "draft-id", "Draft"));
        when(jira.issue.getId()).thenReturn(10200L);
        when(links.getOutwardLinks(10200L)).thenReturn(List.of(relates));
        when(threads.disputedSince(List.of(12L, 10200L)))
                .thenReturn(Map.of(12L, Instant.parse("2026-11-20T23:59:59Z"), 10200L, Instant.parse("2026-11-21T00:00:00Z")));

        List<IssueDispute> expected = List.of(new IssueDispute(Optional.empty(), LocalDate.of(2026, 11, 21)),
                new IssueDispute(Optional.of(12L), LocalDate.of(2026, 11, 20)));
        assertEquals(expected, view.disputes());
        assertEquals(expected, view.disputes());
        verify(threads, times(1)).disputedSince(any());
    }

    @Test
    public void looksForAllThatTheActorMaySeeHoweverManyThereAre() {
        List<IssueLink> many = LongStream.rangeClosed(1, 1_001)
                .mapToObj(id -> link(3L, other(id, "SHOP-" + id, "decided-id", "Decided"), jira.issue)).toList();
        when(links.getInwardLinks(10200L)).thenReturn(many);
        when(hidden.seenOf(any(), any())).thenAnswer(call -> Set.copyOf(call.<List<Long>>getArgument(0)));

        assertEquals(1_001, view.links().stream().filter(LinkedIssue::isVisible).count());
        verify(hidden, never()).seenOf(argThat(asked -> asked.size() > HiddenIssueFilter.MAX_ISSUES), any());
    }

    /** Name of the type, its readings inward and outward; whether a link to this issue, and one from it, says that it is blocked. */
    @Test
    public void knowsWhatBlocksByWhatTheLinkReads() {
        Object[][] table = {{"Blocks", "is blocked by", "blocks", true, false}, {"BLOCKS", "", "", true, false},
                {"Prevents", "Is Blocked By", "prevents", true, false}, {"Waiting", "blocks", "is blocked by", false, true},
                {"Relates", "relates to", "relates to", false, false}};
        IssueLinkType usual = type("Blocks", "is blocked by", "blocks");
        when(jira.linkTypes.getIssueLinkTypes()).thenReturn(List.of(usual));
        Issue source = other(11L, "SHOP-11", "decided-id", "Decided");
        when(hidden.seenOf(any(), any())).thenReturn(Set.of(11L));
        for (Object[] row : table) {
            IssueLinkType type = type((String) row[0], (String) row[1], (String) row[2]);
            IssueLink inward = link(3L, source, jira.issue);
            IssueLink outward = link(3L, jira.issue, source);
            when(inward.getIssueLinkType()).thenReturn(type);
            when(outward.getIssueLinkType()).thenReturn(type);
            when(links.getInwardLinks(10200L)).thenReturn(List.of(inward));
            when(links.getOutwardLinks(10200L)).thenReturn(List.of(outward));

            assertEquals((String) row[0], List.of(row[3], row[4]), new JiraIssueView(jira.issue, "lead", ZoneOffset.UTC, jira.fields(),
                    jira.people, statuses, new IssueLinks(links, hidden, users, statuses, jira.linkTypes), null, null, null, null, null,
                    null, null, null)
                    .links()
                    .stream()
                    .map(other -> other.link().blocks()).toList());
        }
    }

    @Test
    public void leavesOutTheLinksByWhichJiraKeepsSubTasks() {
        IssueLink parent = link(9L, other(11L, "SHOP-11", "decided-id", "Decided"), jira.issue);
        when(parent.getIssueLinkType().isSystemLinkType()).thenReturn(true);
        when(links.getInwardLinks(10200L)).thenReturn(List.of(parent));

        assertEquals(List.of(), view.links());
        verifyNoInteractions(hidden);
    }

    @Test
    public void readsVersionsMomentsGroupsAndWhatJiraOffersItself() {
        Version version = mock(Version.class);
        when(version.getId()).thenReturn(31L);
        when(version.getName()).thenReturn("2.0");
        when(version.getReleaseDate()).thenReturn(Timestamp.valueOf("2026-12-01 00:00:00"));
        when(version.isReleased()).thenReturn(true);
        when(jira.issue.getFixVersions()).thenReturn(List.of(version));
        when(jira.issue.getCreated()).thenReturn(Timestamp.from(TestTime.NOW));
        Priority priority = mock(Priority.class);
        when(priority.getId()).thenReturn("2");
        when(priority.getName()).thenReturn("High");
        when(jira.issue.getPriority()).thenReturn(priority);
        when(jira.project.getName()).thenReturn("Shop");
        Group group = mock(Group.class);
        when(group.getName()).thenReturn("leads");
        jira.custom(FIELD.id(), "A field", "multigrouppicker");

        assertEquals(List.of(new ProjectVersion("31", "2.0", Optional.of(LocalDate.of(2026, 12, 1)), true)),
                view.versions(new Field("fixVersions")));
        assertEquals(Optional.of(TestTime.NOW), view.moment(new Field("created")));
        assertEquals(List.of(new Choice("2", "High")), view.choices(new Field("priority")));
        assertEquals(List.of(new Choice("10000", "Shop")), view.choices(new Field("project")));
        assertEquals(List.of(new Choice("leads", "leads")), fresh(List.of(group)).choices(FIELD));
        assertThrows("a day is no moment", FieldTypeMismatchException.class,
                () -> dueToday().moment(Field.DUE_DATE));
    }

    @Test
    public void tellsAnEmptyFieldOfAnyKind() {
        jira.custom(FIELD.id(), "A field", "textfield");
        for (Object nothing : new Object[] {null, "", " \n", "\u00A0\u200B", List.of(), Set.of(), Map.of(),
                Collections.singletonMap("1", null)}) {
            assertFalse(fresh(nothing).isSet(FIELD));
        }
        for (Object something : new Object[] {"x", 0.0, List.of("x"), Map.of("1", "x")}) {
            assertTrue(fresh(something).isSet(FIELD));
        }
    }

    @Test
    public void knowsWhetherThereAreComponentsAndNotWhich() {
        Field components = new Field("components");
        assertFalse(view.isSet(components));
        TransitionFixture other = new TransitionFixture();
        when(other.issue.getComponents()).thenReturn(List.of(mock(ProjectComponent.class)));
        JiraIssueView with = new JiraIssueView(other.issue, "lead", ZoneOffset.UTC, other.fields(), other.people, null, null, null, null,
                null, null, null, null, null, null);
        assertTrue(with.isSet(components));
        assertThrows(FieldTypeMismatchException.class, () -> with.choices(components));
    }

    @Test
    public void asksJiraWhoIsInAGroupOrHasARole() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        Group leads = mock(Group.class);
        when(jira.groups.getGroup("leads")).thenReturn(leads);
        when(jira.groups.isUserInGroup(lead, "leads")).thenReturn(true);
        ProjectRole approvers = mock(ProjectRole.class);
        when(jira.roles.getProjectRole(10010L)).thenReturn(approvers);
        when(jira.roles.isUserInProjectRole(lead, approvers, jira.project)).thenReturn(true);

        assertTrue(view.isInGroup("lead", "leads"));
        assertFalse("an account that is gone", view.isInGroup("gone", "leads"));
        assertTrue(view.isInRole("lead", "10010"));
        assertFalse("an account that is gone", view.isInRole("gone", "10010"));
        assertEquals("nobody", assertThrows(MissingReferenceException.class, () -> view.isInGroup("lead", "nobody")).reference().id());
        for (String role : List.of("10011", "approvers", "")) {
            assertEquals(role, assertThrows(MissingReferenceException.class, () -> view.isInRole("lead", role)).reference().id());
        }
    }

    @Test
    public void knowsWhoMaySeeTheIssue() {
        ApplicationUser lead = jira.user("lead", true, true);
        ApplicationUser retired = jira.user("retired", false, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        when(users.getUserByKey("retired")).thenReturn(retired);
        when(jira.permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, jira.project, lead)).thenReturn(true);
        when(jira.issue.getId()).thenReturn(7L);
        assertFalse("by its security level", view.maySee("lead"));
        for (ApplicationUser user : List.of(lead, retired)) {
            when(jira.permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, jira.issue, user)).thenReturn(true);
        }
        assertEquals(List.of(true, false, false), List.of(view.maySee("lead"), view.maySee("retired"), view.maySee("gone")));
        when(jira.permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, jira.issue, lead)).thenReturn(false);
        when(jira.issue.getId()).thenReturn(null);
        assertTrue("it is being created", view.maySee("lead"));
    }

    @Test
    public void knowsWhatSettingsNameAndWhatIsGone() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        Group leads = mock(Group.class);
        when(leads.getName()).thenReturn("leads");
        when(jira.groups.getGroup("leads")).thenReturn(leads);
        ProjectRole approvers = mock(ProjectRole.class);
        when(approvers.getName()).thenReturn("Approvers");
        when(jira.roles.getProjectRole(10010L)).thenReturn(approvers);
        Status live = mock(Status.class);
        when(live.getName()).thenReturn("Live");
        when(jira.constants.getStatus("10005")).thenReturn(live);
        IssueLinkType blocks = mock(IssueLinkType.class);
        when(blocks.getId()).thenReturn(3L);
        when(blocks.getName()).thenReturn("Blocks");
        when(jira.linkTypes.getIssueLinkTypes()).thenReturn(List.of(blocks));
        jira.custom(FIELD.id(), "Risk", "select");
        Option high = mock(Option.class);
        when(high.getValue()).thenReturn("High");
        when(jira.options.findByOptionId(7L)).thenReturn(high);

        assertEquals(List.of("lead", "leads", "Approvers", "Live", "Blocks", "High"), Stream.of(Reference.to(Kind.PERSON, "lead"),
                Reference.to(Kind.GROUP, "leads"), Reference.to(Kind.ROLE, "10010"), Reference.to(Kind.STATUS, "10005"),
                Reference.to(Kind.LINK_TYPE, "3"), Reference.toOption(FIELD, "7")).map(view::nameOf).map(Optional::orElseThrow).toList());
        for (Kind kind : Kind.values()) {
            assertEquals(kind.toString(), Optional.empty(), view.nameOf(new Reference(kind, "99", Optional.of(FIELD))));
            assertEquals(kind.toString(), Optional.empty(), view.nameOf(new Reference(kind, "no id", Optional.of(FIELD))));
        }
        Priority urgent = mock(Priority.class);
        when(urgent.getId()).thenReturn("2");
        when(urgent.getName()).thenReturn("Urgent");
        when(jira.constants.getPriorities()).thenReturn(List.of(urgent));
        assertEquals(Optional.of("Urgent"), view.nameOf(Reference.toOption(new Field("priority"), "2")));
        assertEquals(Optional.empty(), view.nameOf(Reference.toOption(new Field("priority"), "3")));
        assertEquals("nobody makes a list of labels", Optional.of("urgent"),
                view.nameOf(Reference.toOption(new Field("labels"), "urgent")));
    }

    @Test
    public void readsTheCommentsThatTheActorMaySeeAndTheFiles() {
        ApplicationUser lead = jira.user("lead", true, true);
        when(users.getUserByKey("lead")).thenReturn(lead);
        Comment comment = mock(Comment.class);
        when(comment.getAuthorApplicationUser()).thenReturn(lead);
        when(comment.getBody()).thenReturn("Agreed");
        when(comment.getCreated()).thenReturn(Date.from(TestTime.NOW));
        Comment anonymous = mock(Comment.class);
        when(anonymous.getCreated()).thenReturn(Date.from(TestTime.NOW));
        when(comments.getCommentsForUser(jira.issue, lead)).thenReturn(List.of(comment, anonymous));
        when(attachments.getAttachments(jira.issue))
                .thenReturn(List.of(new Attachment("plan.pdf", null, "lead", Timestamp.from(TestTime.NOW))));

        for (int time = 0; time < 2; time++) {
            assertEquals(List.of(new IssueComment(Optional.of("lead"), "Agreed", TestTime.NOW),
                    new IssueComment(Optional.empty(), "", TestTime.NOW)), view.comments());
            assertEquals(List.of(new IssueAttachment("plan.pdf", "", Optional.of("lead"), TestTime.NOW)), view.attachments());
        }
        verify(comments, times(1)).getCommentsForUser(jira.issue, lead);
        verify(attachments, times(1)).getAttachments(jira.issue);
    }

    @Test
    public void takesALinkToNothingForNone() {
        IssueLink dangling = mock(IssueLink.class);
        when(links.getInwardLinks(10200L)).thenReturn(List.of(dangling));
        when(links.getOutwardLinks(10200L)).thenReturn(List.of(dangling));

        assertEquals(List.of(), view.links());
        verifyNoInteractions(hidden);
    }

    @Test
    public void standsWhereItsWorkflowBeginsWhileItIsBeingCreated() {
        jira.creating();
        when(jira.issue.getStatus()).thenReturn(null);
        when(jira.issue.getStatusId()).thenReturn(null);
        begins("draft-id", "Draft");

        assertEquals(new IssueStatus("draft-id", "Draft", Optional.of("DRAFT")), view.status());
        assertEquals(Set.of("DRAFT"), view.phasesVisited());
        assertEquals(List.of(), view.links());
    }

    @Test
    public void asksNothingThatNoRuleAsks() {
        view.has(FIELD);
        view.status();

        verifyNoInteractions(links, histories, hidden, users, comments, attachments, jira.groups, jira.roles);
    }

    @Test
    public void isEvaluatedWithoutATransition() {
        jira.due(TestTime.TODAY.minusDays(1), null);
        Gate gate = Gate.of(ConfiguredRule.of(HasDueDate.DEFINITION));

        assertEquals("overdue, but nobody sets the day now", RuleResult.Status.PASSED,
                Evaluator.evaluate(gate, view, EvaluationContext.of(TestTime.NOW, TestTime.ZONE)).status());
    }

    private JiraIssueView dueToday() {
        jira.due(TestTime.TODAY, null);
        return view;
    }

    private JiraIssueView fresh(Object value) {
        jira.value(FIELD.id(), value);
        return new JiraIssueView(jira.issue, "lead", ZoneOffset.UTC, jira.fields(), jira.people, null, null, null, null, null, null, null,
                null, null, null);
    }

    private static void stands(Issue issue, String statusId, String name) {
        Status status = mock(Status.class);
        when(status.getName()).thenReturn(name);
        when(issue.getStatus()).thenReturn(status);
        when(issue.getStatusId()).thenReturn(statusId);
    }

    private void begins(String statusId, String name) {
        ResultDescriptor result = mock(ResultDescriptor.class);
        when(result.getStep()).thenReturn(3);
        ActionDescriptor creation = mock(ActionDescriptor.class);
        when(creation.getUnconditionalResult()).thenReturn(result);
        StepDescriptor step = mock(StepDescriptor.class);
        WorkflowDescriptor descriptor = mock(WorkflowDescriptor.class);
        when(descriptor.getInitialActions()).thenReturn(List.of(creation));
        when(descriptor.getStep(3)).thenReturn(step);
        Status status = mock(Status.class);
        when(status.getId()).thenReturn(statusId);
        when(status.getName()).thenReturn(name);
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getDescriptor()).thenReturn(descriptor);
        when(workflow.getLinkedStatus(step)).thenReturn(status);
        when(workflows.getWorkflow(10000L, TYPE)).thenReturn(workflow);
    }

    private static Issue other(long id, String key, String statusId, String statusName) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn(key);
        when(issue.getIssueTypeId()).thenReturn(TYPE);
        stands(issue, statusId, statusName);
        return issue;
    }

    private static IssueLink link(long type, Issue source, Issue destination) {
        long from = source.getId();
        long to = destination.getId();
        IssueLink link = mock(IssueLink.class);
        when(link.getLinkTypeId()).thenReturn(type);
        IssueLinkType kind = mock(IssueLinkType.class);
        when(link.getIssueLinkType()).thenReturn(kind);
        when(link.getSourceId()).thenReturn(from);
        when(link.getDestinationId()).thenReturn(to);
        when(link.getSourceObject()).thenReturn(source);
        when(link.getDestinationObject()).thenReturn(destination);
        return link;
    }

    private static IssueLinkType type(String name, String inward, String outward) {
        IssueLinkType type = mock(IssueLinkType.class);
        when(type.getName()).thenReturn(name);
        when(type.getInward()).thenReturn(inward);
        when(type.getOutward()).thenReturn(outward);
        return type;
    }

    private static ChangeHistory history(ChangeItemBean... items) {
        ChangeHistory history = mock(ChangeHistory.class);
        when(history.getChangeItemBeans()).thenReturn(List.of(items));
        return history;
    }

    private static ChangeItemBean item(String field, String from, String to) {
        return new ChangeItemBean("jira", field, from, from, to, to, null);
    }
}
