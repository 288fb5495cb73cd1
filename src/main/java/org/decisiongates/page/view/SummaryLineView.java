package org.decisiongates.page.view;

import java.util.List;

/**
 * Something told in a sentence.
 *
 * @param marks what to make of it
 * @param more  what explains it; empty where nothing does
 */
public record SummaryLineView(List<MarkView> marks, String text, String more) {

    public SummaryLineView {
        marks = List.copyOf(marks);
    }
}
