package org.decisiongates.jira.impact;

import java.util.List;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLines;

/**
 * What the panel of impact lines shows.
 *
 * @param address      where changes are sent
 * @param blocker      whether the lines say what becomes of numbers if nothing is done
 * @param editable     whether the viewer may change lines
 * @param roomLeft     whether one more line may be added
 * @param metricLength most characters of a metric's name
 * @param unitLength   most characters of a unit
 */
public record ImpactView(String address, boolean blocker, boolean editable, boolean roomLeft, int metricLength, int unitLength,
        List<ImpactLineView> lines) {

    public ImpactView {
        lines = List.copyOf(lines);
    }

    static ImpactView of(String address, boolean blocker, boolean editable, List<ImpactLineView> lines) {
        return new ImpactView(address, blocker, editable, lines.size() < ImpactLines.MAX, ImpactLineParser.METRIC_LENGTH,
                ImpactLineParser.UNIT_LENGTH, lines);
    }
}
