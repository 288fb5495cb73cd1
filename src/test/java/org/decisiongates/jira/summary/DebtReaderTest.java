package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.time.Week;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.Waivers;

/** How many are told where there are more than are listed or read at a time; what is told is tried in {@code WaiverWiredTest}. */
public class DebtReaderTest {

    private static final long SHOP = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    private static final WeekMoment WEEK = new WeekMoment(Week.of(LocalDate.of(2026, 11, 18)), NOW.atZone(TestTime.ZONE));

    private final Debts debts = mock(Debts.class);
    private final Waivers waivers = mock(Waivers.class);
    private final Project project = mock(Project.class);
    private final Policies policies = mock(Policies.class);
    private final ProjectRoleManager roles = mock(ProjectRoleManager.class);
    private final DebtReader reader = new DebtReader(debts, waivers, mock(OpenItemMapper.class), mock(UserManager.class),
            policies, roles);

    @Before
    public void letNobodyWaive() {
        when(project.getId()).thenReturn(SHOP);
        when(waivers.around(any(), any(), any())).thenReturn(Optional.of(Map.of()));
    }

    @Test
    public void countsEveryIssueThatOwesSomethingAlthoughAThousandAreReadAtATime() {
        for (int owing : List.of(0, 1, 999, 1_000, 1_001, 2_500, 5_000)) {
            owe(owing);
            assertEquals(owing, read().orElseThrow().owed().size());
        }
    }

    @Test
    public void readsAWholeThousandAtATimeAndNoMore() {
        owe(2_500);

        read();

        verify(debts, times(3)).owedIn(eq(SHOP), anyLong(), eq(1_000));
        verify(waivers, times(1)).around(any(), eq(OptionalLong.of(SHOP)), any());
        verify(waivers, times(2)).around(any(), eq(OptionalLong.empty()), any());
    }

    @Test
    public void tellsNothingOfMoreThanCanBeRead() {
        owe(5_001);

        assertEquals(Optional.empty(), read());
        assertEquals("and that it does not", List.of(SummaryHeader.Gap.DEBT_TOO_MANY), DebtReader.gaps(everything(), read()));
        owe(5_000);
        assertEquals(List.of(), DebtReader.gaps(everything(), read()));
    }

    /** A waiver that was asked for in another project is found by its issue alone, in whichever thousand that is. */
    @Test
    public void countsTheWaiversOfEachIssue() {
        owe(1_500);
        when(waivers.around(any(), any(), any())).thenAnswer(call -> {
            Map<Long, List<Waiver>> found = new HashMap<>();
            Collection<Long> asked = call.getArgument(0);
            asked.forEach(issue -> found.put(issue, List.of(waiver(issue))));
            return Optional.of(found);
        });

        DebtReader.Stored stored = read().orElseThrow();

        assertEquals(0, stored.owed().size());
        assertEquals(1_500, stored.waivers().size());
    }

    @Test
    public void countsWaiversThatAreNotListed() {
        owe(0);
        when(waivers.around(any(), any(), any())).thenReturn(Optional.of(LongStream.rangeClosed(1, 150).boxed()
                .collect(Collectors.toMap(Function.identity(), issue -> List.of(waiver(issue))))));
        DebtReader.Stored stored = read().orElseThrow();
        Map<Long, Issue> found = stored.issues().stream().collect(Collectors.toMap(Function.identity(), DebtReaderTest::issue));
        assertEquals(100, found.size());

        Listing<SnapshotEntry<WaivedRuleItem>> told = reader.named(stored, found).waivers();

        assertEquals(100, told.rows().size());
        assertEquals(150, told.total());
        found.remove(stored.issues().iterator().next());
        assertEquals("one is gone", 149, reader.named(stored, found).waivers().total());
    }

    @Test
    public void namesTheRolesAndGroupsThatMayGrantWhatIsAskedFor() {
        owe(0);
        ProjectRole leads = mock(ProjectRole.class);
        when(leads.getName()).thenReturn("Leads");
        when(roles.getProjectRole(10_002L)).thenReturn(leads);
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(new Policy(new PolicyVersion("decision", 1), "Decision", "decision",
                false, new WaiverTerms(List.of("approvers", "auditors", "board"), List.of("10002", "10009", "gone"), 30),
                ApprovalTerms.NONE, Map.of(),
                List.of(),
                List.of())), List.of()));
        Waiver granted = waiver(1);
        when(waivers.around(any(), any(), any())).thenReturn(Optional.of(Map.of(1L, List.of(granted), 2L,
                List.of(new Waiver(List.of(granted.asked()))))));
        DebtReader.Stored stored = read().orElseThrow();

        List<WaivedRuleItem> told = reader.named(stored, Map.of(1L, issue(1), 2L, issue(2))).waivers().rows().stream()
                .map(SnapshotEntry::row).toList();

        assertEquals("those of roles that are gone, and a fourth, are left out", List.of("Leads", "approvers", "auditors"),
                told.get(0).deciders());
        assertEquals("nobody has to decide on it any more", List.of(), told.get(1).deciders());
    }

    private Optional<DebtReader.Stored> read() {
        return reader.read(everything(), WEEK);
    }

    private Visibility everything() {
        return Visibility.unrestricted(
                new ResolvedScope(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Shop"), "", Optional.of(project)));
    }

    private void owe(int issues) {
        when(debts.owedIn(eq(SHOP), anyLong(), anyInt())).thenAnswer(call -> LongStream.rangeClosed(1, issues)
                .filter(issue -> issue > call.<Long>getArgument(1)).limit(call.<Integer>getArgument(2)).mapToObj(DebtReaderTest::debt)
                .toList());
    }

    private static IssueDebt debt(long issue) {
        return new IssueDebt(issue, SHOP, "DECIDED", List.of("decision 1"), List.of(new GateDebt(List.of("decision"), "has-owner", "owner",
                RuleResult.Status.FAILED, NOW.minusSeconds(60), GateDebt.Cause.EDITED_AWAY)));
    }

    private static Waiver waiver(long issue) {
        WaiverStep asked = new WaiverStep(issue, SHOP + 1, 1, 1, WaiverStep.State.ASKED,
                new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"), "why", NOW.plusSeconds(86_400), "ann", NOW.minusSeconds(9));
        return new Waiver(List.of(asked, asked.next(WaiverStep.State.GRANTED, "", "bob", NOW.minusSeconds(8))));
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        return issue;
    }
}
