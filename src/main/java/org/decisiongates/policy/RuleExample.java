package org.decisiongates.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Successor;

/**
 * An issue, and what a rule says of it: the rule's test, and a line of its documentation.
 *
 * @param title    what is so of the issue, in a few words
 * @param settings settings of the rule that are not the initial ones
 * @param issue    the issue
 * @param changed  the fields that the transition changes
 * @param named    the fields that named whoever acts before the transition
 * @param comment  what is written with the transition
 * @param successor the one issue that a field can name as the one that takes its place
 * @param status   the result
 * @param finding  key of the first finding, if there is one
 */
public record RuleExample(String title, Map<String, String> settings, IssueSnapshot issue, Set<Field> changed, Set<Field> named,
        String comment, Optional<Successor> successor, RuleResult.Status status, Optional<String> finding) {

    /** The day on which examples take place. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    /** User key of who acts in examples. */
    public static final String ACTOR = "lead";
    private static final EvaluationContext NOON = EvaluationContext.of(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC);

    public RuleExample {
        settings = Map.copyOf(settings);
        changed = Set.copyOf(changed);
        named = Set.copyOf(named);
    }

    /** An issue that passes. */
    public static RuleExample passes(String title, IssueSnapshot issue) {
        return new RuleExample(title, Map.of(), issue, Set.of(), Set.of(), "", Optional.empty(), RuleResult.Status.PASSED,
                Optional.empty());
    }

    /** An issue that passes and earns this advice. */
    public static RuleExample passesWithAdvice(String title, IssueSnapshot issue, String finding) {
        return new RuleExample(title, Map.of(), issue, Set.of(), Set.of(), "", Optional.empty(), RuleResult.Status.PASSED,
                Optional.of(finding));
    }

    /** An issue of which the rule has nothing to say. */
    public static RuleExample notApplicable(String title, IssueSnapshot issue) {
        return new RuleExample(title, Map.of(), issue, Set.of(), Set.of(), "", Optional.empty(), RuleResult.Status.NOT_APPLICABLE,
                Optional.empty());
    }

    /** An issue that fails with this finding. */
    public static RuleExample fails(String title, IssueSnapshot issue, String finding) {
        return new RuleExample(title, Map.of(), issue, Set.of(), Set.of(), "", Optional.empty(), RuleResult.Status.FAILED,
                Optional.of(finding));
    }

    /** The same where the transition changes {@code field}, too. */
    public RuleExample changing(Field field) {
        return new RuleExample(title, settings, issue, joined(changed, field), named, comment, successor, status, finding);
    }

    /** The same where whoever acts was named in {@code field} before. */
    public RuleExample formerlyNaming(Field field) {
        return new RuleExample(title, settings, issue, changed, joined(named, field), comment, successor, status, finding);
    }

    /** The same where this is written with the transition. */
    public RuleExample commenting(String written) {
        return new RuleExample(title, settings, issue, changed, named, written, successor, status, finding);
    }

    /** The same where this is an issue that a field can name by its key, as the one that takes its place. */
    public RuleExample succeededBy(Successor other) {
        return new RuleExample(title, settings, issue, changed, named, comment, Optional.of(other), status, finding);
    }

    /** The same where the rule has these settings. */
    public RuleExample with(Map<String, String> others) {
        return new RuleExample(title, others, issue, changed, named, comment, successor, status, finding);
    }

    /** The circumstances of the example: noon of {@link #TODAY}, before a transition by some user. */
    public EvaluationContext context() {
        return inNoTransition().by(ACTOR).at(new TransitionChanges() {
            @Override
            public boolean changes(Field field) {
                return changed.contains(field);
            }

            @Override
            public boolean namedBefore(Field field, String userKey) {
                return named.contains(field) && userKey.equals(ACTOR);
            }

            @Override
            public String comment() {
                return comment;
            }

            @Override
            public Optional<Successor> successor(Field field) {
                return successor.filter(other -> other.key().equals(issue.text(field)));
            }
        });
    }

    /** The same moment, without a transition and with nobody acting. */
    public static EvaluationContext inNoTransition() {
        return NOON;
    }

    private static Set<Field> joined(Set<Field> some, Field more) {
        Set<Field> all = new HashSet<>(some);
        all.add(more);
        return all;
    }
}
