package org.decisiongates.page.view;

import java.util.List;

/**
 * One question of the week with its answer and the number behind it.
 *
 * @param numbers the number in a sentence that says what it measures
 * @param sample  how much is behind the number, where no link says so
 * @param trends  its drawing over the last weeks; none where there are too few of them
 * @param links   the issues behind the number; none where they cannot be shown
 */
public record TileView(String question, MarkView answer, String numbers, String sample, List<TrendView> trends,
        List<LinkView> links) {

    public TileView {
        trends = List.copyOf(trends);
        links = List.copyOf(links);
    }
}
