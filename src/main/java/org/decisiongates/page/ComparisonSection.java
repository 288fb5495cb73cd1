package org.decisiongates.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.EstimateChange;
import org.decisiongates.summary.ItemDifference;
import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.SummaryHeader.Gap;
import org.decisiongates.summary.WeekComparison;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeeklySummary;

/** What is different since an earlier week, item by item. */
record ComparisonSection(WeekFormatter wording, WeeklySummary summary) {

    static final String NAME = "changes";

    /** Empty where nobody asked for a comparison, or the numbers of the week are not known. */
    Optional<SectionView> section() {
        return isReadable() ? comparison().map(compared -> items(compared, caption(compared), numbers(compared)))
                : Optional.of(unreadable());
    }

    /** In numbers, as far as one screen has room; {@link #items} follow below it. Empty as {@link #section} is. */
    Optional<SectionView> inShort() {
        return isReadable()
                ? comparison()
                        .map(compared -> new SectionView("counted", caption(compared), List.of(), List.of(), numbers(compared)))
                : Optional.of(unreadable());
    }

    /** Item by item, below the numbers; empty where there is no more to say. */
    Optional<SectionView> items() {
        return comparison().filter(any -> isReadable())
                .map(compared -> items(compared,
                        wording.text("decision-gates.page.changes.items", wording.weekNumber(compared.from())), List.of()))
                .filter(section -> !section.rows().isEmpty() || !section.sentences().isEmpty());
    }

    private Optional<WeekComparison> comparison() {
        return summary.history().flatMap(WeekHistory::comparison);
    }

    private boolean isReadable() {
        List<Gap> gaps = summary.header().gaps();
        return !gaps.contains(Gap.COMPARED_WEEK_NOT_KEPT) && !gaps.contains(Gap.COMPARED_WEEK_ALTERED);
    }

    private SectionView unreadable() {
        return new SectionView(NAME, wording.text("decision-gates.page.changes.none-to-tell"), List.of(), List.of(),
                List.of(wording.text(summary.header().gaps().contains(Gap.COMPARED_WEEK_ALTERED) ? "decision-gates.page.changes.altered"
                        : "decision-gates.page.changes.not-kept")));
    }

    private String caption(WeekComparison comparison) {
        return wording.text("decision-gates.page.changes.since", wording.weekNumber(comparison.from()));
    }

    private List<String> numbers(WeekComparison comparison) {
        List<String> sentences = new ArrayList<>();
        if (comparison.changes().rows().isEmpty() && isComplete(comparison)) {
            sentences.add(wording.text("decision-gates.page.none.changes"));
        }
        counts("blockers", comparison.blockers()).ifPresent(sentences::add);
        counts("decisions", comparison.decisions()).ifPresent(sentences::add);
        return sentences;
    }

    private static boolean isComplete(WeekComparison comparison) {
        return comparison.blockers().complete() && comparison.decisions().complete();
    }

    private SectionView items(WeekComparison comparison, String caption, List<String> numbers) {
        List<RowView> rows = comparison.changes().rows().stream().limit(wording.arrangement().rows()).map(this::row).toList();
        List<String> sentences = new ArrayList<>(numbers);
        if (comparison.changes().rows().stream().anyMatch(change -> change.kind().equals(ItemDifference.Kind.RE_ESTIMATED.key()))) {
            sentences.add(wording.text("decision-gates.page.changes.plain"));
        }
        if (!isComplete(comparison)) {
            sentences.add(wording.text("decision-gates.page.changes.incomplete"));
        }
        if (comparison.changes().total() > rows.size()) {
            sentences.add(wording.text("decision-gates.page.changes.more", comparison.changes().total() - rows.size()));
        }
        return new SectionView(NAME, caption, wording.headings("issue", "summary", "change", "what"), rows, sentences);
    }

    private Optional<String> counts(String kind, ItemDifferenceCounts counts) {
        List<String> parts = new ArrayList<>();
        count(parts, "new", counts.added());
        count(parts, "reopened", counts.reopened());
        count(parts, "closed", counts.closed());
        count(parts, "left", counts.left());
        count(parts, "slipped", counts.slipped());
        count(parts, "owner-changed", counts.ownerChanged());
        count(parts, "re-estimated", counts.reEstimated());
        return parts.isEmpty() ? Optional.empty()
                : Optional.of(wording.text("decision-gates.page.changes.count." + kind, String.join(", ", parts)));
    }

    private void count(List<String> parts, String kind, long count) {
        if (count > 0) {
            parts.add(wording.text("decision-gates.page.changes.count." + kind, count));
        }
    }

    private RowView row(ItemDifference change) {
        Optional<ItemDifference.Kind> kind = Arrays.stream(ItemDifference.Kind.values()).filter(one -> one.key().equals(change.kind()))
                .findFirst();
        CellView mark = CellView.of("").marked(kind.map(known -> wording.mark(style(known), "decision-gates.page.change." + known.key()))
                .orElseGet(() -> wording.lozenge("subtle", wording.cut(change.kind()))));
        return new RowView(wording.issue(change.key()), List.of(CellView.of(wording.cut(change.summary())), mark,
                CellView.of(kind.map(known -> what(known, change)).orElse(""))));
    }

    private static String style(ItemDifference.Kind kind) {
        return switch (kind) {
            case NEW -> "current";
            case CLOSED -> "success";
            case SLIPPED -> "removed";
            case REOPENED, OWNER_CHANGED -> "moved";
            case LEFT, RE_ESTIMATED -> "subtle";
        };
    }

    private String what(ItemDifference.Kind kind, ItemDifference change) {
        return switch (kind) {
            case NEW, REOPENED -> wording.text("decision-gates.page.changes.open", owner(change.owner()),
                    change.due().map(wording::date).orElseGet(() -> wording.text("decision-gates.page.changes.no-date")));
            case CLOSED -> change.decided().filter(text -> !text.isBlank()).map(wording::cut)
                    .orElseGet(() -> change.outcome().map(outcome -> wording.phase(change.blocker(), outcome)).orElse(""));
            case LEFT -> wording.text("decision-gates.page.changes.left");
            case SLIPPED -> slipped(change);
            case OWNER_CHANGED -> wording.text("decision-gates.page.changes.owner", owner(change.ownerBefore()), owner(change.owner()));
            case RE_ESTIMATED -> change.estimate().map(this::estimate).orElse("");
        };
    }

    private String slipped(ItemDifference change) {
        Optional<LocalDate> before = change.dueBefore();
        Optional<LocalDate> due = change.due();
        return before.isEmpty() || due.isEmpty() ? ""
                : wording.text("decision-gates.page.changes.slipped", wording.date(before.get()), wording.date(due.get()),
                        ChronoUnit.DAYS.between(before.get(), due.get()));
    }

    private String estimate(EstimateChange one) {
        boolean isSure = one.confidence().compareTo(one.confidenceBefore()) == 0;
        String text = wording.text(one.now().compareTo(one.before()) == 0 ? "decision-gates.page.changes.estimate-unchanged"
                : "decision-gates.page.changes.estimate", wording.apart(one.metric()), amount(one, one.now()), amount(one, one.before()));
        return isSure ? text
                : text + " " + wording.text("decision-gates.page.changes.confidence", one.confidence(), one.confidenceBefore());
    }

    private String amount(EstimateChange one, BigDecimal number) {
        return wording.signed(number, one.unit());
    }

    private String owner(Optional<String> name) {
        return name.filter(known -> !known.isBlank()).map(wording::apart)
                .orElseGet(() -> wording.text("decision-gates.page.changes.nobody"));
    }
}
