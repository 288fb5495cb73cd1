package org.decisiongates.jira.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.LocaleResolver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.record.FollowUpIssues;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.record.HypothesisVerdicts;
import org.decisiongates.store.record.AoRecordsTest;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;

public class RecordViewTest {

    private static final Set<String> ATTACHED = Set.of("review.pdf");
    private static final String ADDRESS = "/jira/rest/decision-gates/1.0/issue/SHOP-1/records";
    private static final Optional<String> LEAD = Optional.of("lead-key");

    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final UserManager users = mock(UserManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final JiraTexts texts = new JiraTexts(Texts.resolver(), locales);
    private final JiraFields fields = mock(JiraFields.class);
    private final FollowUpFormatter followUps = new FollowUpFormatter(
            new FollowUpIssues(issues, fields, permissions, mock(JiraAuthenticationContext.class)), texts, Moments.days(),
            application);
    private final RecordFormatter formatter = new RecordFormatter(texts, time, Moments.days(), new PeopleNames(users, texts),
            followUps);

    @Before
    public void today() {
        when(locales.getLocale()).thenReturn(Locale.US);
        when(time.now()).thenReturn(Instant.parse("2026-11-22T09:00:00Z").atZone(ZoneOffset.UTC));
        user("lead-key", "lead", "Lea Dahl", true);
        user("gone-key", "former", "Finn Orm", false);
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
    }

    @Test
    public void showsWhatIsRecordedAndHowToChangeIt() {
        page(false, true, new DecisionOption("One page for delivery and payment", "Fewer clicks", DecisionOption.State.CHOSEN),
                new DecisionOption("Two pages", "", DecisionOption.State.REJECTED),
                new Criterion("Pages open fast", Optional.of(new Criterion.Target(new BigDecimal("1400.5"), "ms")), LEAD,
                        Criterion.State.VERIFIED),
                new Criterion("No card number is logged", Optional.empty(), Optional.of("unknown-key"), Criterion.State.OPEN),
                new Criterion("Support knows the new page", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                new Criterion(0, "Refunds take 3 days", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE,
                        followUp(12, "Measure refunds in March", "In Progress", "indeterminate", "lead-key", true)),
                new TradeOff("Guest checkout in the first release", "One flow to test", LEAD),
                new ExceptionState(ExceptionState.Path.RECOVERY, "Switch the old checkout on\nTell support", Optional.of("gone-key")),
                new Risk("Queues fill up", Risk.State.ACCEPTED, LEAD, Optional.of(LocalDate.of(2026, 11, 21))),
                new CommunicationPlan("Merchants in Norway", "Status page", LEAD, Optional.of(LocalDate.of(2026, 11, 22))),
                new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/7?a=b&c=d", Optional.of(3L)),
                new Evidence("Review", Evidence.Source.ATTACHMENT, "review.pdf", Optional.of(99L)),
                Hypothesis.open("Guests leave because they have to register", "20 of 100 guests finish", LocalDate.of(2026, 11, 21)),
                new Hypothesis(0, "Shops want one page", "Vote\nof 12 shops", Hypothesis.Exposure.HIGHEST, Hypothesis.State.VALIDATED,
                        "11 of 12 do", LEAD, LocalDate.of(2026, 11, 20)),
                new Evidence("Vote", Evidence.Source.LINK, "https://example.com/vote", Optional.empty(), Optional.of(14L)))
                .matches("typical");
    }

    @Test
    public void saysWhatIsWrongWithAFollowUpToThoseWhoMaySeeIt() {
        Optional<Long> closed = followUp(12, "Measure", "Done", "done", "gone-key", false);
        Optional<Long> hidden = followUp(13, "Secret", "Done", "done", "lead-key", false);
        MutableIssue secret = issues.getIssueObject(13L);
        when(permissions.hasPermission(any(), eq(secret), any())).thenReturn(false);
        Document page = Jsoup.parse(page(false, true, gap(closed), gap(hidden), gap(Optional.of(14L)), gap(Optional.empty()),
                new Criterion(0, "Open", Optional.empty(), Optional.empty(), Criterion.State.OPEN, closed)).render());
        assertEquals(List.of("Follow-up: SHOP-12 Measure (Done) No active assignee, No due date, Closed without evidence",
                "Follow-up: An issue that you may not see", "Follow-up: An issue that was deleted Not demonstrable without follow-up",
                "Follow-up: none Not demonstrable without follow-up", "Follow-up: SHOP-12 Measure (Done)"),
                page.select("[data-kind=criterion] dl div").eachText());
        assertEquals("{\"text\":\"Gap\",\"state\":\"NOT_DEMONSTRABLE\",\"followUp\":\"13\"}",
                page.select("[data-kind=criterion] li").get(1).attr("data-values"));
        assertEquals(List.of("/jira/browse/SHOP-12", "/jira/browse/SHOP-12"), page.select("[data-kind=criterion] a").eachAttr("href"));
    }

    /** A Task has an assignee and no owner. */
    @Test
    public void saysWhoIsMissingInTheWordOfTheTypeOfTheFollowUp() {
        Optional<Long> open = followUp(12, "Measure", "To Do", "new", "gone-key", true);
        assertTrue(warning(open), warning(open).endsWith("No active assignee"));
        CustomField owner = mock(CustomField.class);
        when(fields.custom(Field.OWNER)).thenReturn(Optional.of(owner));
        when(owner.getRelevantConfig(any(Issue.class))).thenReturn(mock(FieldConfig.class));
        assertTrue(warning(open), warning(open).endsWith("No active owner"));
    }

    private String warning(Optional<Long> followUp) {
        return Jsoup.parse(page(false, true, gap(followUp)).render()).selectFirst("[data-kind=criterion] dl div").text();
    }

    @Test
    public void saysOfEachHypothesisWhereItStands() {
        LocalDate yesterday = LocalDate.of(2026, 11, 21);
        Hypothesis belief = Hypothesis.open("Guests leave", "Figures", yesterday);
        List<RowAtRevision<IssueRecord>> all = stored(belief, belief.with(Hypothesis.State.INCONCLUSIVE, "Too few"),
                belief.with(Hypothesis.State.INVALIDATED, "They stay"), belief.with(Hypothesis.State.VALIDATED, "They do"),
                belief.with(Hypothesis.State.VALIDATED, "They do").ofHighestExposure(),
                new Evidence("Pilot", Evidence.Source.LINK, "https://example.com/pilot", Optional.empty(), Optional.of(4L)),
                new Evidence("Poll", Evidence.Source.LINK, "https://example.com/poll", Optional.empty(), Optional.of(99L)));
        Instant given = Instant.parse("2026-11-19T23:30:00Z");
        RecordFormatter.Content content = new RecordFormatter.Content(all, Set.of(),
                Map.of(1L, new HypothesisVerdicts.Given("lead-key", given, false), 2L,
                        new HypothesisVerdicts.Given("lead-key", given, true),
                        3L, new HypothesisVerdicts.Given("lead-key", given, false), 4L,
                        new HypothesisVerdicts.Given("", given, false)));
        assertEquals(List.of(
                "Validated: Measure: Figures; Exposure: Highest; Outcome: They do; Check date: 21/Nov/26; "
                        + "Evidence: none [Validated without evidence]",
                "Open: Measure: Figures; Check date: 21/Nov/26 [Overdue]",
                "Inconclusive: Measure: Figures; Outcome: Too few; Check date: 21/Nov/26 [Overdue]; "
                        + "Verdict: Recorded with the hypothesis by Lea Dahl, 19/Nov/26",
                "Invalidated: Measure: Figures; Outcome: They stay; Check date: 21/Nov/26; Verdict: Lea Dahl, 19/Nov/26",
                "Validated: Measure: Figures; Outcome: They do; Check date: 21/Nov/26; Verdict: 19/Nov/26; Evidence: Pilot"),
                formatter.section(Kind.HYPOTHESIS, content).rows().stream().map(RecordViewTest::said).toList());
        assertEquals(List.of("Tests: Guests leave", "Tests: A hypothesis that was removed"),
                formatter.section(Kind.EVIDENCE, content).rows()
                        .stream().map(row -> row.details().get(1).label() + " " + row.details().get(1).text()).toList());
    }

    @Test
    public void saysThatAHypothesisHasNoEvidenceWhereTheFileIsGone() {
        Hypothesis belief = Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 11, 21)).with(Hypothesis.State.VALIDATED, "Yes");
        RecordFormatter.Content content = new RecordFormatter.Content(
                stored(belief, file("gone.csv", 1), belief, file("gone.csv", 3), file("review.pdf", 3),
                        belief.with(Hypothesis.State.INVALIDATED, "No"), file("gone.csv", 6)),
                ATTACHED, Map.of());
        assertEquals(List.of(
                "Validated: Measure: Figures; Outcome: Yes; Check date: 21/Nov/26; Evidence: Pilot [Validated without evidence]",
                "Validated: Measure: Figures; Outcome: Yes; Check date: 21/Nov/26; Evidence: Pilot; Evidence: Pilot",
                "Invalidated: Measure: Figures; Outcome: No; Check date: 21/Nov/26; Evidence: Pilot"),
                formatter.section(Kind.HYPOTHESIS, content).rows().stream().map(RecordViewTest::said).toList());
    }

    @Test
    public void leavesWhatTestsHypothesesAloneOutOfTheTableAndKeepsTheNumbers() {
        Document page = Jsoup.parse(matrix(new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                file("gone.csv", 9), new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/7", Optional.of(1L)))
                .render());
        assertEquals(List.of("Criterion", "Verdict", "2. Load test"), page.select("thead th[scope=col]").eachText());
        assertEquals(List.of("Fast Demonstrated Supports"), page.select("tbody tr").eachText());
    }

    private static Evidence file(String name, long hypothesis) {
        return new Evidence("Pilot", Evidence.Source.ATTACHMENT, name, Optional.empty(), Optional.of(hypothesis));
    }

    private static String said(RecordRowView row) {
        return row.state() + ": " + row.details().stream().map(detail -> detail.label() + " " + detail.text()
                + (detail.warning().isEmpty() ? "" : " [" + detail.warning() + "]")).collect(Collectors.joining("; "));
    }

    @Test
    public void saysInATableWhatSupportsEachCriterionAndWhatFollows() {
        Document page = Jsoup.parse(matrix(gap(followUp(12, "Measure", "Open", "new", "lead-key", true)), gap(Optional.empty()),
                new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                new Criterion("Safe", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                new Criterion("Known", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                new Criterion("Cheap", Optional.empty(), Optional.empty(), Criterion.State.OPEN),
                new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/7", Optional.of(3L)),
                new Evidence("Review", Evidence.Source.ATTACHMENT, "old.pdf", Optional.of(4L)),
                new Evidence("Vote", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty())).matches("typical"));
        assertEquals(List.of("Criterion", "Verdict", "1. Load test", "2. Review", "3. Vote"),
                page.select("thead th[scope=col]").eachText());
        assertEquals(List.of("Gap Not demonstrable SHOP-12 Measure (Open, Lea Dahl, due 24/Dec/26)",
                "Gap Gap Not demonstrable without follow-up", "Fast Demonstrated Supports",
                "Safe Gap Verified, and the file is no longer attached File removed", "Known Gap Verified without evidence", "Cheap Open",
                "The decision as a whole Supports"), page.select("tbody tr").eachText());
    }

    @Test
    public void showsNoTableWithoutCriteria() {
        Document page = Jsoup.parse(
                matrix(new Evidence("x", Evidence.Source.LINK, "https://x.example.com", Optional.empty())).matches("empty"));
        assertEquals(0, page.select("table").size());
        assertEquals("a first criterion has where to go", 1, page.select(".decision-gates-rows-derived").size());
    }

    @Test
    public void showsTextsOfTheTableAsTexts() {
        String text = GoldenHtml.HOSTILE;
        user("hostile-key", text, text, true);
        matrix(gap(followUp(12, text, text, "new", "hostile-key", true)),
                new Criterion(text, Optional.empty(), Optional.empty(), Criterion.State.VERIFIED),
                new Evidence(text, Evidence.Source.ATTACHMENT, text, Optional.of(2L)),
                new Evidence(text, Evidence.Source.LINK, "https://example.com/\"><script>alert(1)</script>", Optional.empty()))
                .matches("hostile");
    }

    private GoldenHtml matrix(IssueRecord... rows) {
        return GoldenHtml.of("jira/record/evidence-matrix.vm").with("view", new EvidenceMatrixFormatter(texts, followUps)
                .view(IssueRecords.of(stored(rows).stream().map(RowAtRevision::row).toList()), "review.pdf"::equals));
    }

    @Test
    public void saysThatAFollowUpWasClosedWithoutEvidenceWhereTheFileIsGone() {
        Optional<Long> closed = followUp(12, "Measure", "Done", "done", "lead-key", true);
        Document page = Jsoup.parse(page(false, true, gap(closed), gap(closed),
                new Evidence("Seen", Evidence.Source.ATTACHMENT, "gone.csv", Optional.of(1L)),
                new Evidence("Seen", Evidence.Source.ATTACHMENT, "review.pdf", Optional.of(2L))).render());
        assertEquals(List.of(true, false), page.select("[data-kind=criterion] li").stream()
                .map(row -> row.text().contains("Closed without evidence")).toList());
    }

    private static Criterion gap(Optional<Long> followUp) {
        return new Criterion(0, "Gap", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE, followUp);
    }

    private Optional<Long> followUp(long id, String summary, String statusName, String category, String assignee, boolean due) {
        MutableIssue issue = mock(MutableIssue.class);
        Status status = mock(Status.class);
        StatusCategory of = mock(StatusCategory.class);
        when(of.getKey()).thenReturn(category);
        when(status.getStatusCategory()).thenReturn(of);
        when(status.getName()).thenReturn(statusName);
        ApplicationUser user = users.getUserByKey(assignee);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        when(issue.getSummary()).thenReturn(summary);
        when(issue.getStatus()).thenReturn(status);
        when(issue.getAssignee()).thenReturn(user);
        when(issue.getDueDate()).thenReturn(due ? Timestamp.valueOf("2026-12-24 00:00:00") : null);
        when(issues.getIssueObject(id)).thenReturn(issue);
        when(permissions.hasPermission(any(), eq(issue), any())).thenReturn(true);
        return Optional.of(id);
    }

    @Test
    public void asksForWhatIsNotRecorded() {
        page(true, true).matches("empty");
    }

    @Test
    public void showsNoControlsToThoseWhoMayNotEdit() {
        Document page = Jsoup.parse(page(false, false, AoRecordsTest.BARE.toArray(IssueRecord[]::new)).matches("read-only.typical"));
        assertEquals(0, page.select("button, form, input, select, textarea").size());
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        user("hostile-key", text, text, true);
        Optional<String> somebody = Optional.of("hostile-key");
        String html = page(true, true, new DecisionOption(text, text, DecisionOption.State.OPEN),
                new Criterion(text, Optional.of(new Criterion.Target(BigDecimal.ONE, text)), somebody, Criterion.State.OPEN),
                new Criterion(0, text, Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE,
                        followUp(12, text, text, "new", "hostile-key", true)),
                new Hypothesis(0, text, text, Hypothesis.Exposure.HIGHEST, Hypothesis.State.INCONCLUSIVE, text, somebody,
                        LocalDate.of(2026, 11, 20)),
                new TradeOff(text, text, somebody), new ExceptionState(ExceptionState.Path.EXPECTED, text, somebody),
                new CommunicationPlan(text, text, somebody, Optional.empty()),
                new Evidence(text, Evidence.Source.LINK, "https://example.com/\"><script>alert(1)</script>", Optional.of(2L)),
                new Evidence(text, Evidence.Source.ATTACHMENT, text, Optional.empty(), Optional.of(4L))).matches("hostile");
        for (Element link : Jsoup.parse(html).select("a")) {
            assertTrue(link.attr("href"), link.attr("href").startsWith("https://") || link.attr("href").equals("/jira/browse/SHOP-12"));
        }
    }

    @Test
    public void offersNoMoreRowsThanThereMayBe() {
        IssueRecord[] twenty = Collections.nCopies(20, AoRecordsTest.BARE.get(0)).toArray(IssueRecord[]::new);
        Document page = Jsoup.parse(page(false, true, twenty).render());
        assertEquals(0, page.select("[data-kind=option] [data-action=add]").size());
        assertEquals(1, page.select("[data-kind=risk] [data-action=add]").size());
    }

    @Test
    public void saysOfEveryFieldWhatItIsAndWhereItsMessageStands() {
        Document page = Jsoup.parse(page(false, true).render());
        List<Element> fields = page.select("form input, form select, form textarea");
        assertEquals(34, fields.size());
        Set<String> ids = new HashSet<>();
        for (Element field : fields) {
            assertTrue(field.id(), ids.add(field.id()));
            assertEquals(field.id(), 1, page.select("label[for=" + field.id() + "]").size());
            for (String described : field.attr("aria-describedby").split(" ")) {
                assertEquals(described, 1, page.select("#" + described).size());
            }
            assertEquals(field.id(), 1, field.parent().select(".error[data-field=" + field.attr("name") + "]").size());
        }
        for (Kind kind : Kind.values()) {
            assertEquals(kind.anchor(), kind.key(), page.getElementById(kind.anchor()).attr("data-kind"));
        }
    }

    @Test
    public void keepsTheSectionsOfABlockerToWhatIsAskedOfOne() {
        assertEquals(List.of(Kind.COMMUNICATION_PLAN, Kind.RISK, Kind.EXCEPTION_STATE, Kind.CRITERION, Kind.EVIDENCE),
                RecordPage.kinds(true, List.of()));
        assertEquals(Kind.TRADE_OFF, RecordPage.kinds(true, stored(AoRecordsTest.BARE.get(2))).get(5));
        assertEquals(List.of(Kind.values()), RecordPage.kinds(false, List.of()));
    }

    @Test
    public void putsARowIntoOneSentence() {
        assertEquals("Queues fill up; Accepted; Approved by: Lea Dahl; Accepted until: 31/Dec/26",
                formatter.sentence(new Risk("Queues fill up", Risk.State.ACCEPTED, LEAD, Optional.of(LocalDate.of(2026, 12, 31)))));
        assertEquals("Guest checkout", formatter.sentence(new TradeOff("Guest checkout", "", Optional.empty())));
    }

    private void user(String key, String name, String display, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getUsername()).thenReturn(name);
        when(user.getDisplayName()).thenReturn(display);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByKey(key)).thenReturn(user);
    }

    private GoldenHtml page(boolean blocker, boolean editable, IssueRecord... rows) {
        List<RowAtRevision<IssueRecord>> all = stored(rows);
        RecordFormatter.Content content = new RecordFormatter.Content(all, ATTACHED,
                Map.of(14L, new HypothesisVerdicts.Given("lead-key", Instant.parse("2026-11-19T23:30:00Z"), false)));
        return GoldenHtml.of("jira/record/record.vm").with("view", new RecordView(ADDRESS, editable,
                RecordPage.kinds(blocker, all).stream().map(kind -> formatter.section(kind, content)).toList()));
    }

    private static List<RowAtRevision<IssueRecord>> stored(IssueRecord... rows) {
        List<RowAtRevision<IssueRecord>> all = new ArrayList<>();
        for (IssueRecord row : rows) {
            long id = all.size() + 1;
            all.add(new RowAtRevision<>(new RowRevision(id, 1), row.withId(id)));
        }
        return all;
    }
}
