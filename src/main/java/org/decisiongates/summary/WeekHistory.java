package org.decisiongates.summary;

import java.util.List;
import java.util.Optional;

/**
 * What closed weeks say beside this one.
 *
 * @param difference what is different since the week before; empty where that cannot be told
 * @param series     the numbers of the tiles over the last weeks; empty for a reader from whom something is hidden, since closed weeks
 *                   count everything
 * @param comparison with the week that was asked for; empty where none was, or where it cannot be compared
 */
public record WeekHistory(Optional<WeekDifference> difference, Optional<List<TileSeries>> series, Optional<WeekComparison> comparison) {

    public static final WeekHistory NONE = new WeekHistory(Optional.empty(), Optional.empty(), Optional.empty());
}
