package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminderService.Reminded;
import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.approval.RequiredApproval;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.LinkedScopeChange;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.When;

public class ApprovalsViewTest {

    private static final String REMINDER = ".decision-gates-approvals-reminder";
    private static final String ADDRESS = "/jira/rest/decision-gates/1.0/issue/SHOP-1/approvals";
    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final Field QUESTION = new Field("question");

    private final UserManager users = mock(UserManager.class);
    private final JiraTexts texts = Texts.english();
    private final List<SealedApprovalStep> steps = new ArrayList<>();
    private final List<RequiredApproval> required = new ArrayList<>();
    private Function<RequirementState, List<String>> named = RequirementState::missing;
    private final Map<SealedSection, SectionEdit> edits = new HashMap<>();
    private boolean mayRaise = true;
    private boolean wantsComment;
    private String reader = "";
    private boolean needsPassword;
    private ApprovedScopeView scope = ApprovedScopeView.NOTHING;
    private ApprovalReminderView reminder = ApprovalReminderView.NONE;
    private final Map<String, SealedContent> contents = new HashMap<>();
    private IssueSnapshot issue = IssueSnapshot.EMPTY.with(QUESTION, "Which checkout do we keep?")
            .recording(new DecisionOption("One page", "Fewer clicks", DecisionOption.State.CHOSEN));

    @Before
    public void people() {
        user("lena", "Lena Lund", true);
        user("quinn", "Quinn Quist", true);
        user("gone", "Gus Gone", false);
        user("olga", "Olga Otto", true);
    }

    @Test
    public void showsWhoApprovedWhatAndWhatChangedSince() {
        require("legal", "Legal", 1, ApprovalQuorum.people(2), "lena", "quinn", "gone");
        require("board", "Board", 2, ApprovalQuorum.people(1), "quinn");
        step(Kind.REQUESTED, "olga", Optional.empty(), "Please read the refunds first.");
        step(Kind.APPROVED, "gone", Optional.empty(), "As discussed with counsel.\nFine for the EU.");
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        edits.put(SealedSection.QUESTION, new SectionEdit(Optional.of("quinn"), NOON.plusSeconds(600)));
        step(Kind.APPROVED, "quinn", Optional.of("lena"), "");
        needsPassword = true;
        SealedApprovalStep last = steps.remove(2);
        ApprovalStep confirmed = new ApprovalStep(10200, 10000, 3, "APPROVED", last.step().requirements(), last.step().digests(),
                last.step().content(), "", "quinn", Optional.of("lena"), last.step().at(), true);
        steps.add(new SealedApprovalStep(confirmed, ApprovalSeal.on(confirmed, "0".repeat(32), last.seal().previous()), Optional.empty()));
        Document page = Jsoup.parse(page(EnumSet.of(Kind.APPROVED, Kind.ABSTAINED, Kind.NEEDS_DISCUSSION),
                Map.of("lena", EnumSet.of(Kind.WITHDRAWN))).matches("typical"));
        assertTrue(page.text(), page.text().contains("Olga Otto asked for approvals 16/Nov/26 12:00 PM Please read the refunds first."));
        assertTrue(page.text(), page.text().contains("Gus Gone (inactive) approved"));
        assertTrue(page.text(), page.text().contains("Quinn Quist on behalf of Lena Lund approved"));
        assertEquals("of the one who gave it", List.of("16/Nov/26 12:02 PM, password confirmed"),
                page.select("li li .decision-gates-approvals-note").eachText().stream().filter(at -> at.contains("password")).toList());
        assertEquals("password current-password", page.selectFirst("[name=password]").attr("type") + " "
                + page.selectFirst("[name=password]").attr("autocomplete"));
        assertEquals(ADDRESS + "/statements", page.selectFirst(".decision-gates-approvals-export").attr("href"));
        assertEquals("Which checkout do we keep?", page.select("del").text());
        assertEquals("Which checkout do we drop?", page.select("ins").text());
        assertTrue(page.text(), page.text().contains("Last changed by Quinn Quist, 16/Nov/26 12:10 PM"));
        assertTrue("whoever approves reads it first", page.selectFirst("details.decision-gates-approvals-content").hasAttr("open"));
        assertEquals(List.of("APPROVED", "ABSTAINED", "NEEDS_DISCUSSION", "WITHDRAWN"), page.select("button").eachAttr("value"));
        assertEquals("lena", page.selectFirst("[aria-label=On behalf of Lena Lund] button").attr("data-on-behalf-of"));
        assertEquals("what is approved stands beside its digest", List.of("question", "chosen option"),
                page.select(".decision-gates-approvals-content dt").eachText());
        assertEquals(List.of("Which checkout do we drop?", "Option One page Reason: Fewer clicks"),
                page.select(".decision-gates-approvals-content dd").eachText());
        assertTrue(page.text(), page.text().contains("What is approved has changed. The owner, or whoever may edit the issue"));
        assertEquals(64, page.selectFirst(".decision-gates-approvals-shown").attr("data-digest").length());
    }

    /** A version that was renamed, for example: nobody edited the issue. */
    @Test
    public void namesNobodyForAnEditBeforeTheApproval() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        edits.put(SealedSection.QUESTION, new SectionEdit(Optional.of("quinn"), NOON));
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        Document page = Jsoup.parse(page(EnumSet.of(Kind.WITHDRAWN)).render());
        assertEquals("Which checkout do we drop?", page.select("ins").text());
        assertFalse(page.text(), page.text().contains("Last changed by"));
        assertFalse("who cannot approve opens it", page.selectFirst("details.decision-gates-approvals-content").hasAttr("open"));
    }

    @Test
    public void namesNobodyForAnEditOfSomebodyUnknown() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        edits.put(SealedSection.QUESTION, new SectionEdit(Optional.empty(), NOON.plusSeconds(600)));
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        String text = Jsoup.parse(page(Set.of()).render()).text();
        assertTrue(text, text.contains("Last changed 16/Nov/26 12:10 PM"));
    }

    @Test
    public void saysWhenAndByWhomPeopleWereRemindedAndOffersToRemind() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        reminder = formatter().reminder(Optional.of(new ApprovalReminder(10200, "lena", Optional.of("quinn"), NOON)), true);
        Document page = Jsoup.parse(page(Set.of()).matches("reminder"));
        assertEquals("Last reminder: Quinn Quist, 16/Nov/26 12:00 PM Remind", page.select(REMINDER).text());
        assertTrue(page.text(), page.text().contains(Moments.in(ZoneOffset.UTC).zone()));

        reminder = formatter().reminder(Optional.of(new ApprovalReminder(10200, "lena", Optional.empty(), NOON)), false);
        assertEquals("Last reminder: automatic, 16/Nov/26 12:00 PM", Jsoup.parse(page(Set.of()).render()).select(REMINDER).text());
        reminder = formatter().reminder(Optional.empty(), true);
        assertEquals("Remind", Jsoup.parse(page(Set.of()).render()).select(REMINDER).text());
        reminder = ApprovalReminderView.NONE;
        assertEquals(0, Jsoup.parse(page(Set.of()).render()).select(REMINDER).size());
    }

    @Test
    public void saysHowManyPeopleGetAReminder() {
        assertEquals("One person gets a reminder with the next e-mail.", formatter().reminded(new Reminded(1, 0, 0)));
        assertEquals("2 people get a reminder with their next e-mail. One more could approve and gets no e-mails.",
                formatter().reminded(new Reminded(2, 0, 1)));
        assertEquals("2 people get a reminder with their next e-mail. One of these stands in for an approver.",
                formatter().reminded(new Reminded(2, 1, 0)));
        assertEquals("2 people get a reminder with their next e-mail. 3 more could approve and get no e-mails.",
                formatter().reminded(new Reminded(2, 0, 3)));
    }

    @Test
    public void saysWhatWasChangedOfTheApprovedScopeAndAsksForAScopeChange() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        scope = scope(ApprovedScope.changed(List.of(SealedSection.RELEASE), List.of(SealedSection.CRITERIA),
                List.of(new LinkedScopeChange(Optional.of("SHOP-12"), Standing.COVERS),
                        new LinkedScopeChange(Optional.empty(), Standing.NOT_DECIDED))));
        Element said = Jsoup.parse(page(Set.of()).matches("scope")).selectFirst(".decision-gates-approvals-scope");
        assertEquals("Changed since it was decided: acceptance criteria, release. not covered", said.selectFirst("p").text());
        assertEquals(List.of("SHOP-12 covers the change", "A scope change that you may not see does not cover it"),
                said.select("li").eachText());
        assertEquals(List.of("/jira/browse/SHOP-12", "/jira/plugins/servlet/decision-gates/create-decision?issue=SHOP-1&scope-change=yes"),
                said.select("a").eachAttr("href"));

        assertEquals("Raise a scope change and decide it, or restore what was approved.", scope.next());

        mayRaise = false;
        ApprovedScopeView others = scope(ApprovedScope.changed(List.of(SealedSection.RELEASE), List.of(), List.of()));
        assertEquals("for who may not, nothing leads to what they may not do", "", others.raise());
        assertEquals("Somebody who may create Decisions for this issue has to raise a scope change, or what was approved has to be"
                + " restored.", others.next());
        mayRaise = true;

        scope = scope(ApprovedScope.changed(List.of(), List.of(SealedSection.CRITERIA),
                List.of(new LinkedScopeChange(Optional.of("SHOP-12"), Standing.COVERS))));
        said = Jsoup.parse(page(Set.of()).render()).selectFirst(".decision-gates-approvals-scope");
        assertEquals("covered", said.selectFirst(".aui-lozenge").text());
        assertEquals("nothing is to be raised", List.of("/jira/browse/SHOP-12"), said.select("a").eachAttr("href"));
        assertEquals(ApprovedScopeView.NOTHING, scope(ApprovedScope.of(ApprovedScope.State.AS_APPROVED)));
    }

    /** Or whoever reads "raise one" has two. */
    @Test
    public void hasAScopeChangeThatWasRaisedDecidedBeforeAnotherOneIs() {
        for (Standing lacking : List.of(Standing.NOT_DECIDED, Standing.NO_OWNER, Standing.NO_IMPACT, Standing.NOT_APPROVED)) {
            ApprovedScopeView raised = scope(ApprovedScope.changed(List.of(SealedSection.RELEASE), List.of(),
                    List.of(new LinkedScopeChange(Optional.of("SHOP-12"), lacking))));
            assertEquals(lacking.name(), "Complete and decide the scope change above, or restore what was approved.", raised.next());
            assertFalse("another one can be raised all the same", raised.raise().isEmpty());
        }
        for (Standing over : List.of(Standing.ENDED, Standing.TOO_EARLY)) {
            assertTrue(over.name(), scope(ApprovedScope.changed(List.of(SealedSection.RELEASE), List.of(),
                    List.of(new LinkedScopeChange(Optional.of("SHOP-12"), over)))).next().startsWith("Raise a scope change"));
        }
    }

    /** Approving the edit does not end what scope-change refuses, and restoring is an edit of what was covered. */
    @Test
    public void advisesNothingThatAScopeChangeMakesWrong() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        scope = scope(ApprovedScope.changed(List.of(SealedSection.SCOPE), List.of(), List.of()));
        Document page = Jsoup.parse(page(EnumSet.of(Kind.REQUESTED)).render());
        assertEquals("", page.select(".decision-gates-approvals-next").text());
        assertEquals("Ask for approvals again", page.select("button").text());
        scope = scope(ApprovedScope.changed(List.of(), List.of(SealedSection.SCOPE),
                List.of(new LinkedScopeChange(Optional.of("SHOP-12"), Standing.COVERS))));
        assertEquals("What is approved has changed. Ask for approvals again, so that approvers know what to read.",
                Jsoup.parse(page(EnumSet.of(Kind.REQUESTED)).render()).select(".decision-gates-approvals-next").text());
    }

    /** Nobody edited the issue, so that nothing can be restored. */
    @Test
    public void hasNothingRestoredWhereAPolicyAsksForMore() {
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 12, 3));
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        required.add(new RequiredApproval("decision/board", new ApprovalRequirement("board", "Board", 1,
                new ApproverSources(List.of("quinn"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                EnumSet.of(SealedSection.DUE_DATE), false), true, 0));
        assertEquals("What is approved has changed. Ask for approvals again, so that approvers know what to read.",
                Jsoup.parse(page(EnumSet.of(Kind.REQUESTED)).render()).select(".decision-gates-approvals-next").text());
    }

    private ApprovedScopeView scope(ApprovedScope of) {
        ApplicationProperties application = mock(ApplicationProperties.class);
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        return new ApprovedScopeFormatter(texts, formatter(), application)
                .view("SHOP-1", of, () -> mayRaise);
    }

    @Test
    public void saysThatNothingHasToBeApproved() {
        page(Set.of()).matches("empty");
    }

    @Test
    public void asksForApprovalsFirst() {
        require("legal", "Legal", 1, ApprovalQuorum.percent(50), "lena");
        Document page = Jsoup.parse(page(EnumSet.of(Kind.REQUESTED)).render());
        assertEquals(List.of("REQUESTED"), page.select("button").eachAttr("value"));
        assertEquals("nothing asks for it", 0, page.select("[name=password]").size());
        assertTrue(page.text(), page.text().contains("not asked for"));
        assertFalse("no zone without a time", page.text().contains("time zone"));
    }

    @Test
    public void hasAskForApprovalsAgainWhereWhatWasApprovedChanged() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        assertFalse("nothing has changed", Jsoup.parse(page(Set.of()).render()).text().contains("has changed"));
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        Document page = Jsoup.parse(page(EnumSet.of(Kind.REQUESTED)).render());
        assertEquals("Ask for approvals again", page.select("button").text());
        assertEquals("What is approved has changed. Ask for approvals again, so that approvers know what to read, or restore what was"
                + " approved.", page.select(".decision-gates-approvals-next").text());
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        page = Jsoup.parse(page(Set.of()).render());
        assertTrue(page.text(), page.text().contains("Olga Otto asked for approvals again 16/Nov/26 12:02 PM"));
        assertEquals("approvers know already", "", page.select(".decision-gates-approvals-next").text());
    }

    @Test
    public void opensTheDifferenceForWhoeverApprovedWhatItWas() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        assertFalse(Jsoup.parse(page(Set.of()).render()).selectFirst("li details").hasAttr("open"));
        reader = "lena";
        assertTrue(Jsoup.parse(page(Set.of()).render()).selectFirst("li details").hasAttr("open"));
    }

    /** Neither the mark of what counts nor, once something was edited, that of what is over. */
    @Test
    public void marksAnObjectionAsWhatHoldsItUp() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "olga", Optional.empty(), "");
        step(Kind.NEEDS_DISCUSSION, "lena", Optional.empty(), "What of refunds?");
        assertEquals("open objection aui-lozenge-error", objection());
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        assertEquals("open objection aui-lozenge-error", objection());
    }

    private String objection() {
        Element mark = Jsoup.parse(page(Set.of()).render()).selectFirst("li li .aui-lozenge");
        return mark.text() + " " + mark.classNames().stream().skip(2).collect(Collectors.joining(" "));
    }

    /** A number of a criterion with its unit, a day as everywhere else, and what each row is. */
    @Test
    public void namesThePartsOfWhatIsApproved() {
        required.add(new RequiredApproval("decision/legal", new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("lena"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                EnumSet.allOf(SealedSection.class), false), true, 0));
        issue = issue.with(new Field("summary"), "Checkout").with(Field.ACCEPTANCE_CRITERIA, "Nobody pays twice")
                .with(Field.DUE_DATE, LocalDate.of(2026, 12, 3))
                .recording(new Criterion(1, "Fast", Optional.of(new Criterion.Target(new BigDecimal("400"), "ms")), Optional.empty(),
                        Criterion.State.OPEN, Optional.empty()))
                .recording(new ExceptionState(ExceptionState.Path.RECOVERY, "Refund by hand", Optional.empty()))
                .recording(new TradeOff("Fewer carriers", "A launch in May", Optional.empty()));
        assertEquals(List.of("Which checkout do we keep?", "Option One page Reason: Fewer clicks", "Option One page Reason: Fewer clicks",
                "Criterion Fast Target: 400 ms", "Field Nobody pays twice", "Trade-off Fewer carriers Reason: A launch in May",
                "Recovery Refund by hand", "Summary Checkout", "3/Dec/26"),
                Jsoup.parse(page(Set.of()).render()).select(".decision-gates-approvals-content dd").eachText());
    }

    /** Whoever looks for what was altered in the database needs the panel. */
    @Test
    public void showsRowsThatNoVersionStoredAsTheyAre() {
        assertEquals(List.of("soon", "", "summary", "One page", "", "", "Legal\nsays so"),
                new SealedContentFormatter(texts, Moments.days()).parts(List.of(List.of("day", "soon"), List.of("field"),
                        List.of("field", "summary"), List.of("option", "One page"), List.of("criterion"), List.of(),
                        List.of("of tomorrow", "Legal", "says so"))).stream().map(ApprovalContentPartView::text).toList());
    }

    @Test
    public void callsWhoWasErasedAsTheTrailDoes() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, Person.ERASED, Optional.empty(), "");
        String text = Jsoup.parse(page(Set.of()).render()).text();
        assertTrue(text, text.contains("A person who was erased asked for approvals"));
    }

    @Test
    public void saysWhatACommentIsForInEachThingThatTheReaderMayDo() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        assertEquals("Tell the approvers what to look at, if you like. They read it here and in \u201CMy approvals\u201D."
                + " Everybody who may see the issue can read it.", hint(EnumSet.of(Kind.REQUESTED)));
        EnumSet<Kind> approver = EnumSet.of(Kind.APPROVED, Kind.ABSTAINED, Kind.NEEDS_DISCUSSION);
        assertEquals("once", "Required for \u201CNeeds discussion\u201D: say what has to change. Everybody who may see the issue can"
                + " read it.", hint(approver));
        wantsComment = true;
        assertTrue(hint(approver), hint(approver).startsWith("Required: your approval takes a comment"));
        assertTrue(hint(EnumSet.of(Kind.WITHDRAWN)), hint(EnumSet.of(Kind.WITHDRAWN)).startsWith("Say why you withdraw"));
    }

    /** After an approval that was refused, its comment is still there. */
    @Test
    public void sendsWithAWithdrawalNoCommentThatMayBeForAnotherButton() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        Document page = Jsoup.parse(page(EnumSet.of(Kind.APPROVED, Kind.NEEDS_DISCUSSION, Kind.WITHDRAWN)).render());
        assertEquals(List.of("WITHDRAWN"), page.select("button[data-without-comment]").eachAttr("value"));
        String hint = page.select("#decision-gates-approvals-hint").text();
        assertTrue(hint, hint.endsWith("\u201CWithdraw\u201D sends no comment."));
        Document alone = Jsoup.parse(page(EnumSet.of(Kind.WITHDRAWN)).render());
        assertEquals(List.of(), alone.select("button[data-without-comment]").eachAttr("value"));
    }

    private String hint(Set<Kind> allowed) {
        return Jsoup.parse(page(allowed).render()).select("#decision-gates-approvals-hint").text();
    }

    @Test
    public void showsNoControlsToThoseWhoMayDoNothing() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        assertEquals(0, Jsoup.parse(page(Set.of()).render()).select("button, form, textarea").size());
    }

    @Test
    public void saysInFormsWhichFieldsCurrentApprovalsAreBoundTo() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        require("board", "Board", 1, ApprovalQuorum.people(1), "quinn");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        assertEquals("nobody has approved yet", List.of(), hints());
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        assertEquals(List.of(new ApprovalFormHintView("customfield_10004", "A change of this field makes current approvals stale: Legal.")),
                hints());
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        assertEquals("it is stale already", List.of(), hints());
    }

    private List<ApprovalFormHintView> hints() {
        JiraFields fields = mock(JiraFields.class);
        when(fields.idOf(QUESTION)).thenReturn("customfield_10004");
        return new ApprovalFormHints(fields, texts, mock(TemplateRenderer.class))
                .view(new Approvals(subject(), steps, mock(ApproverDirectory.class))).hints();
    }

    @Test
    public void countsThoseWhomItDoesNotName() {
        String[] people = {"a", "b", "c", "d", "e", "f", "g"};
        List.of(people).forEach(key -> user(key, key.toUpperCase(Locale.ROOT), true));
        require("legal", "Legal", 1, ApprovalQuorum.people(1), people);
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        String text = Jsoup.parse(page(Set.of()).render()).text();
        assertTrue(text, text.contains("Can approve: A, B, C, D, E and 2 more"));
    }

    /** Who is in a group or a role is not for every reader. */
    @Test
    public void countsApproversForThoseWhoAreNotToldTheirNames() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena", "quinn");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        named = state -> List.of();
        String text = Jsoup.parse(page(Set.of()).render()).text();
        assertTrue(text, text.contains("2 people could approve"));
        assertFalse(text, text.contains("Lena"));
    }

    @Test
    public void saysThatNothingCountsWhereAnEntryIsMissing() {
        require("legal", "Legal", 1, ApprovalQuorum.people(1), "lena");
        step(Kind.REQUESTED, "owner", Optional.empty(), "");
        step(Kind.NEEDS_DISCUSSION, "lena", Optional.empty(), "Not yet");
        step(Kind.APPROVED, "lena", Optional.empty(), "");
        steps.remove(1);
        Document page = Jsoup.parse(page(Set.of()).matches("broken"));
        assertEquals("entries altered", page.selectFirst("h4 .aui-lozenge").text());
        assertTrue(page.text(), page.selectFirst(".aui-message-error").text().startsWith("Entry 2 of these approvals"));
        assertEquals("does not count", page.selectFirst("li li .aui-lozenge").text());
        issue = issue.with(QUESTION, "Which checkout do we drop?");
        assertEquals("nobody is told to do what is refused", "",
                Jsoup.parse(page(Set.of()).render()).select(".decision-gates-approvals-next").text());
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        user("lena", text, true);
        require("legal", text, 1, ApprovalQuorum.people(1), "lena", "quinn");
        issue = issue.with(QUESTION, text);
        step(Kind.REQUESTED, "lena", Optional.empty(), text);
        step(Kind.NEEDS_DISCUSSION, "lena", Optional.empty(), text);
        issue = issue.with(QUESTION, text + text);
        edits.put(SealedSection.QUESTION, new SectionEdit(Optional.of("lena"), NOON.plusSeconds(600)));
        needsPassword = true;
        page(EnumSet.allOf(Kind.class), Map.of(text, EnumSet.of(Kind.APPROVED))).matches("hostile");
    }

    private void require(String key, String name, int stage, ApprovalQuorum quorum, String... people) {
        required.add(new RequiredApproval("decision/" + key, new ApprovalRequirement(key, name, stage,
                new ApproverSources(List.of(people), List.of(), List.of(), List.of()), quorum, When.ALWAYS,
                EnumSet.of(SealedSection.QUESTION, SealedSection.CHOSEN_OPTION), false), true, 0));
    }

    private void step(Kind kind, String actor, Optional<String> onBehalfOf, String comment) {
        SealedContent content = subject().content();
        contents.put(content.digest(), content);
        ApprovalStep step = new ApprovalStep(10200, 10000, steps.size() + 1, kind.name(), List.of("decision/legal"), content.digests(),
                content.digest(), comment, actor, onBehalfOf, NOON.plusSeconds(60L * steps.size()));
        String previous = steps.isEmpty() ? "" : steps.get(steps.size() - 1).seal().hash();
        steps.add(new SealedApprovalStep(step, ApprovalSeal.on(step, "0".repeat(32), previous), Optional.empty()));
    }

    private ApprovalSubject subject() {
        return new ApprovalSubject(10200, 10000, issue, required, () -> EditorsAndOwners.NONE);
    }

    private ApprovalsFormatter formatter() {
        return new ApprovalsFormatter(texts, Moments.in(ZoneOffset.UTC), users, new SealedContentFormatter(texts, Moments.days()));
    }

    private Panel page(Set<Kind> allowed) {
        return page(allowed, Map.of());
    }

    private Panel page(Set<Kind> allowed, Map<String, Set<Kind>> onBehalf) {
        ApprovalsView view = formatter().view(ADDRESS,
                new Approvals(subject(), steps, mock(ApproverDirectory.class)),
                new ApprovalPanelReader(reader, allowed, onBehalf, wantsComment, needsPassword, named),
                digest -> Optional.ofNullable(contents.get(digest)),
                section -> Optional.ofNullable(edits.get(section)), reminder, scope);
        return new Panel(view);
    }

    /** The templates that make up the panel, one behind the other. */
    private record Panel(ApprovalsView view) {

        private static final List<String> TEMPLATES = List.of("jira/approval/approvals.vm", "jira/approval/approvals-actions.vm");

        String render() {
            return TEMPLATES.stream().map(path -> GoldenHtml.of(path).with("view", view).render()).collect(Collectors.joining());
        }

        String matches(String scenario) {
            return TEMPLATES.stream().map(path -> GoldenHtml.of(path).with("view", view).matches(scenario)).collect(Collectors.joining());
        }
    }

    private void user(String key, String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getDisplayName()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByKey(key)).thenReturn(user);
        issue = issue.withAccount(new Person(key, name, active, true));
    }
}
