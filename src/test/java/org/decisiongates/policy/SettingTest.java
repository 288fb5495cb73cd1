package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Setting.Type;

/** What each type of setting takes, and what a rule is given of it. */
public class SettingTest {

    @Test
    public void takesWhatMakesSenseForItsType() {
        assertTakes(Setting.field(Type.ANY_FIELD, Field.OWNER), List.of("owner", "customfield_10200"), List.of("", "a b", "x".repeat(101)));
        assertTakes(Setting.phases("p", DecisionPhase.DRAFT, DecisionPhase.LIVE), List.of("DRAFT\nLIVE", "OPEN"), List.of("", "Open"));
        assertTakes(Setting.number("n", 1, 1, 50), List.of("1", "50"), List.of("", "0", "51", "-1", "1.5", "9".repeat(12), "\u0661"));
        assertTakes(Setting.text("t", 5), List.of("", "a\nb", "12345"), List.of("123456", "\u0000"));
        assertTakes(Setting.choice("c", "any", "all"), List.of("any", "all"), List.of("", "ANY", "none", "any\nall"));
        assertTakes(Setting.pattern("p", "."), List.of("^[A-Z]+-\\d+$", "(?i)yes|no", "x{300}", "^.{1,255}$", "\\p{L}+"),
                List.of("", "(", "[", "(a)\\1", "(?=a)", "x{301}", "x{1001}", "(a{100}){100}", "(a{1,18}){17}", "(ab){300}",
                        "((a{32}){32}){32}", "x".repeat(201)));
        assertTakes(Setting.list("l", Type.PHASES, 0, 3), List.of("", "IN_REVIEW", "DRAFT\nOPEN"),
                List.of("in_review", "DRAFT\nDRAFT", "DRAFT,OPEN", "DRAFT\nOPEN\nLIVE\nCLOSED"));
        assertTakes(Setting.optional("d", Type.DECIMAL), List.of("", "0", "-12.5", "999999999999999.999999999"),
                List.of(" ", ".5", "1.", "1,5", "1e3", "+1", "--1", "9".repeat(16), "0." + "1".repeat(10), "\u0661"));
        assertTakes(Setting.optional("d", Type.DAY), List.of("", "2026-12-31", "2028-02-29"),
                List.of(" ", "2026-02-29", "2026-2-9", "31.12.2026", "-026-12-31", "+12026-01-01", "2026-12-31T00:00"));
        assertTakes(Setting.optional("p", Type.PATTERN), List.of("", "ok"), List.of("(", "x".repeat(201)));
        assertTakes(Setting.optionalField("f", Type.TEXT_FIELD), List.of("", "description"), List.of("a b", " "));
        assertTakes(Setting.field("f", Type.NUMBER_FIELD), List.of("customfield_10200"), List.of("", " "));
        assertTakes(Setting.list("l", Type.OPTIONS, 1, 2), List.of("10000", "urgent", "a\nb"), List.of("", "a\na", "a\nb\nc", " "));
        for (Type ids : List.of(Type.ROLES, Type.LINK_TYPES, Type.STATUSES)) {
            assertTakes(Setting.list("l", ids, 1, 2), List.of("10000", "1\n2", "1\r\n2"),
                    List.of("", "High", "1\n1", "1\n2\n3", "-1", "1,2", "9".repeat(19), "1\n\n2", "0", "007", "7\n07"));
        }
        for (Type names : List.of(Type.GROUPS, Type.PEOPLE)) {
            assertTakes(Setting.list("l", names, 0, 2), List.of("", "jira-users", "A group, of sorts\nJIRAUSER10100"),
                    List.of(" ", "a\na", "x".repeat(256), "a\nb\nc", "\u0001"));
        }
    }

    @Test
    public void knowsAllTypesByWhatTheyHold() {
        assertEquals(Set.of(Type.PERSON_FIELD, Type.PEOPLE_FIELD, Type.DATE_FIELD, Type.MOMENT_FIELD, Type.TEXT_FIELD, Type.OPTION_FIELD,
                Type.NUMBER_FIELD, Type.VERSION_FIELD, Type.ANY_FIELD), types(Type::isField));
        assertEquals(Set.of(Type.PHASES, Type.OPTIONS, Type.PEOPLE, Type.GROUPS, Type.ROLES, Type.LINK_TYPES, Type.STATUSES),
                types(Type::isList));
    }

    @Test
    public void givesARuleItsListsAndPatterns() {
        RuleDefinition definition = definition(Setting.list("groups", Type.GROUPS, 1, 9), Setting.pattern("pattern", "^ok"));
        Settings settings = Settings.of(definition, Map.of("groups", "leads\nowners", "pattern", "(?i)done"));

        assertEquals(List.of("leads", "owners"), settings.list("groups"));
        assertTrue(settings.pattern("pattern").isFoundIn("Well DONE."));
        assertFalse(settings.pattern("pattern").isFoundIn("not yet"));
        assertEquals(Optional.empty(), settings.fault());
    }

    @Test
    public void givesARuleWhatMayBeMissing() {
        RuleDefinition definition = definition(Setting.optional("least", Type.DECIMAL), Setting.optional("from", Type.DAY),
                Setting.optional("pattern", Type.PATTERN), Setting.optionalField("note", Type.TEXT_FIELD));

        Settings none = Settings.of(definition, Map.of());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(none.decimal("least"), none.day("from"), none.optionalPattern("pattern"), none.optionalField("note")));
        Settings all = Settings.of(definition, Map.of("least", "-0.5", "from", "2026-12-31", "pattern", " x", "note", "description"));
        assertEquals(Optional.of(new BigDecimal("-0.5")), all.decimal("least"));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 31)), all.day("from"));
        assertEquals(" x", all.optionalPattern("pattern").orElseThrow().toString());
        assertEquals(Optional.of(new Field("description")), all.optionalField("note"));
    }

    @Test
    public void knowsWhatItsListsNameOfTheHost() {
        RuleDefinition definition = definition(Setting.field(Type.OPTION_FIELD, new Field("priority")),
                Setting.list("options", Type.OPTIONS, 0, 9), Setting.list("people", Type.PEOPLE, 0, 9),
                Setting.list("groups", Type.GROUPS, 0, 9), Setting.list("roles", Type.ROLES, 0, 9),
                Setting.list("links", Type.LINK_TYPES, 0, 9), Setting.list("statuses", Type.STATUSES, 0, 9),
                Setting.list("phases", Type.PHASES, 0, 9));

        assertEquals(List.of(), Settings.of(definition, Map.of("phases", "DRAFT")).references());
        assertEquals(List.of(Reference.toOption(new Field("priority"), "1"), Reference.toOption(new Field("priority"), "2"),
                Reference.to(Reference.Kind.PERSON, "ann"), Reference.to(Reference.Kind.GROUP, "leads"),
                Reference.to(Reference.Kind.ROLE, "3"), Reference.to(Reference.Kind.LINK_TYPE, "4"),
                Reference.to(Reference.Kind.STATUS, "5")),
                Settings.of(definition,
                        Map.of("options", "1\n2", "people", "ann", "groups", "leads", "roles", "3", "links", "4", "statuses",
                                "5"))
                        .references());
    }

    @Test
    public void isAnErrorUntilAListThatMustHoldSomethingDoes() {
        RuleDefinition definition = definition(Setting.list("groups", Type.GROUPS, 1, 9));

        assertEquals(Status.ERROR, definition.configure(Settings.of(definition, Map.of())).evaluate(null, null).status());
        assertEquals(Status.PASSED, definition.configure(Settings.of(definition, Map.of("groups", "leads")))
                .evaluate(IssueSnapshot.EMPTY.inGroup("ann", "leads"), null).status());
    }

    /** Backtracking takes some 2^60 steps for these: that there is an answer at all says that none takes place. */
    @Test
    public void matchesInTimeThatGrowsWithTheTextAlone() {
        String text = "a".repeat(60);
        for (String hostile : List.of("^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$",
                IntStream.range(0, 30).mapToObj(i -> "a?").collect(Collectors.joining()) + "a{30}b")) {
            assertFalse(hostile, TextPattern.of(hostile).orElseThrow().isFoundIn(text + "!"));
        }
    }

    /** Threads of a host have little stack, and an expression is read where no rule is evaluated. */
    @Test
    public void takesNoExpressionThatOverflowsASmallStack() throws InterruptedException {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread small = new Thread(null, () -> {
            for (String deep : List.of("a.{0,999}y", "a.{0,299}y", "(" + "a?".repeat(20) + "){1000}!", "(" + "a?".repeat(15) + "){18}!",
                    "(((((((a{0,299})))))))y", "(".repeat(100) + ")".repeat(100))) {
                TextPattern.of(deep).ifPresent(pattern -> pattern.isFoundIn("a".repeat(500)));
            }
        }, "small", 512 * 1024);
        small.setUncaughtExceptionHandler((thread, cause) -> thrown.add(cause));
        small.start();
        small.join();

        assertEquals(List.of(), thrown);
    }

    /** Linear in the text, but thousands of steps a character: a transition would wait for seconds. */
    @Test
    public void takesNoExpressionThatComesToTooMuch() {
        for (String large : List.of("(a|aa|aaa|b|c|d|e|f|g|h|i|j|k){100}y", "(\\pL|\\pN|\\pP){250}!", "(abc){250}")) {
            assertEquals(large, Optional.empty(), TextPattern.of(large));
        }
    }

    private static RuleDefinition definition(Setting... settings) {
        return new RuleDefinition("test-only", List.of(settings), Set.of(), List.of(), values -> (issue, context) -> RuleResult.passed());
    }

    private static Set<Type> types(java.util.function.Predicate<Type> which) {
        return Set.of(Type.values()).stream().filter(which).collect(Collectors.toSet());
    }

    private static void assertTakes(Setting setting, List<String> sense, List<String> nonsense) {
        sense.forEach(value -> assertTrue(setting.type() + " takes " + value, setting.accepts(value)));
        nonsense.forEach(value -> assertFalse(setting.type() + " takes no " + value, setting.accepts(value)));
    }
}
