package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.LocaleResolver;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Scope;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.Waivers;
import org.decisiongates.waiver.WaiversInMemory;

public class IssueFunctionTest {

    private static final String QUERY = "(project in (\"SHOP\", \"a\\\"b\\\\\")) AND (issuetype = 7 AND status in (draft))";

    private final Searches searches = mock(Searches.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final PhaseSearch phases = mock(PhaseSearch.class);
    private final ReadinessService readiness = mock(ReadinessService.class);
    private final ApplicationUser searcher = mock(ApplicationUser.class);
    private final GateReadyFunction function = new GateReadyFunction(searches, new JiraTexts(Texts.resolver(), locales), phases, readiness);

    @Before
    public void setUp() {
        function.init(named("gateReady"));
        when(locales.getLocale()).thenReturn(Locale.US);
        when(phases.jql(eq(OwnIssueType.DECISION), any(), eq(searcher))).thenAnswer(call -> Optional.of("issuetype = 7 AND status in ("
                + OwnStatus.all().stream().filter(call.<Predicate<OwnStatus>>getArgument(1)).map(OwnStatus::key)
                        .collect(Collectors.joining(", "))
                + ")"));
        when(searches.complaints(any(), any())).thenReturn(Set.of());
    }

    @Test
    public void looksAtFiveHundredIssuesAndRefusesMoreWithAHint() {
        when(searches.count(searcher, QUERY)).thenReturn(500L, 501L);
        assertEquals(Set.of(), problems("In review", "SHOP", "a\"b\\"));
        assertEquals(Set
                .of("gateReady can evaluate at most 500 issues, and there are 501. Name the projects to look in, or fewer of them, as in "
                        + "gateReady(\u2026, \"KEY\")."),
                problems("In review", "SHOP", "a\"b\\"));
    }

    @Test
    public void neverLeavesOutWhatItDidNotLookAt() {
        when(searches.page(searcher, QUERY, 0, 500)).thenReturn(new Searches.Found(List.of(mock(Issue.class)), 501));
        FunctionOperand operand = operand("In review", "SHOP", "a\"b\\");
        assertThrows(IllegalArgumentException.class, () -> function.getValues(() -> searcher, operand, null));
        verify(readiness, never()).readyFor(any(), any(), any());
    }

    @Test
    public void searchesOnceForItsValues() {
        Issue issue = mock(Issue.class);
        when(searches.page(searcher, QUERY, 0, 500)).thenReturn(new Searches.Found(List.of(issue), 1));
        when(readiness.readyFor(any(), any(), any())).thenReturn(Set.of(10200L));
        assertEquals(1, function.getValues(() -> searcher, operand("IN_REVIEW", "SHOP", "a\"b\\"), null).size());
        verify(searches, times(1)).page(any(), any(), anyInt(), anyInt());
        verify(searches, never()).count(any(), any());
    }

    @Test
    public void cutsWhatItRepeats() {
        String problem = problems("y".repeat(5_000)).iterator().next();
        assertTrue(problem, problem.contains("\u201C" + "y".repeat(300) + "\u2026\u201D") && problem.length() < 500);
        when(searches.complaints(any(), any())).thenReturn(Set.of("z".repeat(5_000)));
        assertEquals("what Jira says as well", 1_000, problems("In review", "z".repeat(5_000)).iterator().next().length());
    }

    @Test
    public void saysWhichPhasesThereAre() {
        assertTrue(problems().toString(), problems().iterator().next().contains("The phases are In review, Decided"));
        assertTrue(problems("Soon").toString(), problems("Soon").iterator().next().contains("\u201CSoon\u201D"));
        assertThrows(IllegalArgumentException.class, () -> function.getValues(() -> searcher, operand("Soon"), null));
        for (String first : List.of("draft", "Open")) {
            assertTrue(problems(first).toString(), problems(first).iterator().next().contains("no issue can be ready for it"));
            assertThrows(IllegalArgumentException.class, () -> function.getValues(() -> searcher, operand(first), null));
        }
    }

    @Test
    public void passesOnWhatJiraSaysAgainstTheProjects() {
        when(searches.complaints(any(), any())).thenReturn(Set.of("There is no such project."));
        assertEquals(Set.of("There is no such project."), problems("In review", "NOWHERE"));
        verify(searches, never()).count(any(), any());
    }

    @Test
    public void owesWhatIsNotWaivedNow() {
        Debts debts = mock(Debts.class);
        WaiversInMemory waivers = new WaiversInMemory();
        ProjectTime time = mock(ProjectTime.class);
        Instant now = Instant.parse("2026-11-18T12:00:00Z");
        when(time.now()).thenReturn(now.atZone(ZoneOffset.UTC));
        GateDebtFunction owing = owing(debts, waivers, time);
        GateDebt debt = new GateDebt(List.of("decision"), "has-owner", "owner", RuleResult.Status.FAILED, now, GateDebt.Cause.EDITED_AWAY);
        when(debts.owed(0, 501)).thenReturn(List.of(new IssueDebt(1, 10000, "DECIDED", List.of("decision 1"), List.of(debt)),
                new IssueDebt(2, 10000, "DECIDED", List.of("decision 1"), List.of(debt))));
        WaiverStep asked = new WaiverStep(2, 10000, 1, 1, WaiverStep.State.ASKED, new WaivedRule(Scope.GLOBAL, "decision", "has-owner",
                "owner"), "why", now.plusSeconds(60), "asker", now);
        waivers.append(asked);
        assertEquals(List.of("issue in (1, 2)"), owing.candidates(searcher, List.of()));
        assertEquals("a name, which is no key, is for the query", List.of("(project in (\"Storefront\")) AND (issue in (1, 2))"),
                owing.candidates(searcher, List.of("Storefront")));
        waivers.append(asked.next(WaiverStep.State.GRANTED, "", "lead", now));
        assertEquals(List.of("issue in (1)"), owing.candidates(searcher, List.of()));
        when(time.now()).thenReturn(now.plusSeconds(60).atZone(ZoneOffset.UTC));
        assertEquals("in the same second", List.of("issue in (1, 2)"), owing.candidates(searcher, List.of()));

        when(debts.owed(0, 501)).thenReturn(Collections.nCopies(501, new IssueDebt(1, 10000, "DECIDED", List.of(), List.of(debt))));
        assertEquals(Set
                .of("gateDebt can evaluate at most 500 issues, and there are more. Name the projects to look in, as in "
                        + "gateDebt(\"KEY\")."),
                owing.validate(searcher, new FunctionOperand("gateDebt", List.of()), null).getErrorMessages());
    }

    @Test
    public void refusesMoreWaivedIssuesThanAQueryTakes() {
        Waivers waivers = mock(Waivers.class);
        ProjectTime time = mock(ProjectTime.class);
        when(time.now()).thenReturn(Instant.EPOCH.atZone(ZoneOffset.UTC));
        GateWaivedFunction waived = new GateWaivedFunction(searches, new JiraTexts(Texts.resolver(), locales), waivers, time);
        waived.init(named("gateWaived"));
        when(waivers.issuesWithActive(Instant.EPOCH, 1_000)).thenReturn(ids(999)).thenReturn(ids(1_000));

        FunctionOperand operand = new FunctionOperand("gateWaived", List.of("SHOP"));
        assertEquals(Optional.empty(), waived.excess(List.of("SHOP")));
        assertThrows("whatever the projects: the first thousand may be of others", IllegalArgumentException.class,
                () -> waived.getValues(() -> searcher, operand, null));
        verify(searches, never()).page(any(), any(), anyInt(), anyInt());
    }

    private static Set<Long> ids(long number) {
        return LongStream.rangeClosed(1, number).boxed().collect(Collectors.toSet());
    }

    @Test
    public void passesOnWhatJiraSaysAgainstTheProjectsWhileNothingIsOwed() {
        ProjectTime time = mock(ProjectTime.class);
        when(time.now()).thenReturn(Instant.EPOCH.atZone(ZoneOffset.UTC));
        Debts debts = mock(Debts.class);
        GateDebtFunction owing = owing(debts, new WaiversInMemory(), time);
        when(searches.complaints(searcher, "project in (\"NOWHERE\")")).thenReturn(Set.of("There is no such project."));
        assertEquals(Set.of("There is no such project."),
                owing.validate(searcher, new FunctionOperand("gateDebt", List.of("NOWHERE")), null).getErrorMessages());
        assertEquals(Set.of(), owing.validate(searcher, new FunctionOperand("gateDebt", List.of()), null).getErrorMessages());
        when(debts.owed(0, 501)).thenReturn(Collections.nCopies(501, new IssueDebt(1, 10000, "DECIDED", List.of(), List.of())));
        assertEquals("however much is owed", Set.of("There is no such project."),
                owing.validate(searcher, new FunctionOperand("gateDebt", List.of("NOWHERE")), null).getErrorMessages());
        verify(searches, never()).count(any(), any());
    }

    private GateDebtFunction owing(Debts debts, WaiversInMemory waivers, ProjectTime time) {
        GateDebtFunction owing = new GateDebtFunction(searches, new JiraTexts(Texts.resolver(), locales), debts, waivers,
                mock(ProjectManager.class), time);
        owing.init(named("gateDebt"));
        return owing;
    }

    private static JqlFunctionModuleDescriptor named(String name) {
        JqlFunctionModuleDescriptor descriptor = mock(JqlFunctionModuleDescriptor.class);
        when(descriptor.getFunctionName()).thenReturn(name);
        return descriptor;
    }

    private Set<String> problems(String... arguments) {
        return function.validate(searcher, operand(arguments), null).getErrorMessages();
    }

    private static FunctionOperand operand(String... arguments) {
        return new FunctionOperand("gateReady", List.of(arguments));
    }
}
