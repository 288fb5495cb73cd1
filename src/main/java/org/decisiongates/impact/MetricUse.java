package org.decisiongates.impact;

import org.decisiongates.issue.ImpactLine;

/**
 * A metric as impact lines have it.
 *
 * @param direction which way is better, as most of the lines say
 * @param lines     how many lines have this name and unit
 */
public record MetricUse(String metric, String unit, ImpactLine.Direction direction, int lines) {
}
