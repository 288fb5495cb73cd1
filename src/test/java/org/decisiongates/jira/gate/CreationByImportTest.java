package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.MutableIssue;
import com.opensymphony.workflow.InvalidInputException;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent;

/** What an import creates is let through and recorded as such; nothing else is, however it looks. */
public class CreationByImportTest {

    private static final Map<String, String> MINIMUM = Map.of("gate.rules", "has-owner,has-due-date");

    private final TransitionFixture transition = new TransitionFixture().creating();
    private final MutableIssue draft = mock(MutableIssue.class);

    @Before
    public void aDraftOfWhatIsCreated() {
        when(transition.issue.getSummary()).thenReturn("Provider is slow");
        when(draft.getSummary()).thenReturn("Provider is slow");
        when(draft.getProjectId()).thenReturn(10_000L);
        when(draft.getIssueTypeId()).thenReturn("10001");
    }

    @Test
    public void recordsWhatTheGateFindsAndDoesNotRefuse() {
        CreationByImport.Recorded<InvalidInputException> recorded = imported();
        assertNull(recorded.created());
        assertEquals(2, recorded.unmet().size());
        assertEquals("Owner: ", recorded.unmet().get(0).substring(0, 7));
        GateEvent entry = transition.journal.get(0);
        assertEquals(GateEvent.Source.IMPORT.name(), entry.source());
        assertEquals(Status.FAILED.name(), entry.verdict());
        assertEquals(GateEvent.Outcome.EVALUATED, entry.outcome());
        assertEquals("EVALUATE", entry.gate().enforcement());
        assertEquals(GateArguments.read(MINIMUM).settingsHash(), entry.gate().settingsHash());
        assertEquals(List.of("has-owner", "has-due-date"), entry.failedRules());
        assertEquals(List.of(), entry.refusingRules());
    }

    @Test
    public void asksGatesInARowAboutTheSameIssue() {
        transition.imports.run(draft, "lead", () -> {
            Transition same = Transition.of(transition.variables);
            assertEquals(true, transition.imports.covers(same));
            assertEquals(true, transition.imports.covers(Transition.of(transition.variables)));
            return same;
        });
    }

    @Test
    public void refusesWhatElseIsCreatedOnItsThreadMeanwhile() {
        transition.imports.run(draft, "lead", () -> {
            assertNull(transition.ask(MINIMUM));
            assertNotNull("another object with the same values", transition.ask(MINIMUM));
            return "";
        });
        assertEquals(List.of("IMPORT", "BACKGROUND"), transition.journal.stream().map(GateEvent::source).toList());
    }

    @Test
    public void refusesWhatIsCreatedOnAnotherThreadMeanwhile() {
        InvalidInputException refused = transition.imports
                .run(draft, "lead", () -> CompletableFuture.supplyAsync(() -> transition.ask(MINIMUM)).join()).created();
        assertNotNull(refused);
        assertEquals("BACKGROUND", transition.journal.get(0).source());
    }

    @Test
    public void refusesAnIssueThatWasNotAnnounced() {
        when(draft.getSummary()).thenReturn("Provider is down");
        assertNotNull("summary", imported().created());
        when(draft.getSummary()).thenReturn("Provider is slow");
        when(draft.getProjectId()).thenReturn(10_001L);
        assertNotNull("project", imported().created());
        when(draft.getProjectId()).thenReturn(10_000L);
        when(draft.getIssueTypeId()).thenReturn("10002");
        assertNotNull("type", imported().created());
        when(draft.getIssueTypeId()).thenReturn("10001");
        assertNotNull("somebody else", transition.imports.run(draft, "admin", () -> transition.ask(MINIMUM)).created());
        assertNull(imported().created());
    }

    @Test
    public void refusesATransitionOfAnIssueThatIsThere() {
        when(transition.issue.getId()).thenReturn(10_200L);
        assertNotNull(imported().created());
    }

    @Test
    public void refusesAgainAfterTheEndHoweverItEnded() {
        assertNull(imported().created());
        assertNotNull(transition.ask(MINIMUM));
        assertThrows(IllegalStateException.class, () -> transition.imports.run(draft, "lead", () -> {
            throw new IllegalStateException("Jira fails");
        }));
        assertNotNull(transition.ask(MINIMUM));
        transition.imports.run(draft, "lead", () -> assertThrows(IllegalStateException.class, this::imported));
        assertNotNull(transition.ask(MINIMUM));
    }

    @Test
    public void refusesWhateverARequestClaims() {
        transition.variables.put("source", "IMPORT");
        transition.variables.put("import", true);
        transition.variables.put("comment", "IMPORT");
        Map<String, String> forged = Map.of("gate.rules", "has-owner,has-due-date", "gate.source", "IMPORT", "import", "true");
        assertNotNull(transition.ask(forged));
    }

    @Test
    public void refusesWhatCannotBeReadOrRecorded() {
        assertNotNull(transition.imports.run(draft, "lead", () -> {
            transition.variables.remove("descriptor");
            return transition.ask(MINIMUM);
        }).created());
        TransitionFixture down = new TransitionFixture().creating().journalFails(new IllegalStateException("database down"));
        when(down.issue.getSummary()).thenReturn("Provider is slow");
        assertNotNull(down.imports.run(draft, "lead", () -> down.ask(MINIMUM)).created());
    }

    @Test
    public void isOpenedByTheImportAlone() {
        assertEquals(Set.of("CreationByImport.java", "GateValidator.java", "ImportedIssueCreation.java"),
                Tree.files(Tree.ROOT.resolve("src/main/java"), ".java").stream()
                        .filter(file -> Tree.text(file).contains("CreationByImport"))
                        .map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }

    private CreationByImport.Recorded<InvalidInputException> imported() {
        return transition.imports.run(draft, "lead", () -> transition.ask(MINIMUM));
    }
}
