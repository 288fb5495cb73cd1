package org.decisiongates.policy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.TextContent;

/**
 * Fails where an issue is taken back from a phase in which it was settled and nobody says why. Has nothing to say of an issue in another
 * phase, so that it can stand before a phase that is entered for the first time as well.
 *
 * @param phases names of the phases from which a way back is a reopening
 * @param length how many characters of an alphabet the reason has at least
 * @param field  the text that the transition may set instead of writing a comment
 * @param code   holds a reason to choose, which the transition has to set as well: one that was there before is that of another reopening
 * @param criterion the text in which the transition has to name the criterion that failed, by its number or in words; where criteria are
 *                  recorded, one of these
 * @param isCommentRead whether a comment counts as well as the field
 */
public record HasReopeningReason(List<String> phases, int length, Optional<Field> field, Optional<Field> code, Optional<Field> criterion,
        boolean isCommentRead)
        implements Rule {

    private static final Field CODE = new Field("customfield_10204");
    private static final Field WHY = new Field("customfield_10301");
    private static final Field CRITERION = new Field("customfield_10302");
    /** {@code 2}, {@code #2}, {@code 2.}: nothing but the number, which is not looked for in the words of criteria. */
    private static final Pattern NUMBER_ALONE = Pattern.compile("[#(]?\\s*[0-9]{1,3}[.:)]?");
    /** {@code Criterion 2}, {@code 2: took a week}; {@code 2.1}, {@code 2-factor} and the number of something are none. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:criterion\\b[^\\p{L}\\p{N}]*|[#(]\\s*)?([0-9]{1,3})(?:[.:;,)]?|[.:;,)]\\s.*|\\s+\\p{Pd}\\s.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int MAX_TOLD = 10;
    private static final String SAID = "The vendor has withdrawn the offer";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-reopening-reason",
            List.of(Setting.phases("phases", DecisionPhase.DECIDED, DecisionPhase.IN_DELIVERY, DecisionPhase.LIVE, DecisionPhase.CLOSED,
                    DecisionPhase.REJECTED, DecisionPhase.SUPERSEDED, BlockerPhase.RESOLVED, BlockerPhase.ACCEPTED,
                    BlockerPhase.FALLBACK_INVOKED), Setting.number("length", 10, 1, 1000),
                    Setting.optionalField("field", Setting.Type.TEXT_FIELD), FieldOrCommentText.commentSetting(),
                    Setting.optionalField("code", Setting.Type.OPTION_FIELD),
                    Setting.optionalField("criterion", Setting.Type.TEXT_FIELD)),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("it was decided, and the comment says why that no longer holds", standing(DecisionPhase.DECIDED))
                    .commenting(SAID),
                    RuleExample.passes("the field says it, which alone counts", standing(DecisionPhase.DECIDED).with(WHY, SAID))
                            .changing(WHY).with(inField()),
                    RuleExample
                            .passes("a reason is chosen, too", standing(DecisionPhase.LIVE).with(CODE, new Choice("1", "Criterion failed")))
                            .changing(CODE).commenting("Refunds take a week").with(coded()),
                    RuleExample.passes("the criterion that failed is named, too", standing(DecisionPhase.LIVE).with(CRITERION, "2"))
                            .changing(CRITERION).commenting("Refunds take a week").with(Map.of("criterion", CRITERION.id())),
                    RuleExample.passes("the criterion is one of the record",
                            standing(DecisionPhase.LIVE).recording(refunds()).with(CRITERION, "Refunds within 3 days"))
                            .changing(CRITERION).commenting("Refunds take a week").with(Map.of("criterion", CRITERION.id())),
                    RuleExample.notApplicable("it is sent for review for the first time", standing(DecisionPhase.DRAFT)),
                    RuleExample.fails("it was decided, and no comment is written", standing(DecisionPhase.DECIDED),
                            "decision-gates.rule.has-reopening-reason.missing"),
                    RuleExample.fails("the comment is a placeholder", standing(DecisionPhase.DECIDED),
                            "decision-gates.rule.has-reopening-reason.placeholder").commenting("n/a"),
                    RuleExample.fails("the comment says too little", standing(DecisionPhase.CLOSED),
                            "decision-gates.rule.has-reopening-reason.too-short").commenting("So be it"),
                    RuleExample.fails("no reason is chosen", standing(DecisionPhase.LIVE),
                            "decision-gates.rule.has-reopening-reason.no-code").commenting("Refunds take a week").with(coded()),
                    RuleExample.fails("the reason is the one of the last reopening",
                            standing(DecisionPhase.LIVE).with(CODE, new Choice("1", "Criterion failed")),
                            "decision-gates.rule.has-reopening-reason.no-code").commenting("Refunds take a week").with(coded()),
                    RuleExample.fails("nobody says which criterion failed", standing(DecisionPhase.LIVE),
                            "decision-gates.rule.has-reopening-reason.no-criterion").commenting("Refunds take a week")
                            .with(Map.of("criterion", CRITERION.id())),
                    RuleExample.fails("the criterion is the one that failed last time",
                            standing(DecisionPhase.LIVE).with(CRITERION, "2"),
                            "decision-gates.rule.has-reopening-reason.no-criterion").commenting("Refunds take a week")
                            .with(Map.of("criterion", CRITERION.id())),
                    RuleExample.fails("the criterion is none of the record",
                            standing(DecisionPhase.LIVE).recording(refunds()).with(CRITERION, "2"),
                            "decision-gates.rule.has-reopening-reason.unknown-criterion")
                            .changing(CRITERION).commenting("Refunds take a week").with(Map.of("criterion", CRITERION.id())),
                    RuleExample.fails("only the comment says it, which does not count", standing(DecisionPhase.DECIDED),
                            "decision-gates.rule.has-reopening-reason.not-in-field").commenting(SAID).with(inField()),
                    RuleExample.fails("the field has the reason of an earlier transition", standing(DecisionPhase.DECIDED).with(WHY, SAID),
                            "decision-gates.rule.has-reopening-reason.unchanged").with(inField())),
            settings -> new HasReopeningReason(settings.list("phases"), settings.number("length"), settings.optionalField("field"),
                    settings.optionalField("code"), settings.optionalField("criterion"), FieldOrCommentText.isCommentRead(settings)));

    public HasReopeningReason {
        phases = List.copyOf(phases);
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Optional<Field> gone = Stream.of(field, code, criterion).flatMap(Optional::stream).filter(read -> !issue.has(read)).findFirst();
        if (gone.isPresent()) {
            return UnusableRule.withoutField(DEFINITION, gone.get());
        }
        if (issue.status().phase().filter(phases::contains).isEmpty()) {
            return RuleResult.notApplicable();
        }
        if (context.transition().isEmpty()) {
            return RuleResult.notEvaluable(Finding.general("decision-gates.gate.not-evaluable", DEFINITION.key()));
        }
        Optional<Finding> unsaid = isCommentRead
                ? FieldOrCommentText.fault(DEFINITION, field, field.filter(context::changes).map(issue::text).orElse(""), context, length,
                        DescriptionTemplate.NONE)
                : unsaidIn(field.orElseThrow(), issue, context);
        Optional<Finding> unchosen = code.filter(read -> issue.choices(read).isEmpty() || !context.changes(read))
                .map(read -> Finding.on(read, "decision-gates.rule.has-reopening-reason.no-code"));
        Optional<Finding> unnamed = criterion.flatMap(read -> unnamedIn(read, issue, context));
        List<Finding> findings = Stream.of(unsaid, unchosen, unnamed).flatMap(Optional::stream).toList();
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static Optional<Finding> unnamedIn(Field asked, IssueView issue, EvaluationContext context) {
        String named = issue.text(asked);
        if (!names(named) || !context.changes(asked)) {
            return Optional.of(Finding.on(asked, "decision-gates.rule.has-reopening-reason.no-criterion"));
        }
        List<String> criteria = issue.records().criteria().stream().map(Criterion::text).toList();
        // where nothing is recorded, nothing can be compared
        return criteria.isEmpty() || isAmong(criteria, named) ? Optional.empty()
                : Optional.of(Finding.on(asked, "decision-gates.rule.has-reopening-reason.unknown-criterion", told(criteria)));
    }

    /** By its words, by words that only one of them has, or by its number as the panel has it: criteria are full of other numbers. */
    private static boolean isAmong(List<String> criteria, String named) {
        String typed = named.strip();
        List<String> essences = criteria.stream().map(HasReopeningReason::essence).filter(one -> !one.isEmpty()).toList();
        if (essences.contains(essence(typed)) || !NUMBER_ALONE.matcher(typed).matches() && isInWords(essences, essence(typed))) {
            return true;
        }
        Matcher number = NUMBER.matcher(typed);
        if (!number.matches()) {
            return false;
        }
        int at = Integer.parseInt(number.group(1));
        return at >= 1 && at <= criteria.size();
    }

    private static boolean isInWords(List<String> essences, String words) {
        return essences.stream().anyMatch(words::contains) || essences.stream().filter(one -> one.contains(words)).count() == 1;
    }

    private static String essence(String text) {
        return TextContent.essence(text, 0, text.length());
    }

    /** With their numbers, as far as a message has room for them. */
    private static String told(List<String> criteria) {
        String told = IntStream.range(0, Math.min(criteria.size(), MAX_TOLD))
                .mapToObj(at -> (at + 1) + ". " + TextContent.excerpt(criteria.get(at))).collect(Collectors.joining("; "));
        return criteria.size() > MAX_TOLD ? told + "; \u2026" : told;
    }

    /** A number is enough, and {@code n/a} is not. */
    private static boolean names(String criterion) {
        return TextContent.hasNumber(criterion, 0, criterion.length()) || TextContent.isReal(criterion, 0, criterion.length());
    }

    private Optional<Finding> unsaidIn(Field asked, IssueView issue, EvaluationContext context) {
        Optional<Finding> fault = FieldOrCommentText.fault(DEFINITION, asked, issue.text(asked), length, DescriptionTemplate.NONE);
        return fault.isEmpty() && !context.changes(asked)
                ? Optional.of(Finding.on(asked, "decision-gates.rule.has-reopening-reason.unchanged"))
                : fault;
    }

    @Override
    public boolean asksFrom(String phase) {
        return phases.contains(phase);
    }

    private static Map<String, String> inField() {
        Map<String, String> settings = new HashMap<>(FieldOrCommentText.withoutComment());
        settings.put("field", WHY.id());
        return settings;
    }

    private static Map<String, String> coded() {
        return Map.of("code", CODE.id());
    }

    private static Criterion refunds() {
        return new Criterion(1, "Refunds within 3 days", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED);
    }

    private static IssueSnapshot standing(DecisionPhase phase) {
        return IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(phase));
    }
}
