package org.decisiongates.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.Ask;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Reopening;

/** What happened in the week, and what is asked next. */
record ClosuresSection(WeekFormatter wording) {

    private static final int MAX_NAMED = 10;
    private static final Set<String> SETTLED = Set.of("DECIDED", "RESOLVED");
    private static final Set<String> ASKS = Set.of("name-an-owner", "resolve-overdue", "set-a-due-date", "write-a-fallback",
            "decide-overdue",
            "decide-on-a-waiver", "settle-gate-debt", "record-the-actual");

    SectionView closures(Listing<Closure> closures) {
        if (wording.arrangement().executive()) {
            return closuresInShort(closures);
        }
        return wording.table(SummarySection.CLOSURES, closures, wording.headings("issue", "summary", "outcome", "by", "on"),
                one -> new RowView(wording.issue(one.key()),
                        List.of(CellView.of(wording.cut(one.summary())), CellView.of("").marked(outcome(one)), wording.person(one.by()),
                                wording.day(one.on()))));
    }

    SectionView reopened(Listing<Reopening> reopened) {
        return wording.table(SummarySection.REOPENED, reopened, wording.headings("issue", "summary", "by", "on"),
                one -> new RowView(wording.issue(one.key()),
                        List.of(CellView.of(wording.cut(one.summary())), wording.person(one.by()), wording.day(one.on()))));
    }

    SectionView gates(GateTally gates) {
        List<RowView> rows = gates.rules().stream().limit(wording.arrangement().most(SummarySection.GATES))
                .map(rule -> new RowView(CellView.of(wording.rule(rule.rule())),
                        List.of(CellView.of(wording.text("decision-gates.page.number", rule.count())))))
                .toList();
        List<String> sentences = gates.evaluated() == 0 ? List.of(wording.text("decision-gates.page.none.gates"))
                : List.of(wording.text("decision-gates.page.gates", gates.passed(), gates.refused(), gates.waived(), gates.failed()));
        return new SectionView(SummarySection.GATES.key(), wording.caption(SummarySection.GATES, gates.evaluated()),
                wording.headings("rule", "refused"), rows, sentences);
    }

    SectionView asks(Listing<Ask> asks) {
        return wording.table(SummarySection.ASKS, asks, wording.headings("issue", "ask", "who", "by-when", "summary"),
                one -> new RowView(wording.issue(one.key()),
                        List.of(CellView.of(ask(one)), CellView.of(one.who().map(wording::cut).orElse("")),
                                one.by().map(wording::day).orElseGet(() -> CellView.of("")), CellView.of(wording.cut(one.summary())))));
    }

    private SectionView closuresInShort(Listing<Closure> closures) {
        List<String> keys = closures.rows().stream().limit(MAX_NAMED).map(Closure::key).toList();
        CellView named = wording.issues(keys);
        List<String> sentences = new ArrayList<>();
        if (closures.total() == 0) {
            sentences.add(wording.text("decision-gates.page.none.closures"));
        }
        if (!named.text().isEmpty()) {
            sentences.add(named.text());
        }
        if (closures.total() > keys.size()) {
            sentences.add(wording.text("decision-gates.page.more", closures.total() - keys.size()));
        }
        return new SectionView(SummarySection.CLOSURES.key(), wording.caption(SummarySection.CLOSURES, closures.total()), List.of(),
                List.of(), sentences).linking(named.links());
    }

    private MarkView outcome(Closure one) {
        boolean known = one.blocker() ? Arrays.stream(BlockerPhase.values()).anyMatch(phase -> phase.name().equals(one.outcome()))
                : Arrays.stream(DecisionPhase.values()).anyMatch(phase -> phase.name().equals(one.outcome()));
        return wording.lozenge(SETTLED.contains(one.outcome()) ? "success" : "subtle", !known ? wording.cut(one.outcome())
                : one.blocker() ? BlockerPhase.valueOf(one.outcome()).label()
                : DecisionPhase.valueOf(one.outcome()).label());
    }

    /** What is asked for; a kind that only a newer Jira knows is said in its own words. */
    private String ask(Ask one) {
        return ASKS.contains(one.kind()) ? wording.text("decision-gates.page.ask." + one.kind(), one.rule().map(wording::rule).orElse(""))
                : wording.cut(one.kind());
    }
}
