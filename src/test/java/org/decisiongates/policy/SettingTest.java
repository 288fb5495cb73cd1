package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Setting.Type;

/** What each type of setting takes, and what a rule is given of it. */
public class SettingTest {

    @Test
    public void takesWhatMakesSenseForItsType() {
        assertTakes(Setting.field(Type.ANY_FIELD, Field.OWNER), List.of("owner", "customfield_10200"), List.of("", "a b", "x".repeat(101)));
        assertTakes(Setting.number("n", 1, 1, 50), List.of("1", "50"), List.of("", "0", "51", "-1", "1.5", "9".repeat(12), "\u0661"));
        assertTakes(Setting.text("t", 5), List.of("", "a\nb", "12345"), List.of("123456", "\u0000"));
        assertTakes(Setting.choice("c", "any", "all"), List.of("any", "all"), List.of("", "ANY", "none", "any\nall"));
        assertTakes(Setting.pattern("p", "."), List.of("^[A-Z]+-\\d+$", "(?i)yes|no", "x{300}", "^.{1,255}$", "\\p{L}+"),
                List.of("", "(", "[", "(a)\\1", "(?=a)", "x{301}", "x{1001}", "(a{100}){100}", "(a{1,18}){17}", "(ab){300}",
                        "((a{32}){32}){32}", "x".repeat(201)));
        assertTakes(Setting.list("l", Type.PHASES, 0, 3), List.of("", "IN_REVIEW", "DRAFT\nOPEN"),
                List.of("in_review", "DRAFT\nDRAFT", "DRAFT,OPEN", "DRAFT\nOPEN\nLIVE\nCLOSED"));
        for (Type ids : List.of(Type.OPTIONS, Type.ROLES, Type.LINK_TYPES, Type.STATUSES)) {
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
    public void isAnErrorUntilAListThatMustHoldSomethingDoes() {
        RuleDefinition definition = definition(Setting.list("groups", Type.GROUPS, 1, 9));

        assertEquals(Status.ERROR, definition.configure(Settings.of(definition, Map.of())).evaluate(null, null).status());
        assertEquals(Status.PASSED, definition.configure(Settings.of(definition, Map.of("groups", "leads"))).evaluate(null, null).status());
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
