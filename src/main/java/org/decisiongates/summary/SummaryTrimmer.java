package org.decisiongates.summary;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.metric.Listing;

/**
 * Makes a summary fit into a number of bytes: texts are cut to {@link SummaryJson#MAX_TEXT_LENGTH}, then shorter; then rows go from the end
 * of the section that takes most room. Totals stay exact.
 */
final class SummaryTrimmer {

    /** Characters of a text, tried in this order until everything fits. */
    private static final List<Integer> TEXTS = List.of(SummaryJson.MAX_TEXT_LENGTH, 120, 60);

    /** What names the whole is never cut further, because an address that is cut leads nowhere. */
    private static final RowTrimmer NAMES = new RowTrimmer(1000);

    /** Of what the app names itself, many times over. */
    private static final RowTrimmer WORDS = new RowTrimmer(40);
    private static final int MAX_CELL_LENGTH = 32_767;
    private static final Listing<OwedRuleItem> NO_DEBT = Listing.of(List.of());
    private static final Listing<WaivedRuleItem> NO_WAIVERS = Listing.of(List.of());

    private static final Listing<RiskItem> NO_RISKS = Listing.of(List.of());

    private final Function<Object, String> json;

    private SummaryTrimmer(Function<Object, String> json) {
        this.json = json;
    }

    /** @param json how the summary and its rows are written, with every surrogate escaped */
    static WeeklySummary fitting(WeeklySummary summary, int mostBytes, Function<Object, String> json) {
        SummaryTrimmer trimmer = new SummaryTrimmer(json);
        WeeklySummary cut = summary;
        long excess = 0;
        for (int longestText : TEXTS) {
            cut = cut(summary, new RowTrimmer(longestText));
            excess = trimmer.bytes(cut) - mostBytes;
            if (excess <= 0) {
                return cut;
            }
        }
        return trimmer.shortened(cut, excess);
    }

    /** With texts that are as long as a cell of a spreadsheet may be. */
    static WeeklySummary uncut(WeeklySummary summary) {
        return cut(summary, new RowTrimmer(MAX_CELL_LENGTH));
    }

    private static WeeklySummary cut(WeeklySummary summary, RowTrimmer rows) {
        SummaryHeader header = summary.header();
        return new WeeklySummary(
                new SummaryScope(summary.scope().kind(), NAMES.text(summary.scope().text()), NAMES.text(summary.scope().name())),
                new SummaryHeader(NAMES.text(header.week()), header.zone(), header.asOf(), NAMES.text(header.browseUrl()),
                        header.frozenAt(),
                        header.rebuilt(), header.enabled(), header.partial(), header.numbers(), header.gaps(), header.lists(),
                        header.creation().map(NAMES::text), header.owner().map(NAMES::text),
                        SummaryJson.first(header.owners(), SummaryHeader.MAX_OWNERS + 1).stream().map(rows::text).toList()),
                new Headline(NAMES.text(summary.headline().rule()),
                        SummaryJson.first(summary.headline().arguments(), SummaryJson.MAX_ARGUMENTS)),
                SummaryJson.first(summary.questions(), SummaryJson.MAX_QUESTIONS).stream().map(rows::question).toList(),
                summary.blockers().first(WeeklySummary.MAX_ROWS).map(rows::item),
                summary.decisions().first(WeeklySummary.MAX_ROWS).map(rows::item),
                summary.owners().first(WeeklySummary.MAX_ROWS).map(rows::owner),
                rows.movements(summary.movement().first(WeeklySummary.MAX_ROWS)),
                summary.closures().first(WeeklySummary.MAX_ROWS).map(rows::closure),
                summary.reopened().first(WeeklySummary.MAX_ROWS).map(rows::reopening), rows.gates(summary.gates()),
                summary.figures().first(WeeklySummary.MAX_ROWS).map(rows::figure),
                summary.asks().first(WeeklySummary.MAX_ROWS).map(rows::action),
                summary.debt().map(debt -> debt.first(WeeklySummary.MAX_ROWS).map(rows::owed)),
                summary.waivers().map(waivers -> waivers.first(WeeklySummary.MAX_ROWS).map(rows::waived)),
                summary.history().map(history -> cut(history, rows)),
                summary.risks().map(risks -> risks.first(WeeklySummary.MAX_ROWS).map(rows::risk)), summary.feedback(), summary.approvals());
    }

    private static WeekHistory cut(WeekHistory history, RowTrimmer rows) {
        return new WeekHistory(history.difference().map(
                difference -> new WeekDifference(WORDS.text(difference.since()), difference.blockers(), difference.decisions())),
                history.series().map(series -> SummaryJson.bounded(series).stream().map(WORDS::series).toList()),
                history.comparison().map(comparison -> new WeekComparison(WORDS.text(comparison.from()), WORDS.text(comparison.to()),
                        comparison.blockers(), comparison.decisions(), rows.changes(comparison.changes().first(WeeklySummary.MAX_ROWS)))));
    }

    private WeeklySummary shortened(WeeklySummary summary, long tooMuch) {
        List<Rows> sections = Stream.of(summary.blockers(), summary.decisions(), summary.owners(), summary.movement(), summary.closures(),
                summary.reopened(), summary.figures(), summary.asks(), summary.debt().orElse(NO_DEBT), summary.waivers().orElse(NO_WAIVERS),
                changes(summary), summary.risks().orElse(NO_RISKS))
                .map(this::rows).toList();
        // the only row of a section has no comma
        long excess = tooMuch + sections.size();
        while (excess > 0) {
            excess -= sections.stream().max(Comparator.comparingLong(Rows::bytes)).orElseThrow().dropLast();
        }
        return new WeeklySummary(summary.scope(), summary.header(), summary.headline(), summary.questions(),
                sections.get(0).of(summary.blockers()), sections.get(1).of(summary.decisions()), sections.get(2).of(summary.owners()),
                sections.get(3).of(summary.movement()), sections.get(4).of(summary.closures()), sections.get(5).of(summary.reopened()),
                summary.gates(), sections.get(6).of(summary.figures()), sections.get(7).of(summary.asks()),
                summary.debt().map(debt -> sections.get(8).of(debt)), summary.waivers().map(waivers -> sections.get(9).of(waivers)),
                summary.history().map(history -> new WeekHistory(history.difference(), history.series(),
                        history.comparison().map(comparison -> comparison.listing(sections.get(10).of(comparison.changes()))))),
                summary.risks().map(risks -> sections.get(11).of(risks)), summary.feedback(), summary.approvals());
    }

    private static Listing<ItemDifference> changes(WeeklySummary summary) {
        return summary.history().flatMap(WeekHistory::comparison).map(WeekComparison::changes).orElse(Listing.of(List.of()));
    }

    private Rows rows(Listing<?> section) {
        return new Rows(section.rows().stream().map(row -> bytes(row) + 1).toList());
    }

    /** Bytes of UTF-8; every surrogate has been escaped. */
    private long bytes(Object value) {
        return json.apply(value).chars().map(character -> character < 0x80 ? 1 : character < 0x800 ? 2 : 3).sum();
    }

    /** How many rows of a section are left, and what room each takes. */
    private static final class Rows {

        private final Deque<Long> left;
        private long bytes;

        Rows(List<Long> sizes) {
            left = new ArrayDeque<>(sizes);
            bytes = sizes.stream().mapToLong(size -> size).sum();
        }

        long bytes() {
            return bytes;
        }

        long dropLast() {
            long dropped = left.removeLast();
            bytes -= dropped;
            return dropped;
        }

        <T> Listing<T> of(Listing<T> section) {
            return section.first(left.size());
        }
    }
}
