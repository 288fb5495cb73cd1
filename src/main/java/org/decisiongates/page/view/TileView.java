package org.decisiongates.page.view;

import java.util.List;

/**
 * One question of the week with its answer and the number behind it.
 *
 * @param numbers the number in a sentence that says what it measures
 * @param sample  how much is behind the number, where no link says so
 * @param links   the issues behind the number; none where they cannot be shown
 */
public record TileView(String question, MarkView answer, String numbers, String sample, List<LinkView> links) {

    public TileView {
        links = List.copyOf(links);
    }
}
