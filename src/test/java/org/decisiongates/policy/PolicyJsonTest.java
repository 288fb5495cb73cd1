package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Risk;
import org.decisiongates.policy.InvalidPolicyException.Fault;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.Rules;

public class PolicyJsonTest {

    private static final int MUTATIONS = 10_000;
    private static final String NOISE = "{}[]\",:0123456789.eE+-truefalsn \n\\u\u0000\uD83D\uDE80'<>&gatesrulewhn";
    private static final Field REGION = new Field("customfield_10100");
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00.123Z");

    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.with(Field.OWNER, new Person("ann", "Ann <b>", true, false))
            .with(Field.DUE_DATE, LocalDate.of(2026, 11, 30)).with(Field.FALLBACK, "Keep the old checkout\nswitched on")
            .with(new Field("customfield_1"), NOON).with(new Field("customfield_2"), new BigDecimal("1.50"))
            .with(REGION, new Choice("7", "EMEA")).with(new Field("versions"), new ProjectVersion("3", "1.0", Optional.empty(), true))
            .with(new Field("customfield_4"), new Person[0]).without(new Field("customfield_3"))
            .linkedTo(LinkedIssue.visible(new LinkedIssue.Link("10000", true, false), 1, "SHOP-1", "10002",
                    new IssueStatus("3", "In Progress", Optional.empty())))
            .linkedTo(LinkedIssue.hidden(new LinkedIssue.Link("10000", false, true), 2, "decision",
                    IssueSnapshot.statusOf(DecisionPhase.DRAFT)))
            .inGroup("ann", "leads").inRole("bob", "10002").commented(new IssueComment(Optional.of("bob"), "fine \uD800", NOON))
            .attached(new IssueAttachment("a.pdf", "application/pdf", Optional.empty(), NOON))
            .recording(new Criterion(4, "fast", Optional.of(new Criterion.Target(new BigDecimal("200"), "ms")), Optional.of("ann"),
                    Criterion.State.NOT_DEMONSTRABLE, Optional.of(12L)))
            .followedUp(new FollowUp(12, true, false, true, true))
            .recording(new Evidence("measured", Evidence.Source.LINK, "https://example.org", Optional.of(4L)))
            .recording(new Risk("late", Risk.State.ACCEPTED, Optional.of("bob"), Optional.of(LocalDate.of(2027, 1, 1))))
            .recording(new ExceptionState(ExceptionState.Path.RECOVERY, "roll back", Optional.empty()))
            .withAccount(new Person("bob", "Bob", false, true)).movedTo(IssueSnapshot.statusOf(DecisionPhase.IN_REVIEW));

    private static final Policy FULL = new Policy(new PolicyVersion("decision", 3), "Decisions", "decision", true,
            new WaiverTerms(List.of("leads"), List.of("10002"), 30), ApprovalTerms.NONE, Map.of("has-owner", 60, "has-fallback", 40),
            List.of(new PolicyGate("in-review", "Send for review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
                    List.of(PolicyRule.of("has-owner"),
                            new PolicyRule("has-due-date", Map.of("horizon-days", "14", "field", "duedate"), Optional.of("Say \"when\"."),
                                    Optional.of(Enforcement.ADVISE),
                                    When.all(RuleCondition.fieldIs(REGION, "7", "8").not(), RuleCondition.isSet(Field.FALLBACK),
                                            RuleCondition.typeIs("decision", "10001"), RuleCondition.priorityIs("1"),
                                            RuleCondition.customersNotice().not(), RuleCondition.actorIsIn("leads"))))),
                    new PolicyGate("go-live", "Go live", Optional.empty(), Enforcement.OFF, List.of(PolicyRule.of("has-fallback")))),
            List.of(new PolicyCase("an owner is enough", "in-review", ISSUE, LocalDate.of(2026, 11, 18), Optional.of("ann"),
                    Set.of(Field.DUE_DATE), "done", Map.of("has-owner", Status.PASSED, "has-due-date", Status.NOT_APPLICABLE))));

    @Test
    public void readsWhatItWrote() throws InvalidPolicyException {
        for (String text : List.of(PolicyJson.write(FULL), PolicyJson.writeLines(FULL))) {
            assertEquals(FULL, PolicyJson.read(text, Scope.GLOBAL, 3, Rules::of));
            assertEquals(FULL, PolicyJson.readStored(text, Scope.GLOBAL, 3));
        }
        Policy little = new Policy(new PolicyVersion(Scope.of(10_000), "own", 1), "Own", "10001", false, WaiverTerms.NONE,
                ApprovalTerms.NONE, Map.of(),
                List.of(), List.of());
        assertEquals("{\"format\":1,\"key\":\"own\",\"name\":\"Own\",\"issueType\":\"10001\",\"gates\":[]}", PolicyJson.write(little));
        assertEquals(little, PolicyJson.read(PolicyJson.write(little), Scope.of(10_000), 1, Rules::of));
        PolicyJson.check(FULL, Rules::of);
        PolicyJson.check(little, Rules::of);
    }

    @Test
    public void writesEqualPoliciesAlike() {
        assertEquals(PolicyJson.write(FULL), PolicyJson.write(FULL.as(new PolicyVersion(Scope.of(1), "decision", 9))));
        assertTrue(PolicyJson.writeLines(FULL).lines().count() > 50);
    }

    @Test
    public void keepsWhatANewerVersionOfTheAppStored() throws InvalidPolicyException {
        String newer = PolicyJson.write(FULL).replace("\"has-owner\"", "\"has-oracle\"").replace("horizon-days", "horizon-weeks");
        assertEquals("has-oracle", PolicyJson.readStored(newer, Scope.GLOBAL, 4).gates().get(0).rules().get(0).rule());
        assertEquals(List.of("gates[0].rules[0].rule fault.unknown-rule", "gates[0].rules[1].settings.horizon-weeks error.setting"),
                faults(newer).stream().map(fault -> fault.place() + " " + lastOf(fault, 2))
                        .toList());
    }

    @Test
    public void saysWhatIsWrongAndInWhichLine() {
        String[][] table = {
                {"\"key\" : \"decision\"", "\"key\" : \"De cision\"", "key", "key"},
                {"\"name\" : \"Decisions\"", "\"name\" : \" \"", "name", "text"},
                {"\"name\" : \"Decisions\"", "\"name\" : \"\\u0000\"", "name", "text"},
                {"\"issueType\" : \"decision\"", "\"issueType\" : \"story\"", "issueType", "issue-type"},
                {"\"longestDays\" : 30", "\"longestDays\" : 0", "waivers.longestDays", "range"},
                {"\"longestDays\" : 30", "\"longestDays\" : 99999999999", "waivers.longestDays", "range"},
                {"\"leads\" ],", "\"leads\", \"leads\" ],", "waivers.groups[1]", "duplicate"},
                {"\"10002\" ],", "\"Developers\" ],", "waivers.roles[0]", "entry"},
                {"\"has-owner\" : 60", "\"has-owner\" : 61", "weights", "sum"},
                {"\"has-owner\" : 60", "\"has-owner\" : 600000000000", "weights.has-owner", "range"},
                {"\"key\" : \"go-live\"", "\"key\" : \"in-review\"", "gates[1].key", "duplicate"},
                {"\"phase\" : \"IN_REVIEW\"", "\"phase\" : \"ESCALATED\"", "gates[0].phase", "phase"},
                {"\"rule\" : \"has-fallback\"", "\"rule\" : \"has-oracle\"", "gates[1].rules[0].rule", "unknown-rule"},
                {"\"field\" : \"customfield_10100\",\n        \"values\"", "\"values\"", "gates[0].rules[1].when[0]", "condition-field"},
                {"\"field\" : \"fallback\"\n", "\"field\" : \"fall back\"\n", "gates[0].rules[1].when[1].field", "field"},
                {"\"field\" : \"fallback\"\n", "\"field\" : \"fallback\", \"values\" : [ \"1\" ]\n", "gates[0].rules[1].when[1]",
                        "condition-no-values"},
                {"\"gate\" : \"in-review\"", "\"gate\" : \"decide\"", "cases[0].gate", "unknown-gate"},
                {"\"day\" : \"2026-11-30\"", "\"day\" : \"2026-11-30\", \"text\" : \"\"", "cases[0].issue.fields[4]", "one-value"},
        };
        String sound = PolicyJson.writeLines(FULL);
        for (String[] row : table) {
            String text = sound.replace(row[0], row[1]);
            assertTrue(row[0] + " is in\n" + sound, !text.equals(sound));
            Fault first = faults(text).get(0);
            assertEquals(row[1], row[2] + " decision-gates.policy.fault." + row[3], first.place() + " " + first.message().key());
            int line = (int) sound.substring(0, sound.indexOf(row[0])).lines().count();
            assertTrue(row[1] + ": line " + first.line() + " for " + line, first.line() <= line + 2 && first.line() >= line - 12);
            assertEquals(first.message().arguments().size(), new BundleTexts().argumentsOf(first.message().key()));
        }
    }

    @Test
    public void refusesAMemberThatIsMissingUnknownOrThereTwiceAndNamesItsLine() {
        String sound = PolicyJson.writeLines(FULL);
        Map<String, String> said = Map.of(
                sound.replaceFirst("\"name\" : \"Decisions\",", ""), "member name is missing in the policy",
                sound.replaceFirst("\"locked\" : true", "\"locket\" : true"), "member locket of the policy is not known",
                sound.replaceFirst("\"message\"", "\"mesage\""), "member mesage of gates[0].rules[1] is not known",
                sound.replaceFirst("\"enforcement\" : \"enforce\"", "\"enforcement\" : \"refuse\""),
                "member enforcement of gates[0] is not one of the words this version knows",
                sound.replaceFirst("\"enforcement\" : \"enforce\"", "\"enforcement\" : 0"),
                "member enforcement of gates[0] is not one of the words this version knows",
                "[]", "the policy is not a JSON object", "null", "the policy is not a JSON object");
        said.forEach((text, complaint) -> assertEquals(complaint, faults(text).get(0).message().arguments().get(0)));
        for (String text : List.of("", "{", sound + "}", sound.replaceFirst("\"key\"", "\"key\" : \"a\", \"key\""),
                "[".repeat(100_000), "{\"format\":" + "9".repeat(1000) + "}", " ".repeat(PolicyJson.MAX_LENGTH + 1))) {
            assertEquals("decision-gates.policy.fault.json", faults(text).get(0).message().key());
        }
        assertEquals("decision-gates.policy.fault.format",
                faults(sound.replace("\"format\" : 1", "\"format\" : 2")).get(0).message().key());
        int line = (int) sound.substring(0, sound.indexOf("\"message\"")).lines().count();
        assertEquals(line, faults(sound.replaceFirst("\"message\"", "\"mesage\"")).get(0).line());
    }

    /** A description of Jira's greatest length is read again; a longer text is not stored, and both ways say why. */
    @Test
    public void keepsTestsOfLongIssuesAndStoresNothingThatItCouldNotRead() throws InvalidPolicyException {
        PolicyCase longest = described("x".repeat(32_767));
        Policy policy = testing(longest);
        PolicyJson.check(policy, Rules::of);
        assertEquals(policy, PolicyJson.read(PolicyJson.write(policy), Scope.GLOBAL, 1, Rules::of));
        assertEquals(longest, PolicyJson.readCase(PolicyJson.writeCase(longest)));

        Policy tooLong = testing(described("x".repeat(70_000)));
        InvalidPolicyException refused = assertThrows(InvalidPolicyException.class, () -> PolicyJson.check(tooLong, Rules::of));
        String complaint = refused.faults().get(0).message().arguments().get(0).toString();
        assertTrue(complaint, complaint.startsWith("the policy holds more than is read, such as a text of more than 65536 characters"));
        assertEquals(complaint, faults(PolicyJson.write(tooLong)).get(0).message().arguments().get(0));
    }

    private static PolicyCase described(String text) {
        return new PolicyCase("long", "in-review", IssueSnapshot.EMPTY.with(new Field("description"), text), LocalDate.of(2026, 11, 18),
                Optional.empty(), Set.of(), "", Map.of("has-owner", RuleResult.Status.FAILED));
    }

    private static Policy testing(PolicyCase one) {
        return new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("in-review", "Review", Optional.empty(), Enforcement.ENFORCE, List.of(PolicyRule.of("has-owner")))),
                List.of(one));
    }

    @Test
    public void locksNoPolicyOfAProject() {
        InvalidPolicyException refused = assertThrows(InvalidPolicyException.class,
                () -> PolicyJson.read(PolicyJson.write(FULL), Scope.of(10_000), 3, Rules::of));
        assertEquals("decision-gates.policy.fault.locked", refused.faults().get(0).message().key());
    }

    @Test
    public void refusesOrReadsWhatItWouldWriteWhateverTheTextBecomes() {
        Random random = new Random(20261128);
        String sound = PolicyJson.writeLines(FULL);
        Map<Boolean, Integer> seen = new HashMap<>();
        for (int run = 0; run < MUTATIONS; run++) {
            String text = mutated(sound, random);
            boolean read;
            try {
                Policy policy = PolicyJson.readStored(text, Scope.GLOBAL, 1);
                assertEquals(text, policy, PolicyJson.readStored(PolicyJson.write(policy), Scope.GLOBAL, 1));
                read = true;
            } catch (InvalidPolicyException e) {
                assertTrue(text, e.faults().size() >= 1 && e.faults().stream().allMatch(fault -> fault.line() >= 1));
                read = false;
            }
            seen.merge(read, 1, Integer::sum);
        }
        assertTrue("both are met often: " + seen, seen.size() == 2 && seen.values().stream().allMatch(times -> times > MUTATIONS / 50));
    }

    private static String mutated(String sound, Random random) {
        StringBuilder text = new StringBuilder(sound);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int length = random.nextInt(20);
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + length));
                case 2 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + length)));
                default -> {
                    List<String> lines = new ArrayList<>(text.toString().lines().toList());
                    String moved = lines.remove(random.nextInt(lines.size()));
                    if (random.nextBoolean()) {
                        lines.add(random.nextInt(lines.size()), moved);
                    }
                    text = new StringBuilder(String.join("\n", lines));
                }
            }
        }
        return text.toString();
    }

    private static String lastOf(Fault fault, int parts) {
        String[] key = fault.message().key().split("\\.");
        return String.join(".", List.of(key).subList(key.length - parts, key.length));
    }

    private static List<Fault> faults(String text) {
        return assertThrows(InvalidPolicyException.class, () -> PolicyJson.read(text, Scope.GLOBAL, 1, Rules::of)).faults();
    }
}
