package org.decisiongates.jira.summary;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.gate.Moment;
import org.decisiongates.jira.reckoning.WeekMoment;
import org.decisiongates.jira.reckoning.WeekNumbers;
import org.decisiongates.jira.search.Hidden;
import org.decisiongates.jira.search.SearchScope;
import org.decisiongates.jira.search.Sight;
import org.decisiongates.jira.search.Sights;
import org.decisiongates.summary.Frame;
import org.decisiongates.summary.FrozenWeek;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.compose.Material;
import org.decisiongates.summary.compose.Reckoned;

/**
 * A frozen week as one reader may see it now. From whom issues are hidden gets the lists without them, and numbers that are reckoned anew
 * from what the journal knew at the end of the week about the others.
 */
@JiraComponent
class FrozenReading {

    private final Frames frames;
    private final Sights sights;
    private final Hidden hidden;
    private final WeekNumbers numbers;

    FrozenReading(Frames frames, Sights sights, Hidden hidden, WeekNumbers numbers) {
        this.frames = frames;
        this.sights = sights;
        this.hidden = hidden;
        this.numbers = numbers;
    }

    Material read(SearchScope scope, WeekMoment when, FrozenWeeks.Kept kept, ApplicationUser reader) {
        FrozenWeek week = kept.intact().get(0);
        Set<Long> listed = listed(week);
        Set<Long> away = hidden.among(listed, reader);
        Sight sight = sights.of(scope, reader, listed);
        if (sight.issues().isPresent() || sight.tooMany()) {
            WeekMoment end = new WeekMoment(when.week(), when.zone(), Moment.of(when.week().end(when.zone()), when.zone()));
            WeekNumbers.Known known = numbers.of(scope, end, reader);
            return material(scope, frames.frozen(when, kept, true, known.state()), week.trimmed(issue -> !away.contains(issue) && (sight.tooMany() || sight.has(issue))),
                    new Numbers(known.gates(), known.result().map(result -> new Reckoned(result.figures(), known.weeksBefore(), result.impact(), Optional.of(result.impactBefore())))));
        }
        if (away.isEmpty()) {
            return Material.frozen(scope.scope(), frames.frozen(when, kept, false, Frame.Numbers.CURRENT), kept.intact());
        }
        FrozenWeek left = week.trimmed(issue -> !away.contains(issue));
        return material(scope, frames.frozen(when, kept, true, Frame.Numbers.CURRENT), left, new Numbers(week.gates(), Optional.of(new Reckoned(week.figures(),
                kept.figures().subList(1, kept.figures().size()), left.impact(), kept.intact().stream().skip(1).findFirst().map(FrozenWeek::impact)))));
    }

    private static Material material(SearchScope scope, Frame frame, FrozenWeek left, Numbers numbers) {
        return new Material(scope.scope(), frame, FrozenWeek.rows(left.blockers()), FrozenWeek.rows(left.decisions()), FrozenWeek.rows(left.closures()),
                FrozenWeek.rows(left.reopened()), numbers.gates(), numbers.reckoned());
    }

    private static Set<Long> listed(FrozenWeek week) {
        Set<Long> ids = new TreeSet<>();
        Stream.of(week.blockers(), week.decisions(), week.closures(), week.reopened()).flatMap(section -> section.rows().stream())
                .forEach(row -> ids.add(row.issueId()));
        return ids;
    }

    /** What is told in numbers. */
    private record Numbers(GateTally gates, Optional<Reckoned> reckoned) {
    }
}
