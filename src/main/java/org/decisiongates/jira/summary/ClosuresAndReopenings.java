package org.decisiongates.jira.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.Listed;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.Section;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseChange;

/** What was settled and what was opened again, with titles and people by name. */
@JiraComponent
class ClosuresAndReopenings {

    private final IssueTitles titles;
    private final UserManager users;

    ClosuresAndReopenings(IssueTitles titles, UserManager users) {
        this.titles = titles;
        this.users = users;
    }

    /** What {@code reader} may be told of it: an issue that the reader may not browse now is not named. */
    Told of(MetricsProjection.Result numbers, ZoneId zone, ApplicationUser reader) {
        return told(numbers, titles.of(numbers, reader), zone);
    }

    /** The same for somebody from whom nothing is hidden. */
    Told all(MetricsProjection.Result numbers, ZoneId zone) {
        return told(numbers, titles.all(numbers), zone);
    }

    private Told told(MetricsProjection.Result numbers, IssueTitles.Titled titled, ZoneId zone) {
        Map<String, Optional<String>> names = new HashMap<>();
        return new Told(
                section(numbers.closures(), titled,
                        (turn, issue) -> new Closure(issue.getKey(), title(issue), turn.kind() == Kind.BLOCKER, turn.phase(),
                                name(turn, names), day(turn, zone))),
                section(numbers.reopenings(), titled,
                        (turn, issue) -> new Reopening(issue.getKey(), title(issue), turn.kind() == Kind.BLOCKER,
                                name(turn, names), day(turn, zone))),
                titled.trimmed(numbers.figures()));
    }

    private static <T> Section<Listed<T>> section(Listing<PhaseChange> turns, IssueTitles.Titled titled,
            BiFunction<PhaseChange, Issue, T> row) {
        return new Section<>(turns.rows().stream().filter(turn -> titled.issues().containsKey(turn.issueId())).limit(Section.MOST_ROWS)
                .map(turn -> new Listed<>(turn.issueId(), row.apply(turn, titled.issues().get(turn.issueId())))).toList(), turns.total());
    }

    private Optional<String> name(PhaseChange turn, Map<String, Optional<String>> names) {
        return turn.actor().isEmpty() ? Optional.empty()
                : names.computeIfAbsent(turn.actor(),
                        key -> Optional.ofNullable(users.getUserByKey(key)).map(ApplicationUser::getDisplayName));
    }

    private static String title(Issue issue) {
        return Objects.requireNonNullElse(issue.getSummary(), "");
    }

    private static LocalDate day(PhaseChange turn, ZoneId zone) {
        return LocalDate.ofInstant(turn.at(), zone);
    }

    /** What may be told. */
    record Told(Section<Listed<Closure>> closures, Section<Listed<Reopening>> reopened, List<Figure> figures) {

        static final Told NOTHING = new Told(Section.of(List.of()), Section.of(List.of()), List.of());
    }
}
