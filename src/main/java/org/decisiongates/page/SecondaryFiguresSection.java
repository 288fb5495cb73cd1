package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.metric.Figure;
import org.decisiongates.page.view.CellView;

/** The numbers that stand beside a figure, in docs/metrics.md's order. One that only a newer Jira knows is not shown. */
record SecondaryFiguresSection(WeekFormatter wording) {

    private static final String QUALITY_KEPT = "quality-kept";
    private static final Map<String, List<String>> SHOWN = Map.of(
            "pilot-decision-velocity", List.of("median-days", "p85-days", "reopened"),
            "post-pilot-execution-stability",
            List.of("cause-reopened", "cause-scope-changed", "cause-blocked", "cause-due-slipped", "cause-owner-changed",
                    "cause-fallback-invoked", "watching", "rigor"),
            "decision-closure-rate", List.of("on-time-share", "removed"),
            "blocker-surfacing-lead", List.of("early-share", "without-release"),
            "reopen-rate", List.of("reopened"),
            "blocker-survival", List.of("survivors", "oldest-days", "in-status-days", "p50-days", "p85-days"),
            "bypass-rate", List.of("waived", "first-pass-rate"));
    private static final Set<String> SHARES = Set.of("rigor", "on-time-share", "early-share", "first-pass-rate");
    /** Business days. */
    private static final Set<String> WORKING_DAYS = Set.of("pilot-decision-velocity");
    /** They grow by themselves, and would make two renderings of the same page differ. */
    private static final Set<String> AGES = Set.of("oldest-days", "in-status-days");
    /** Of anything else that is counted none need not be told. */
    private static final Set<String> EVEN_NONE = Set.of("survivors");

    CellView of(Figure figure) {
        List<String> parts = new ArrayList<>();
        for (String name : SHOWN.getOrDefault(figure.metric(), List.of())) {
            Optional.ofNullable(figure.companions().get(name)).filter(number -> isWorthSaying(name, number))
                    .ifPresent(number -> parts
                            .add(wording.text("decision-gates.page.beside." + name, wording.text(unit(figure.metric(), name), number))));
        }
        CellView cell = CellView.of(String.join("; ", parts));
        boolean kept = Optional.ofNullable(figure.companions().get(QUALITY_KEPT)).filter(claim -> claim.signum() > 0).isPresent();
        return kept ? cell.marked(wording.mark("success", "decision-gates.page.beside.quality-kept")) : cell;
    }

    private boolean isWorthSaying(String name, BigDecimal number) {
        return !(AGES.contains(name) && wording.on(Surface.COMPARISON))
                && (number.signum() != 0 || !isCount(name) || EVEN_NONE.contains(name));
    }

    private static boolean isCount(String name) {
        return !SHARES.contains(name) && !isDays(name);
    }

    private static boolean isDays(String name) {
        return name.endsWith("-days");
    }

    private static String unit(String metric, String name) {
        return SHARES.contains(name) ? "decision-gates.page.unit.share" : !isDays(name) ? "decision-gates.page.number"
                : WORKING_DAYS.contains(metric) ? "decision-gates.page.unit.working-days"
                : "decision-gates.page.unit.days";
    }
}
