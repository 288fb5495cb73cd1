package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.text.Csv;

/**
 * A table of a week as a file: the rows of one list with the names that their members have over REST.
 *
 * @param name    what people ask for, {@code blockers}
 * @param rows    the list; empty where it is not known
 * @param columns in their order
 */
public record SummaryTable<T>(String name, Function<WeeklySummary, Optional<Listing<T>>> rows, List<Column<T>> columns) {

    private static final List<Column<OpenItem>> ITEM = List.of(column("key", OpenItem::key), column("summary", OpenItem::summary),
            column("phase", OpenItem::phase), column("owner", OpenItem::owner), column("ownerActive", OpenItem::ownerActive),
            column("due", OpenItem::due), column("overdue", OpenItem::overdue), column("ageDays", OpenItem::ageDays),
            column("fallback", OpenItem::fallback), column("customerFacing", OpenItem::customerFacing),
            column("escalated", OpenItem::escalated), column("ownerUser", OpenItem::ownerUser),
            column("impact", item -> item.impact().stream().map(SummaryTable::impact).toList()), column("lead", OpenItem::lead));

    /** All there are, in the order of the reply. */
    public static final List<SummaryTable<?>> ALL = List.of(new SummaryTable<>("blockers", week -> Optional.of(week.blockers()), ITEM),
            new SummaryTable<>("decisions", week -> Optional.of(week.decisions()), ITEM),
            new SummaryTable<>("owners", week -> Optional.of(week.owners()),
                    List.of(column("owner", OwnerLoad::owner), column("active", OwnerLoad::active), column("open", OwnerLoad::open),
                            column("overdue", OwnerLoad::overdue), column("nextDue", OwnerLoad::nextDue),
                            column("undated", OwnerLoad::undated), column("issues", OwnerLoad::issues))),
            new SummaryTable<>("movement", week -> Optional.of(week.movement()), List.of(column("metric", ImpactMovement::metric),
                    column("unit", ImpactMovement::unit), column("direction", row -> row.direction().name().toLowerCase(Locale.ROOT)),
                    column("now", ImpactMovement::now), column("before", ImpactMovement::before), column("added", ImpactMovement::added),
                    column("closed", ImpactMovement::closed), column("reestimated", ImpactMovement::reestimated),
                    column("confidence", ImpactMovement::confidence), column("issueTotal", ImpactMovement::issueTotal))),
            new SummaryTable<>("closures", week -> Optional.of(week.closures()),
                    List.of(column("key", Closure::key), column("summary", Closure::summary), column("blocker", Closure::blocker),
                            column("outcome", Closure::outcome), column("by", Closure::by), column("on", Closure::on),
                            column("question", Closure::question), column("decided", Closure::decided),
                            column("acceptedBy", closure -> closure.acceptance().flatMap(Closure.Acceptance::by)),
                            column("acceptedUntil", closure -> closure.acceptance().flatMap(Closure.Acceptance::until)))),
            new SummaryTable<>("reopened", week -> Optional.of(week.reopened()),
                    List.of(column("key", Reopening::key), column("summary", Reopening::summary), column("blocker", Reopening::blocker),
                            column("by", Reopening::by), column("on", Reopening::on))),
            new SummaryTable<>("gates", week -> Optional.of(Listing.of(week.gates().rules())),
                    List.of(column("rule", GateTally.RuleCount::rule), column("count", GateTally.RuleCount::count))),
            new SummaryTable<>("figures", week -> Optional.of(week.figures()),
                    List.of(column("metric", Figure::metric), column("value", Figure::value), column("sample", Figure::sample),
                            column("enough", Figure::enough), column("before", Figure::before),
                            column("secondaryFigures", Figure::secondaryFigures), column("issues", Figure::issues),
                            column("issueTotal", Figure::issueTotal), column("corrected", Figure::corrected))),
            new SummaryTable<>("asks", week -> Optional.of(week.asks()),
                    List.of(column("kind", WeekAction::kind), column("key", WeekAction::key), column("summary", WeekAction::summary),
                            column("rule", WeekAction::rule),
                            column("who", WeekAction::who), column("by", WeekAction::by))),
            new SummaryTable<>("debt", WeeklySummary::debt,
                    List.of(column("key", OwedRuleItem::key), column("summary", OwedRuleItem::summary), column("rule", OwedRuleItem::rule),
                            column("cause", OwedRuleItem::cause), column("since", OwedRuleItem::since),
                            column("ageDays", OwedRuleItem::ageDays), column("owner", OwedRuleItem::owner),
                            column("ownerActive", OwedRuleItem::ownerActive), column("due", OwedRuleItem::due),
                            column("ownerAsked", OwedRuleItem::ownerAsked), column("lead", OwedRuleItem::lead))),
            new SummaryTable<>("waivers", WeeklySummary::waivers,
                    List.of(column("key", WaivedRuleItem::key), column("summary", WaivedRuleItem::summary),
                            column("rule", WaivedRuleItem::rule), column("state", WaivedRuleItem::state),
                            column("reason", WaivedRuleItem::reason), column("by", WaivedRuleItem::by),
                            column("lastDay", WaivedRuleItem::lastDay), column("deciders", WaivedRuleItem::deciders))),
            new SummaryTable<>("risks", WeeklySummary::risks,
                    List.of(column("key", RiskItem::key), column("summary", RiskItem::summary), column("risk", RiskItem::risk),
                            column("state", RiskItem::state), column("who", RiskItem::who), column("until", RiskItem::until))),
            new SummaryTable<>("changes", week -> week.history().flatMap(WeekHistory::comparison).map(WeekComparison::changes),
                    List.of(column("kind", ItemDifference::kind), column("key", ItemDifference::key),
                            column("summary", ItemDifference::summary),
                            column("blocker", ItemDifference::blocker), column("ownerBefore", ItemDifference::ownerBefore),
                            column("owner", ItemDifference::owner), column("dueBefore", ItemDifference::dueBefore),
                            column("due", ItemDifference::due),
                            column("estimate", change -> change.estimate().map(SummaryTable::estimate)),
                            column("outcome", ItemDifference::outcome), column("decided", ItemDifference::decided))),
            new SummaryTable<>("series", week -> week.history().flatMap(WeekHistory::series).map(Listing::of),
                    Stream.concat(Stream.of(column("name", TileSeries::name)),
                            IntStream.range(0, TileSeries.WEEKS)
                                    .mapToObj(week -> SummaryTable.<TileSeries>column("week-" + (week - TileSeries.WEEKS + 1),
                                            series -> series.points().size() > week ? series.points().get(week).value()
                                                    : Optional.empty())))
                            .toList()));

    /** A column: its name, and what a row has in it. */
    public record Column<T>(String name, Function<T, Object> value) {
    }

    /** The table of that name. */
    public static Optional<SummaryTable<?>> named(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(SummaryTable::name).toList();
    }

    /** The rows below the names of the columns; a last line says how many more there are. Empty where the week does not have the table. */
    public Optional<String> csv(WeeklySummary week) {
        return rows.apply(SummaryTrimmer.uncut(week)).map(listing -> Stream
                .of(Stream.of(Csv.line(columns.stream().map(Column::name).toList())),
                        listing.rows().stream()
                                .map(row -> Csv.line(columns.stream().map(column -> text(column.value().apply(row))).toList())),
                        Stream.of(listing.total() - listing.rows().size()).filter(more -> more > 0)
                                .map(more -> Csv.line(List.of("more", String.valueOf(more)))))
                .flatMap(lines -> lines).collect(Collectors.joining()));
    }

    /** The list as it is over REST. */
    public Optional<String> json(WeeklySummary week) {
        return rows.apply(SummaryTrimmer.uncut(week)).map(SummaryJson::writePart);
    }

    private static <T> Column<T> column(String name, Function<T, Object> value) {
        return new Column<>(name, value);
    }

    private static String impact(ExpectedImpact one) {
        return String.join(" ", one.metric(), text(one.change()), one.unit()).strip();
    }

    private static String estimate(EstimateChange one) {
        return String.join(" ", one.metric(), text(one.before()), "->", text(one.now()), one.unit()).strip();
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(SummaryTable::text).orElse("");
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(SummaryTable::text).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> numbers) {
            return numbers.entrySet().stream().map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
