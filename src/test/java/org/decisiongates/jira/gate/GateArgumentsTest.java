package org.decisiongates.jira.gate;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.HasAcceptanceCriteria;
import org.decisiongates.policy.rules.HasDueDate;
import org.decisiongates.policy.rules.HasFallback;
import org.decisiongates.policy.rules.HasOwner;

public class GateArgumentsTest {

    private static final Map<String, String> SHIPPED = Map.ofEntries(
            Map.entry("class.name", "org.decisiongates.jira.gate.GateValidator"),
            Map.entry("gate.rules", "has-owner,has-due-date,has-acceptance-criteria,has-fallback"),
            Map.entry("has-owner.field", "owner"),
            Map.entry("has-due-date.field", "duedate"), Map.entry("has-due-date.horizon-days", "28"),
            Map.entry("has-acceptance-criteria.field", "acceptance-criteria"), Map.entry("has-acceptance-criteria.minimum", "1"),
            Map.entry("has-acceptance-criteria.template", ""), Map.entry("has-fallback.template", ""),
            Map.entry("has-fallback.trigger", ""),
            Map.entry("has-fallback.trigger-owner", ""),
            Map.entry("has-fallback.field", "fallback"), Map.entry("has-fallback.length", "20"),
            Map.entry("has-fallback.message", "Say it's {0} what happens"));

    @Test
    public void readsTheFrozenFormat() {
        assertEquals(
                Gate.of(ConfiguredRule.of(HasOwner.DEFINITION), ConfiguredRule.of(HasDueDate.DEFINITION),
                        ConfiguredRule.of(HasAcceptanceCriteria.DEFINITION),
                        ConfiguredRule.of(HasFallback.DEFINITION, Map.of(), Optional.of("Say it's {0} what happens"))),
                GateArguments.read(SHIPPED));
    }

    @Test
    public void writesTheFrozenFormat() {
        Map<String, String> expected = new HashMap<>(SHIPPED);
        expected.remove("class.name");
        assertEquals(expected, GateArguments.write(GateArguments.read(SHIPPED)));
    }

    @Test
    public void takesInitialValuesForWhatIsNotStored() {
        assertEquals(Gate.of(ConfiguredRule.of(HasDueDate.DEFINITION)), GateArguments.read(Map.of("gate.rules", " has-due-date ")));
    }

    @Test
    public void leavesOutBlankMessages() {
        assertEquals(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)),
                GateArguments.read(Map.of("gate.rules", "has-owner", "has-owner.message", " ")));
    }

    @Test
    public void leavesSettingsOfOtherRulesAlone() {
        assertEquals(Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)),
                GateArguments.read(Map.of("gate.rules", "has-owner", "has-fallback.length", "none", "full.module.key", "x")));
    }

    @Test
    public void makesAGateThatCannotRunOfNonsense() {
        assertCannotRun("decision-gates.gate.error.empty");
        assertCannotRun("decision-gates.gate.error.empty", "gate.rules", "");
        assertCannotRun("decision-gates.gate.error.empty", "gate.rules", null);
        assertCannotRun("decision-gates.gate.error.empty", "rules", "has-owner");
        assertCannotRun("decision-gates.gate.error.unknown-rule", "gate.rules", "has-ownr");
        assertCannotRun("decision-gates.gate.error.unknown-rule", "gate.rules", "has-owner,");
        assertCannotRun("decision-gates.gate.error.unknown-rule", "gate.rules", "HAS-OWNER");
        assertCannotRun("decision-gates.gate.error.unknown-rule", "gate.rules", "has-owner;has-fallback");
        assertCannotRun("decision-gates.gate.error.unknown-rule", "gate.rules", "has-owner," + "x".repeat(1 << 20));
        assertCannotRun("decision-gates.gate.error.duplicate-rule", "gate.rules", "has-owner,has-owner");
        for (String number : List.of("", " ", "-1", "+1", "3661", "28.0", "1e1", "four", "99999999999999999999", "\u0662\u0668", " 28")) {
            assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-due-date", "has-due-date.horizon-days", number);
        }
        for (String field : List.of("", " ", "a b", "owner\n", "<script>", "a".repeat(101), "\u00E4")) {
            assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-owner", "has-owner.field", field);
        }
        assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-owner", "has-owner.colour", "red");
        assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-owner", "has-owner.", "red");
        assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-owner", "has-owner.message", "a".repeat(10_001));
        assertCannotRun("decision-gates.gate.error.setting", "gate.rules", "has-acceptance-criteria",
                "has-acceptance-criteria.minimum", "0");
    }

    @Test
    public void refusesWhereTheWorkflowEngineReadsAVariable() {
        for (Map<String, String> stored : List.of(Map.of("gate.rules", "${comment}"),
                Map.of("gate.rules", "has-owner", "has-owner.message", "You wrote: ${comment}"),
                Map.of("gate.rules", "has-owner", "has-owner.field", "${issue}"), Map.of("gate.rules", "has-owner", "has-owner.${x}", "1"),
                Map.of("gate.rules", "has-owner,has-fallback", "has-due-date.message", "$${${x}}"), Map.of("has-owner.message", "${"))) {
            Evaluation examination = Evaluator.evaluate(GateArguments.read(stored), anItem(), NOW);
            String named = stored.entrySet().stream().filter(argument -> (argument.getKey() + argument.getValue()).contains("${"))
                    .findFirst().orElseThrow().getKey();

            assertEquals(RuleResult.Status.ERROR, examination.status());
            examination.findings().forEach(finding -> assertEquals(
                    Finding.general("decision-gates.gate.error.variable", named, stored.get(named)), finding));
        }
    }

    @Test
    public void namesACharacterThatNoXmlCanHold() {
        Evaluation examination = Evaluator.evaluate(
                GateArguments.read(Map.of("gate.rules", "has-owner", "has-owner.message", "Name\u000Bone")),
                anItem(), NOW);

        assertEquals(List.of(Finding.general("decision-gates.gate.error.character", "has-owner", "message", "U+000B")),
                examination.findings());
    }

    @Test
    public void keepsALongMessageWhateverStoringItTakes() {
        for (String piece : List.of("$", "\\", "\n", "a")) {
            String message = "x" + piece.repeat(9_998) + "x";
            Gate gate = GateArguments.read(Map.of("gate.rules", "has-owner", "has-owner.message", GateArguments.stored(message)));

            assertEquals(message, gate.rules().get(0).message().orElseThrow());
            assertTrue(gate.rules().get(0).isSound());
        }
        assertFalse(GateArguments.read(Map.of("gate.rules", "has-owner", "has-owner.message", GateArguments.stored("$".repeat(10_001))))
                .rules().get(0).isSound());
    }

    @Test
    public void readsWhatIsNoText() {
        assertEquals(Gate.of(ConfiguredRule.of(HasFallback.DEFINITION)),
                GateArguments.read(Map.of("gate.rules", "has-fallback", "has-fallback.length", 20, 7, 8)));
    }

    @Test
    public void keepsArgumentsSmallWhateverComesIn() {
        Gate gate = GateArguments.read(Map.of("gate.rules", "has-owner", "has-owner.message", "a".repeat(1 << 20),
                "has-owner." + "k".repeat(1 << 20), "v".repeat(1 << 20)));
        assertTrue(GateArguments.write(gate).entrySet().stream().allMatch(e -> e.getKey().length() + e.getValue().length() < 30_000));
        assertTrue(Evaluator.evaluate(gate, anItem(), NOW).findings().stream().flatMap(finding -> finding.message().arguments().stream())
                .allMatch(text -> text.toString().length() <= 80));
    }

    private static void assertCannotRun(String key, String... keysAndValues) {
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            arguments.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Gate gate = GateArguments.read(arguments);
        Evaluation examination = Evaluator.evaluate(gate, anItem(), NOW);
        assertEquals(RuleResult.Status.ERROR, examination.status());
        assertEquals(key, examination.findings().get(0).key());
        assertEquals(gate, GateArguments.read(GateArguments.write(gate)));
    }
}
