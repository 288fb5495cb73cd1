package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Reopening;

/** What happened in the week. */
record ClosuresSection(WeekFormatter wording) {

    private static final Set<String> SETTLED = Set.of("DECIDED", "RESOLVED");

    /** Decisions that were made, then what no longer blocks. */
    List<SectionView> closures(Listing<Closure> closures) {
        if (wording.arrangement().executive()) {
            return List.of(inShort(closures));
        }
        List<Closure> decided = closures.rows().stream().filter(one -> !one.blocker()).toList();
        List<Closure> resolved = closures.rows().stream().filter(Closure::blocker).toList();
        // what is not listed can be either
        long unlisted = closures.total() - closures.rows().size();
        return List.of(
                closed(decided, "decided", "decided", unlisted, wording.headings("issue", "question", "outcome", "by", "on")),
                closed(resolved, SummarySection.CLOSURES.key(), "resolved", unlisted,
                        wording.headings("issue", "blocker", "outcome", "by", "on")));
    }

    private SectionView closed(List<Closure> rows, String name, String kind, long unlisted, List<String> headings) {
        SectionView table = wording.table(SummarySection.CLOSURES, Listing.of(rows), headings,
                one -> new RowView(wording.issue(one.key()),
                        List.of(about(one), settled(one), wording.person(one.by()), wording.day(one.on()))));
        String title = wording.text("decision-gates.page.part." + kind);
        List<String> sentences = new ArrayList<>();
        if (unlisted > 0) {
            sentences.add(wording.text("decision-gates.page.closures.more", unlisted));
        } else if (rows.isEmpty()) {
            sentences.add(wording.text("decision-gates.page.none." + kind));
        } else {
            sentences.addAll(table.sentences());
        }
        return new SectionView(name, unlisted > 0 ? title : wording.text("decision-gates.page.counted", title, (long) rows.size()),
                table.headings(), table.rows(), sentences);
    }

    /** What was decided, or why; behind the Decision that holds instead, of one that was superseded. */
    private CellView decided(Closure one) {
        String text = Stream.concat(one.decided().map(wording::cut).stream(), accepted(one).stream()).collect(Collectors.joining(" "));
        if (one.successor().isEmpty()) {
            return CellView.of(text);
        }
        String key = one.successor().get().key();
        String by = wording.text("decision-gates.page.superseded-by", wording.cut(key));
        List<LinkView> links = wording.links(List.of(key)).stream().map(link -> new LinkView(by, link.href(), link.name())).toList();
        return CellView.linking(links, links.isEmpty() ? (by + " " + text).strip() : text);
    }

    /** Who accepted the risk, and until when, as far as that is known. */
    private Optional<String> accepted(Closure one) {
        return one.acceptance().map(acceptance -> {
            String by = acceptance.by().map(wording::cut).orElse("");
            String until = acceptance.until().map(wording::date).orElse("");
            if (by.isEmpty()) {
                return wording.text("decision-gates.page.accepted.until", until);
            }
            return until.isEmpty() ? wording.text("decision-gates.page.accepted.by", by)
                    : wording.text("decision-gates.page.accepted.by-until", by, until);
        });
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
        String caption = wording.caption(SummarySection.GATES, gates.evaluated());
        return wording.folding(
                new SectionView(SummarySection.GATES.key(), caption, wording.headings("rule", "refused"), rows, sentences), caption);
    }

    /** Decisions before Blockers; the caption counts both and leads to the rest, so that no line below is needed for it. */
    private SectionView inShort(Listing<Closure> closures) {
        long decided = closures.rows().stream().filter(one -> !one.blocker()).count();
        List<Closure> rows = Stream.of(false, true).flatMap(blocker -> closures.rows().stream().filter(one -> one.blocker() == blocker))
                .toList();
        SectionView table = wording.table(SummarySection.CLOSURES, new Listing<>(rows, closures.total()),
                wording.headings("issue", "question", "outcome"),
                one -> new RowView(wording.issue(one.key()), List.of(about(one), isDecided(one) ? decided(one) : settled(one))));
        SectionView counted = new SectionView(SummarySection.CLOSURES.key(),
                closures.isWhole() && closures.total() > 0
                        ? wording.text("decision-gates.page.closures.short", decided, closures.total() - decided)
                        : table.caption(),
                table.headings(), table.rows(), table.rows().isEmpty() ? table.sentences() : List.of());
        return table.rows().isEmpty() ? counted : wording.inShort(counted, closures.total());
    }

    /** A Decision that says how it was decided: the mark beside it would say what the caption does. */
    private static boolean isDecided(Closure one) {
        return one.outcome().equals("DECIDED") && one.decided().filter(text -> !text.isBlank()).isPresent();
    }

    /** What had to be decided, as far as the issue says it. */
    private CellView about(Closure one) {
        return CellView.of(wording.cut(one.question().filter(question -> !question.isBlank()).orElse(one.summary())));
    }

    private CellView settled(Closure one) {
        return decided(one).marked(outcome(one));
    }

    private MarkView outcome(Closure one) {
        return wording.lozenge(SETTLED.contains(one.outcome()) ? "success" : "subtle", wording.phase(one.blocker(), one.outcome()));
    }
}
