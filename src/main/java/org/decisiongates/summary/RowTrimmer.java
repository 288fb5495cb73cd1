package org.decisiongates.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.json.Json;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.text.Abbreviation;

/**
 * Rows as they can be written and read again: texts cut, numbers rounded to 34 digits or left out, days left out if their year is out of
 * range.
 *
 * @param longestText characters of a text
 */
record RowTrimmer(int longestText) {

    OpenItem item(OpenItem item) {
        return new OpenItem(text(item.key()), text(item.summary()), text(item.phase()), text(item.owner()), item.ownerActive(),
                day(item.due()), item.overdue(), item.ageDays(), text(item.fallback()), item.customerFacing(), item.escalated(),
                text(item.ownerUser()), Optional.empty(),
                SummaryJson.first(item.impact(), ExpectedImpact.MAX_NUMBERS).stream()
                        .filter(one -> Json.carried(one.change()).isPresent()).map(this::impact).toList(),
                text(item.lead()));
    }

    /** What a closed week keeps of it: the key of the owner's account and no user name, and its impact lines stand elsewhere. */
    OpenItem kept(OpenItem item) {
        return item(item.ownedBy(Optional.empty()).expecting(List.of())).keyed(text(item.ownerKey()));
    }

    private ExpectedImpact impact(ExpectedImpact one) {
        return new ExpectedImpact(text(one.metric()), text(one.unit()), one.direction(), number(one.change()));
    }

    RiskItem risk(RiskItem risk) {
        return new RiskItem(text(risk.key()), text(risk.summary()), text(risk.risk()), text(risk.state()), text(risk.who()),
                day(risk.until()));
    }

    OwnerLoad owner(OwnerLoad owner) {
        return new OwnerLoad(text(owner.owner()), owner.active(), owner.open(), owner.overdue(), day(owner.nextDue()), owner.undated(),
                texts(owner.issues(), SummaryJson.MAX_KEYS));
    }

    /** Without those that have a number which cannot be written: they would not add up without it. */
    Listing<ImpactMovement> movements(Listing<ImpactMovement> movements) {
        Listing<ImpactMovement> carried = new Listing<>(movements.rows().stream().filter(RowTrimmer::isCarried).toList(),
                movements.total());
        return carried.map(this::movement);
    }

    private static boolean isCarried(ImpactMovement movement) {
        return Stream
                .concat(movement.before().stream(), Stream.of(movement.now(), movement.added(), movement.closed(), movement.reestimated(),
                        movement.confidence()))
                .map(Json::carried).allMatch(Optional::isPresent);
    }

    private ImpactMovement movement(ImpactMovement movement) {
        return new ImpactMovement(text(movement.metric()), text(movement.unit()), movement.direction(), number(movement.now()),
                number(movement.before()), number(movement.added()), number(movement.closed()), number(movement.reestimated()),
                number(movement.confidence()), movement.issueTotal());
    }

    Closure closure(Closure closure) {
        return new Closure(text(closure.key()), text(closure.summary()), closure.blocker(), text(closure.outcome()), text(closure.by()),
                closure.on(), text(closure.question()), text(closure.decided()),
                closure.successor().map(other -> new Closure.IssueName(other.id(), text(other.key()))),
                closure.acceptance().map(accepted -> new Closure.Acceptance(text(accepted.by()), accepted.until())));
    }

    Reopening reopening(Reopening reopening) {
        return new Reopening(text(reopening.key()), text(reopening.summary()), reopening.blocker(), text(reopening.by()), reopening.on());
    }

    GateTally gates(GateTally gates) {
        return new GateTally(gates.evaluated(), gates.passed(), gates.refused(), gates.failed(), gates.waived(),
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

    WeekAction action(WeekAction action) {
        return new WeekAction(text(action.kind()), text(action.key()), text(action.summary()), text(action.rule()), text(action.who()),
                day(action.by()));
    }

    /** Without those that have a number which cannot be written. */
    Listing<ItemDifference> changes(Listing<ItemDifference> changes) {
        Listing<ItemDifference> carried = new Listing<>(changes.rows().stream().filter(RowTrimmer::isCarried).toList(), changes.total());
        return carried.map(this::change);
    }

    private static boolean isCarried(ItemDifference change) {
        return change.estimate().stream().flatMap(one -> Stream.of(one.before(), one.now(), one.confidenceBefore(), one.confidence()))
                .map(Json::carried).allMatch(Optional::isPresent);
    }

    private ItemDifference change(ItemDifference change) {
        return new ItemDifference(text(change.kind()), text(change.key()), text(change.summary()), change.blocker(),
                text(change.ownerBefore()), text(change.owner()), day(change.dueBefore()), day(change.due()),
                change.estimate().map(one -> new EstimateChange(text(one.metric()), text(one.unit()), number(one.before()),
                        number(one.now()), number(one.confidenceBefore()), number(one.confidence()))),
                text(change.outcome()), text(change.decided()));
    }

    TileSeries series(TileSeries series) {
        return new TileSeries(text(series.name()), series.points().stream()
                .map(point -> new TileSeries.Point(text(point.week()), number(point.value()))).toList());
    }

    /** Empty days do not happen: a debt is found by a clock. */
    OwedRuleItem owed(OwedRuleItem item) {
        return new OwedRuleItem(text(item.key()), text(item.summary()), text(item.rule()), text(item.cause()), item.since(), item.ageDays(),
                text(item.owner()), item.ownerActive(), day(item.due()), item.ownerAsked(), text(item.lead()));
    }

    WaivedRuleItem waived(WaivedRuleItem item) {
        return new WaivedRuleItem(text(item.key()), text(item.summary()), text(item.rule()), text(item.state()), text(item.reason()),
                text(item.by()), item.lastDay(), texts(item.deciders(), WaivedRuleItem.MAX_DECIDERS));
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

    String text(String text) {
        return Abbreviation.of(text, longestText);
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
