package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.summary.WeeklySummary;

/** What is owed to gates, and what was waived of them. */
record DebtSection(WeekFormatter wording, WeeklySummary summary) {

    /** What is counted by name, in this order; the rest is counted together. */
    private static final List<String> COUNTED = List.of("edited-away", "policy-change", "entered-without-gate", "first-check");
    private static final Set<String> CAUSES = Stream.concat(COUNTED.stream(), Stream.of("circumstances", "waiver-ended"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STATES = Set.of(WaivedRuleItem.State.ASKED.key(), WaivedRuleItem.State.ACTIVE.key(),
            WaivedRuleItem.State.ENDED.key());

    /** Whether not every issue has been looked at, so that nothing found does not mean nothing owed. */
    static boolean isBeingLookedFor(WeeklySummary summary) {
        return has(summary, SummaryHeader.Gap.DEBT_NOT_LOOKED_AT);
    }

    /** Whether there is anything to say: a Jira with an older version of the app does not tell of a live week. */
    static boolean isTold(WeeklySummary summary) {
        return summary.debt().isPresent() && summary.waivers().isPresent() || summary.header().frozenAt().isPresent()
                || summary.header().numbers() == SummaryHeader.Numbers.TOO_MANY || has(summary, SummaryHeader.Gap.DEBT_TOO_MANY);
    }

    private static boolean has(WeeklySummary summary, SummaryHeader.Gap gap) {
        return summary.header().gaps().contains(gap);
    }

    SectionView debt() {
        return summary.debt().map(this::debt).map(table -> whole(table, SummaryHeader.Gap.DEBT_AT_LEAST)).map(this::lookedAt)
                .orElseGet(() -> missing(SummarySection.DEBT));
    }

    SectionView waivers() {
        return summary.waivers().map(this::waivers).map(table -> whole(table, SummaryHeader.Gap.WAIVERS_AT_LEAST))
                .orElseGet(() -> missing(SummarySection.WAIVERS));
    }

    /** What is listed is not all there was, and nobody knows how much of the rest the reader may see. */
    private SectionView whole(SectionView table, SummaryHeader.Gap gap) {
        if (!has(summary, gap)) {
            return table;
        }
        // "nothing is owed" and the like would not be true either
        List<String> sentences = new ArrayList<>(table.rows().isEmpty() ? List.of() : table.sentences());
        sentences.add(wording.text("decision-gates.page.at-least", DebtAndWaivers.MAX_ROWS));
        return table.saying(sentences);
    }

    /** Before every issue was looked at, "nothing is owed" and a number of what is owed would not be true. */
    private SectionView lookedAt(SectionView table) {
        if (!isBeingLookedFor(summary)) {
            return table;
        }
        String soFar = wording.text("decision-gates.page.debt.not-looked-at");
        return table.rows().isEmpty()
                ? new SectionView(table.name(), wording.title(SummarySection.DEBT), List.of(), List.of(), List.of(soFar))
                : table.saying(Stream.concat(table.sentences().stream(), Stream.of(soFar)).toList());
    }

    private SectionView debt(Listing<OwedRuleItem> debt) {
        List<String> columns = new ArrayList<>(List.of("issue", "summary", "owed", "owner", "since"));
        if (isDated()) {
            columns.add("owed-for");
        }
        SectionView table = wording.table(SummarySection.DEBT, debt, wording.headings(columns.toArray(String[]::new)), this::row);
        return debt.rows().isEmpty() ? table : wording.folding(table.sayingFirst(line(debt)), table.caption());
    }

    private RowView row(OwedRuleItem item) {
        List<CellView> cells = new ArrayList<>(List.of(
                CellView.of(wording.cut(item.summary())).marked(wording.lozenge("subtle", cause(item.cause()))),
                CellView.of(wording.rule(item.rule())), new OpenItemsSection(wording, summary).owner(item.owner(), item.ownerActive()),
                wording.day(item.since())));
        if (isDated()) {
            cells.add(CellView.of(wording.text("decision-gates.page.age", item.ageDays())).unbroken());
        }
        return new RowView(wording.issue(item.key()), cells);
    }

    private String line(Listing<OwedRuleItem> debt) {
        List<String> causes = Stream.concat(COUNTED.stream(), Stream.of("other")).flatMap(cause -> {
            long count = debt.rows().stream().filter(item -> cause.equals(COUNTED.contains(item.cause()) ? item.cause() : "other")).count();
            return count == 0 ? Stream.empty() : Stream.of(wording.text("decision-gates.page.debt.count." + cause, count));
        }).toList();
        return wording.text("decision-gates.page.debt.line", debt.rows().size(),
                debt.rows().stream().map(OwedRuleItem::key).distinct().count(), String.join(", ", causes), debt.isWhole() ? 0 : 1);
    }

    /** A cause that only a newer Jira knows is said in its own words. */
    private String cause(String cause) {
        return CAUSES.contains(cause) ? wording.text("decision-gates.page.debt." + cause) : wording.cut(cause);
    }

    private SectionView waivers(Listing<WaivedRuleItem> waivers) {
        SectionView table = wording.table(SummarySection.WAIVERS, waivers,
                wording.headings("issue", "summary", "waived", "reason", "by", "last-day"),
                item -> new RowView(wording.issue(item.key()),
                        List.of(CellView.of(wording.cut(item.summary())).marked(state(item)), CellView.of(wording.rule(item.rule())),
                                CellView.of(wording.cut(item.reason())), wording.person(item.by()), wording.day(item.lastDay()))));
        GateTally gates = summary.gates();
        Optional<String> rate = WeekPage.isComputed(summary)
                ? Optional.of(gates.evaluated() == 0 ? wording.text("decision-gates.page.waivers.no-rate")
                        : wording.text("decision-gates.page.waivers.rate", gates.waived(), gates.evaluated()))
                : Optional.empty();
        if (waivers.rows().isEmpty()) {
            return table.saying(List.of(String.join(" ", rate.map(said -> List.of(table.sentences().get(0), said))
                    .orElseGet(table::sentences))));
        }
        return wording.folding(rate.map(table::sayingFirst).orElse(table), table.caption());
    }

    private MarkView state(WaivedRuleItem item) {
        return wording.lozenge(item.isAsked() ? "moved" : "subtle",
                STATES.contains(item.state()) ? wording.text("decision-gates.page.waiver." + item.state()) : wording.cut(item.state()));
    }

    private SectionView missing(SummarySection part) {
        return new SectionView(part.key(), wording.title(part), List.of(), List.of(),
                List.of(wording.text(summary.header().frozenAt().isPresent() ? "decision-gates.page.not-recorded"
                        : has(summary, SummaryHeader.Gap.DEBT_TOO_MANY) ? "decision-gates.page.debt.too-many"
                        : "decision-gates.page.unknown")));
    }

    /** An age grows by itself, and would make two renderings of the same page differ. */
    private boolean isDated() {
        return !wording.on(Surface.COMPARISON);
    }
}
