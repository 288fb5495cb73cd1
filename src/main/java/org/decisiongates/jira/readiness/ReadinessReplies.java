package org.decisiongates.jira.readiness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.readiness.RemedyKind;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.TransitionReadiness;

/** What is answered about readiness; the components are the members of the JSON. */
final class ReadinessReplies {

    private ReadinessReplies() {
    }

    /**
     * @param met   how many rules are met of those that are scored
     * @param asked how many that is
     * @param help  who can help with what is missing
     */
    record IssueReply(String issue, boolean editable, int met, int asked, ScoreReply score, List<PersonReply> help,
            List<TransitionReply> transitions) {
    }

    /**
     * @param points 0 to 100; empty where the workflow asks nothing
     * @param way    names of the transitions ahead whose gates are scored
     * @param capped whether a required rule is not met, which leaves at most 49
     * @param askedAtTransition keys of rules that only a transition can answer, and that are worth nothing
     */
    record ScoreReply(OptionalInt points, boolean capped, List<String> way, List<PointsReply> rules, List<String> askedAtTransition) {
    }

    record PointsReply(String rule, String name, int points, boolean met, boolean required) {
    }

    /**
     * A part of the issues of a query or a release.
     *
     * @param total  how many issues there are that the caller may browse
     * @param start  how many come before this page
     * @param next   where the next page begins; empty on the last
     * @param scored how many of the page have a score
     * @param min    the lowest score of the page
     * @param mean   the mean score of the page
     */
    record PageReply(long total, int start, Optional<Integer> next, int scored, OptionalInt min, Optional<BigDecimal> mean,
            List<IssueScoreReply> issues) {
    }

    /** @param missing keys of the rules that are not met */
    record IssueScoreReply(String issue, String summary, OptionalInt points, boolean capped, List<String> missing) {

        static IssueScoreReply of(ScoredIssue scored) {
            return new IssueScoreReply(scored.issue().getKey(), scored.issue().getSummary(), scored.score().value(),
                    scored.score().isCapped(),
                    scored.score().rules().stream().filter(rule -> !rule.met()).map(Score.Points::rule).toList());
        }
    }

    /** @param task id of the background task */
    record StartedReply(String task) {
    }

    /** @param user user key */
    record PersonReply(String user, String name) {
    }

    record TransitionReply(int id, String name, TransitionReadiness.State state, List<RuleReply> rules) {
    }

    /**
     * @param reason   why the rule is there
     * @param page     where the rule is explained, below the address of Jira; empty where there is no such rule
     * @param missing  whether the transition would be refused because of what is not there
     * @param askedAtTransition whether it is supplied, and judged, during the transition only
     * @param policies keys of the policies that ask it; none for a rule that is written into the workflow
     * @param subject  id of the field that it is set to read, as the policy names it; empty for none
     */
    record RuleReply(String rule, String name, String reason, Optional<String> page, RuleResult.Status result, Enforcement enforcement,
            boolean missing, boolean askedAtTransition,
            List<String> policies, Optional<String> subject, List<FindingReply> findings) {
    }

    /**
     * @param finding key of the finding, the same in every language
     * @param remedy  how to supply what is missing; empty where an administrator chose the words of the message
     * @param field   id of the field as Jira's own REST takes it
     * @param control what is typed into it; empty where no field is to be edited
     * @param rows    kind of the rows of the record that it is about, as their address names it; empty where it is about something else
     */
    record FindingReply(String finding, String message, Optional<String> remedy, RemedyKind fix, Optional<String> field,
            Optional<String> fieldName, Optional<FieldControl> control, Optional<String> rows) {
    }
}
