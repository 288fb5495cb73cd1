package org.decisiongates.page.view;

import java.util.List;

/**
 * How a number went over some weeks, as a small drawing.
 *
 * @param text what is drawn, week by week
 */
public record TrendView(String text, List<BarView> bars) {

    public TrendView {
        bars = List.copyOf(bars);
    }
}
