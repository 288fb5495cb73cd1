package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.time.Week;

/**
 * Links that lead from a week to what is different since an earlier one, and from one earlier week to the next.
 *
 * @param comparing address that compares the week shown with an earlier one
 * @param alone     address of the week without a comparison; empty where it is always compared
 */
public record ComparisonLinks(Texts texts, Function<Week, String> comparing, Optional<String> alone) {

    /** @param compared what {@code shown} is compared with; empty for nothing yet */
    public List<LinkView> of(Week shown, Optional<Week> compared) {
        List<LinkView> links = new ArrayList<>();
        if (compared.isEmpty()) {
            if (shown.hasPrevious()) {
                links.add(new LinkView(texts.text("decision-gates.page.compare"), comparing.apply(shown.previous()), "compare"));
            }
            return links;
        }
        Week earlier = compared.get();
        if (earlier.hasPrevious()) {
            links.add(with(earlier.previous(), "compare-earlier"));
        }
        if (earlier.next().compareTo(shown) < 0) {
            links.add(with(earlier.next(), "compare-later"));
        }
        alone.ifPresent(address -> links.add(new LinkView(texts.text("decision-gates.page.compare.end"), address, "alone")));
        return links;
    }

    private LinkView with(Week earlier, String name) {
        return new LinkView(texts.text("decision-gates.page.compare.with", String.valueOf(earlier.number())), comparing.apply(earlier),
                name);
    }
}
