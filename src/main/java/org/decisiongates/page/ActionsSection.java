package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.WeekAction;
import org.decisiongates.summary.WeeklySummary;

/** What has to be done next: who does what about which issue, and by when. */
record ActionsSection(WeekFormatter wording, WeeklySummary summary) {

    /** What a meeting gets done; the rest is folded. */
    private static final int MOST_PRESSING = 5;
    private static final String NAME_AN_OWNER = "name-an-owner";
    private static final String DECIDE_ON_A_WAIVER = "decide-on-a-waiver";
    private static final Set<String> KINDS = Set.of(NAME_AN_OWNER, "replace-inactive-owner", "replace-unassignable-owner",
            "resolve-overdue", "set-a-due-date", "write-a-fallback",
            "decide-overdue", DECIDE_ON_A_WAIVER, "settle-gate-debt", "record-the-actual");

    List<SectionView> sections() {
        Listing<WeekAction> actions = summary.asks();
        SectionView all = withoutDebt(
                wording.table(SummarySection.ACTIONS, actions, wording.headings("who", "action", "about", "by-when"), this::row));
        if (isShort(all)) {
            return List.of(wording.inShort(all.saying(List.of()), actions.total()));
        }
        if (all.rows().size() <= MOST_PRESSING || !wording.on(Surface.PAGE)) {
            return List.of(all);
        }
        return List.of(all.first(MOST_PRESSING), all.rest(MOST_PRESSING,
                wording.text("decision-gates.page.actions.rest", all.rows().size() - MOST_PRESSING)));
    }

    /** Before every issue was looked at for gate debt, there may be more to do, and "no action is needed" would not be true. */
    private SectionView withoutDebt(SectionView all) {
        if (!DebtSection.isBeingLookedFor(summary)) {
            return all;
        }
        if (isShort(all)) {
            return all.captioned(wording.text("decision-gates.page.actions.without-debt", all.caption()), List.of());
        }
        return summary.asks().total() == 0 ? all.saying(List.of(wording.text("decision-gates.page.actions.none-so-far")))
                : all.saying(Stream.concat(all.sentences().stream(), Stream.of(wording.text("decision-gates.page.actions.not-looked-at")))
                        .toList());
    }

    /** Every line counts on one screen. */
    private boolean isShort(SectionView all) {
        return wording.arrangement().executive() && !all.rows().isEmpty();
    }

    private RowView row(WeekAction one) {
        CellView issue = wording.issue(one.key());
        String about = Stream.of(issue.text(), wording.cut(one.summary())).filter(text -> !text.isEmpty())
                .reduce((key, text) -> key + " " + text).orElse("");
        return new RowView(who(one), List.of(CellView.of(action(one)), CellView.linking(issue.links(), about), due(one)));
    }

    private CellView who(WeekAction one) {
        OpenItemsSection items = new OpenItemsSection(wording, summary);
        if (one.who().isPresent() || one.kind().equals(DECIDE_ON_A_WAIVER)) {
            CellView who = CellView.of(one.who().map(wording::cut).orElse(""));
            return item(one).filter(item -> item.owner().equals(one.who())).map(item -> items.pictured(who, item, false)).orElse(who);
        }
        Optional<OpenItem> open = item(one);
        if (open.filter(item -> item.owner().filter(name -> !name.isBlank()).isEmpty()).isPresent()
                || open.isEmpty() && one.kind().equals(NAME_AN_OWNER)) {
            return CellView.of(wording.text("decision-gates.page.who.nobody"));
        }
        return open.map(item -> items.pictured(items.owner(item.owner(), item.ownerActive()), item, false))
                .or(() -> summary.debt().stream().flatMap(debt -> debt.rows().stream()).filter(owed -> owed.key().equals(one.key()))
                        .findFirst().map(owed -> items.owner(owed.owner(), owed.ownerActive())))
                .orElseGet(() -> CellView.of(""));
    }

    private CellView due(WeekAction one) {
        return one.by().map(wording::day)
                .or(() -> item(one).filter(OpenItem::overdue).map(new OpenItemsSection(wording, summary)::due))
                .orElseGet(() -> CellView.of(""));
    }

    private Optional<OpenItem> item(WeekAction one) {
        List<OpenItem> open = new ArrayList<>(summary.blockers().rows());
        open.addAll(summary.decisions().rows());
        return open.stream().filter(item -> item.key().equals(one.key())).findFirst();
    }

    /** What to do; a kind that only a newer Jira knows is said in its own words. */
    private String action(WeekAction one) {
        return KINDS.contains(one.kind()) ? wording.text("decision-gates.page.ask." + one.kind(), one.rule().map(wording::rule).orElse(""))
                : wording.cut(one.kind());
    }
}
