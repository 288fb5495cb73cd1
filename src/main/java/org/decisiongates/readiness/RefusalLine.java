package org.decisiongates.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.json.Json;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Finding;
import org.decisiongates.text.Abbreviation;

/**
 * Why a transition was refused, for programs: one line of text with the keys that readiness has, because many clients show nothing of a
 * refusal but its messages. See ADR-0079.
 */
public final class RefusalLine {

    /** What the line begins with; JSON follows up to its end. */
    public static final String PREFIX = "decisionGates: ";
    /** The longest line: a client that cuts messages keeps it whole. */
    static final int MAX_LENGTH = 900;
    private static final int MAX_NAME_LENGTH = 100;

    private RefusalLine() {
    }

    /**
     * The line for a gate that refuses.
     *
     * @param transition the host's id of the transition
     * @param ids        the ids of fields as the host knows them
     * @param pages      what stands before the key of a rule in the address that explains it
     */
    public static String of(int transition, Evaluation evaluation, Function<Field, String> ids, String pages) {
        List<Entry> all = new ArrayList<>();
        TransitionReadiness.rulesOf(evaluation).stream().filter(RuleReadiness::refuses)
                .forEach(rule -> rule.findings().forEach(finding -> all.add(entry(rule, finding, ids))));
        int shown = all.size();
        String line = line(transition, all, shown, pages);
        while (line.length() > MAX_LENGTH) {
            shown--;
            line = line(transition, all, shown, pages);
        }
        return line;
    }

    private static Entry entry(RuleReadiness rule, Finding finding, Function<Field, String> ids) {
        return new Entry(Abbreviation.cut(rule.rule(), MAX_NAME_LENGTH), rule.result().name(), finding.key(), finding.field().map(ids),
                finding.rows().map(IssueRecord.Kind::key));
    }

    private static String line(int transition, List<Entry> all, int shown, String pages) {
        return PREFIX + Json.write(new Refusal(transition, all.subList(0, shown), all.size() - shown, pages));
    }

    /**
     * @param more  how many findings did not fit
     * @param pages what stands before the key of a rule in the address that explains it
     */
    private record Refusal(int transition, List<Entry> missing, int more, String pages) {
    }

    private record Entry(String rule, String result, String finding,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> field,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> rows) {
    }
}
