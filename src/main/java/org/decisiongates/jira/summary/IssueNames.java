package org.decisiongates.jira.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseChange;

/** Names what the journal knows by id: issues by key and title, as far as a reader may browse them now, and people by name. One search. */
@JiraComponent
class IssueNames {

    private final Searches searches;
    private final UserManager users;

    IssueNames(Searches searches, UserManager users) {
        this.searches = searches;
        this.users = users;
    }

    /** Of what was moved away or deleted the journal still knows the key; it is counted and not named. */
    Named resolve(MetricsProjection.Result numbers, ZoneId zone, Visibility visibility) {
        Set<Object> wanted = new HashSet<>();
        Stream.of(numbers.closures(), numbers.reopenings()).flatMap(listing -> listing.rows().stream().limit(Section.MAX_ROWS))
                .forEach(change -> wanted.add(change.issueId()));
        numbers.figures().forEach(figure -> wanted.addAll(figure.issues()));
        List<Issue> found = wanted.isEmpty() ? List.of() : searches.find(visibility, JqlBuilder.issues(wanted), wanted.size()).issues();
        Map<Long, Issue> issues = found.stream().collect(Collectors.toMap(Issue::getId, Function.identity(), (one, same) -> one));
        Set<String> keys = found.stream().map(Issue::getKey).collect(Collectors.toSet());
        Map<String, Optional<String>> names = new HashMap<>();
        return new Named(
                section(numbers.closures(), issues,
                        (change, issue) -> new Closure(issue.getKey(), title(issue), change.kind() == Kind.BLOCKER, change.phase(),
                                name(change, names), day(change, zone))),
                section(numbers.reopenings(), issues,
                        (change, issue) -> new Reopening(issue.getKey(), title(issue), change.kind() == Kind.BLOCKER, name(change, names),
                                day(change, zone))),
                numbers.figures().stream().map(figure -> figure.naming(keys::contains)).toList());
    }

    private static <T> Section<SnapshotEntry<T>> section(Listing<PhaseChange> changes, Map<Long, Issue> issues,
            BiFunction<PhaseChange, Issue, T> row) {
        return new Section<>(changes.rows().stream().filter(change -> issues.containsKey(change.issueId())).limit(Section.MAX_ROWS)
                .map(change -> new SnapshotEntry<>(change.issueId(), row.apply(change, issues.get(change.issueId())))).toList(),
                changes.total());
    }

    private Optional<String> name(PhaseChange change, Map<String, Optional<String>> names) {
        return change.actor().isEmpty() ? Optional.empty()
                : names.computeIfAbsent(change.actor(),
                        key -> Optional.ofNullable(users.getUserByKey(key)).map(ApplicationUser::getDisplayName));
    }

    private static String title(Issue issue) {
        return Objects.requireNonNullElse(issue.getSummary(), "");
    }

    private static LocalDate day(PhaseChange change, ZoneId zone) {
        return LocalDate.ofInstant(change.at(), zone);
    }

    /** What the reader may be told. */
    record Named(Section<SnapshotEntry<Closure>> closures, Section<SnapshotEntry<Reopening>> reopened, List<Figure> figures) {

        static final Named NOTHING = new Named(Section.of(List.of()), Section.of(List.of()), List.of());
    }
}
