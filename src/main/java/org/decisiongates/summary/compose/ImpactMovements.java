package org.decisiongates.summary.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Movement;
import org.decisiongates.summary.Section;

/** How expected impact moved since the last frozen week: what got worse first, then what got better. */
final class ImpactMovements {

    private static final Comparator<Movement> ORDER = Comparator
            .<Movement, Integer>comparing(movement -> movement.good() == 0 ? 2 : movement.good())
            .thenComparing(Movement::metric).thenComparing(Movement::unit);

    private ImpactMovements() {
    }

    /** Nothing but how much there is, when there are more lines than can be compared. */
    static Section<Movement> of(WeekMetricsComparison reckoned) {
        Listing<Contribution> now = reckoned.impact();
        if (!now.isWhole()) {
            return new Section<>(List.of(), now.total());
        }
        Optional<Listing<Contribution>> before = reckoned.impactBefore().filter(Listing::isWhole);
        return Section.of(
                ImpactMovement.between(before.orElse(now).rows(), now.rows()).stream().map(movement -> row(movement, before.isPresent()))
                        .sorted(ORDER).toList());
    }

    private static Movement row(ImpactMovement movement, boolean comparable) {
        return new Movement(movement.metric(), movement.unit(), movement.direction(), movement.now(),
                comparable ? Optional.of(movement.before()) : Optional.empty(), movement.added(), movement.closed(), movement.reestimated(),
                movement.confidence(), movement.issueTotal());
    }
}
