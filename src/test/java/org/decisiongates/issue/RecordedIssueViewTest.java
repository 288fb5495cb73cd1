package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.rules.Rules;

public class RecordedIssueViewTest {

    private static final Person ANN = new Person("ann", "Ann", true, true);
    private static final Field TEXT = new Field("description");
    private static final Field FACING = new Field(OwnField.CUSTOMER_FACING.key());
    private static final IssueComment COMMENT = new IssueComment(Optional.of("ann"), "Said", Instant.EPOCH);
    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.with(Field.OWNER, ANN).with(Field.DUE_DATE, LocalDate.of(2026, 11, 20))
            .with(new Field("created"), Instant.EPOCH).with(new Field("votes"), BigDecimal.TEN).with(TEXT, "Words")
            .with(FACING, new Choice("42", "Yes")).without(Field.FALLBACK).inGroup("ann", "leads").inRole("ann", "10010").commented(COMMENT)
            .withAccount(ANN);

    /** What every rule says of every example of every rule is said of its record, too. */
    @Test
    public void answersWhoeverAskedItAsTheIssueDid() {
        int asked = 0;
        for (var definition : Rules.all()) {
            for (var example : definition.examples()) {
                Gate gate = Gate.of(ConfiguredRule.of(definition, example.settings(), Optional.empty()));
                RecordedIssueView recorded = new RecordedIssueView(example.issue());
                var first = Evaluator.evaluate(gate, recorded, example.context());
                var second = Evaluator.evaluate(gate, recorded.snapshot(), example.context());
                assertEquals(definition.key() + ": " + example.title(), first.results(), second.results());
                asked++;
            }
        }
        assertTrue(asked + " examples", asked > 100);
    }

    @Test
    public void keepsOnlyWhatItWasAsked() {
        RecordedIssueView recorded = new RecordedIssueView(ISSUE);
        recorded.person(Field.OWNER);
        recorded.isSet(TEXT);
        recorded.isSet(new Field("created"));
        recorded.has(Field.FALLBACK);
        recorded.isInGroup("ann", "leads");
        recorded.nameOf(Reference.to(Reference.Kind.ROLE, "10010"));

        IssueSnapshot snapshot = recorded.snapshot();

        assertEquals(Map.of(Field.OWNER, List.of(ANN), TEXT, "Words", new Field("created"), Instant.EPOCH, Field.ISSUE_TYPE,
                List.of(new Choice("decision", "decision"))), snapshot.values());
        assertEquals(Set.of(Field.FALLBACK), snapshot.absent());
        assertEquals(Map.of("leads", Set.of("ann")), snapshot.groups());
        assertEquals(Map.of("10010", Set.of()), snapshot.roles());
        assertEquals(List.of(), snapshot.comments());
        assertEquals("decision", snapshot.type());
    }

    /** A test of a policy is exported to other Jiras: it takes as few people along as answer the rule alike. */
    @Test
    public void keepsFewOfThoseWhoCouldApprove() {
        for (int members : new int[] {0, 5, 6, 500}) {
            List<String> missing = IntStream.range(0, members).mapToObj(i -> "user" + i).toList();
            IssueSnapshot issue = IssueSnapshot.EMPTY.approving(new IssueApproval("Legal", ApprovalState.OPEN, 0, 1, missing));
            Gate gate = Gate.of(ConfiguredRule.of(Rules.of("approvals-current").orElseThrow(), Map.of(), Optional.empty()));
            RecordedIssueView recorded = new RecordedIssueView(issue);
            var first = Evaluator.evaluate(gate, recorded, EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC));
            assertEquals(Math.min(6, members), recorded.snapshot().approvals().get(0).missing().size());
            assertEquals(first.results(), Evaluator.evaluate(gate, recorded.snapshot(),
                    EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC)).results());
        }
    }

    /** A snapshot goes by the names of answers, whatever they are called in the host. */
    @Test
    public void keepsAnswersByTheirNames() {
        RecordedIssueView recorded = new RecordedIssueView(renamed());
        assertTrue(recorded.saysYes(FACING));
        assertFalse(recorded.saysYes(TEXT));
        assertEquals(List.of(new Choice("42", OwnField.YES)), recorded.snapshot().choices(FACING));
        assertEquals(List.of(new Choice("43", OwnField.NO)), recorded.snapshot().choices(TEXT));
        assertTrue(recorded.snapshot().saysYes(FACING));
        assertFalse(recorded.snapshot().saysYes(TEXT));
    }

    /** An issue of a host in which yes and no are called otherwise. */
    private static IssueView renamed() {
        return (IssueView) Proxy.newProxyInstance(RecordedIssueViewTest.class.getClassLoader(), new Class<?>[] {IssueView.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "choices" -> arguments[0].equals(FACING) ? List.of(new Choice("42", "Ja"))
                            : arguments[0].equals(TEXT) ? List.of(new Choice("43", "Nein"))
                            : List.of();
                    case "saysYes" -> arguments[0].equals(FACING);
                    default -> answer(method, arguments);
                });
    }

    private static Object answer(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(ISSUE, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
