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

/**
 * An issue, and what a rule says of it: the rule's test, and a line of its documentation.
 *
 * @param title    what is so of the issue, in a few words
 * @param settings settings of the rule that are not the initial ones
 * @param issue    the issue
 * @param changed  the fields that the transition changes
 * @param status   the result
 * @param finding  key of the first finding, if there is one
 */
public record RuleExample(String title, Map<String, String> settings, IssueSnapshot issue, Set<Field> changed, RuleResult.Status status,
        Optional<String> finding) {

    /** The day on which examples take place. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final EvaluationContext NOON = EvaluationContext.of(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC);

    public RuleExample {
        settings = Map.copyOf(settings);
        changed = Set.copyOf(changed);
    }

    /** An issue that passes. */
    public static RuleExample passes(String title, IssueSnapshot issue) {
        return new RuleExample(title, Map.of(), issue, Set.of(), RuleResult.Status.PASSED, Optional.empty());
    }

    /** An issue that passes and earns this advice. */
    public static RuleExample passesWithAdvice(String title, IssueSnapshot issue, String finding) {
        return new RuleExample(title, Map.of(), issue, Set.of(), RuleResult.Status.PASSED, Optional.of(finding));
    }

    /** An issue that fails with this finding. */
    public static RuleExample fails(String title, IssueSnapshot issue, String finding) {
        return new RuleExample(title, Map.of(), issue, Set.of(), RuleResult.Status.FAILED, Optional.of(finding));
    }

    /** The same where the transition changes {@code field}, too. */
    public RuleExample changing(Field field) {
        Set<Field> more = new HashSet<>(changed);
        more.add(field);
        return new RuleExample(title, settings, issue, more, status, finding);
    }

    /** The same where the rule has these settings. */
    public RuleExample with(Map<String, String> others) {
        return new RuleExample(title, others, issue, changed, status, finding);
    }

    /** The circumstances of the example: noon of {@link #TODAY}, before a transition by some user. */
    public EvaluationContext context() {
        return NOON.by("lead").at(changed::contains);
    }
}
