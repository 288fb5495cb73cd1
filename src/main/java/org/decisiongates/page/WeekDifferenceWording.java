package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.WeekDifference;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeeklySummary;

/** Goes on from the headline with what came and went since the week before. */
record WeekDifferenceWording(WeekFormatter wording, WeeklySummary summary) {

    /** A sentence; empty where the week before cannot be compared with, or the headline says that there is nothing. */
    Optional<String> sentence() {
        return summary.header().enabled() && !summary.headline().rule().startsWith("nothing")
                ? summary.history().flatMap(WeekHistory::difference)
                        .filter(difference -> difference.blockers().complete() && difference.decisions().complete()).map(this::sentence)
                : Optional.empty();
    }

    private String sentence(WeekDifference difference) {
        List<String> parts = new ArrayList<>();
        add(parts, "blockers", difference.blockers());
        add(parts, "decisions", difference.decisions());
        int frozen = summary.header().frozenAt().isPresent() ? 1 : 0;
        return parts.isEmpty() ? wording.text("decision-gates.page.difference.none", frozen)
                : wording.text("decision-gates.page.difference", frozen, String.join(", ", parts));
    }

    private void add(List<String> parts, String kind, ItemDifferenceCounts counts) {
        add(parts, kind + ".new", counts.added());
        add(parts, kind + ".reopened", counts.reopened());
        add(parts, kind + ".closed", counts.closed());
    }

    private void add(List<String> parts, String text, long count) {
        if (count > 0) {
            parts.add(wording.text("decision-gates.page.difference." + text, count));
        }
    }
}
