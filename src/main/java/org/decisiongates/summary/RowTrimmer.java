package org.decisiongates.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.json.Json;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;

/**
 * Rows as they can be written and read again: texts cut, numbers rounded to 34 digits or left out, days left out that lie in years nobody
 * writes.
 *
 * @param longestText characters of a text
 */
record RowTrimmer(int longestText) {

    OpenItem item(OpenItem item) {
        return new OpenItem(text(item.key()), text(item.summary()), text(item.phase()), text(item.owner()), item.ownerActive(),
                day(item.due()), item.overdue(), item.ageDays(), text(item.fallback()), item.customerFacing(), item.escalated());
    }

    OwnerLoad owner(OwnerLoad owner) {
        return new OwnerLoad(text(owner.owner()), owner.active(), owner.open(), owner.overdue(), day(owner.nextDue()),
                texts(owner.issues(), SummaryJson.MAX_KEYS));
    }

    /** Nothing when one of its numbers cannot be written: without it the row would not add up. */
    Stream<ImpactMovement> movement(ImpactMovement movement) {
        boolean isCarried = Stream
                .concat(movement.before().stream(), Stream.of(movement.now(), movement.added(), movement.closed(), movement.reestimated(),
                        movement.confidence()))
                .map(Json::carried).allMatch(Optional::isPresent);
        return isCarried
                ? Stream.of(new ImpactMovement(text(movement.metric()), text(movement.unit()), movement.direction(), number(movement.now()),
                        number(movement.before()), number(movement.added()), number(movement.closed()), number(movement.reestimated()),
                        number(movement.confidence()), movement.issueTotal()))
                : Stream.empty();
    }

    Closure closure(Closure closure) {
        return new Closure(text(closure.key()), text(closure.summary()), closure.blocker(), text(closure.outcome()), text(closure.by()),
                closure.on());
    }

    Reopening reopening(Reopening reopening) {
        return new Reopening(text(reopening.key()), text(reopening.summary()), reopening.blocker(), text(reopening.by()), reopening.on());
    }

    GateTally gates(GateTally gates) {
        return new GateTally(gates.examined(), gates.passed(), gates.refused(), gates.failed(), gates.waived(),
                SummaryJson.first(gates.rules(), SummaryJson.MAX_RULES).stream()
                        .map(rule -> new GateTally.RuleCount(text(rule.rule()), rule.count())).toList());
    }

    Figure figure(Figure figure) {
        Map<String, BigDecimal> secondaryFigures = new LinkedHashMap<>();
        figure.secondaryFigures()
                .forEach((name, value) -> Json.carried(value).ifPresent(carried -> secondaryFigures.put(text(name), carried)));
        return new Figure(text(figure.metric()), number(figure.value()), figure.sample(), figure.enough(), number(figure.before()),
                secondaryFigures, texts(figure.issues(), Figure.MAX_ISSUES), figure.issueTotal(), Math.max(0, figure.corrected()));
    }

    Ask ask(Ask ask) {
        return new Ask(text(ask.kind()), text(ask.key()), text(ask.summary()));
    }

    Question question(Question question) {
        return new Question(text(question.name()), question.answer(), number(question.now()), number(question.before()),
                question.sample());
    }

    Contribution contribution(Contribution one) {
        ImpactLine line = one.line();
        return new Contribution(one.issueId(), text(one.issueKey()), text(one.lineId()),
                new ImpactLine(text(line.metric()), text(line.unit()), line.direction(), line.baseline(), line.expected(),
                        line.confidence(), day(line.check()), number(line.actual())));
    }

    OpenTally tally(OpenTally tally) {
        return new OpenTally(tally.escalated(), tally.overdueFacing(), tally.withoutFallback(),
                tally.owners().stream().map(held -> new OpenTally.Held(text(held.owner()), held.active(), held.open(), held.overdue(),
                        day(held.nextDue()), held.undated())).toList());
    }

    String text(String text) {
        if (text.length() <= longestText) {
            return text;
        }
        int end = longestText - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    static <T> Section<T> rows(Section<T> section, Function<T, Stream<T>> each) {
        return new Section<>(section.rows().stream().limit(Section.MAX_ROWS).flatMap(each).toList(), section.total());
    }

    private Optional<String> text(Optional<String> text) {
        return text.map(this::text);
    }

    private List<String> texts(List<String> texts, int most) {
        return SummaryJson.first(texts, most).stream().map(this::text).toList();
    }

    private static BigDecimal number(BigDecimal number) {
        return Json.carried(number).orElseThrow();
    }

    private static Optional<BigDecimal> number(Optional<BigDecimal> number) {
        return number.flatMap(Json::carried);
    }

    private static Optional<LocalDate> day(Optional<LocalDate> day) {
        return day.filter(date -> Json.isWritten(date.getYear()));
    }
}
