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
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseChange;

/** Names what the journal knows by id: issues by key and title, as far as a reader may browse them now, and people by name. */
@JiraComponent
class JournalNames {

    private final Searches searches;
    private final UserManager users;
    private final ClosureTexts texts;
    private final ClosureSuccessors successors;

    JournalNames(Searches searches, UserManager users, ClosureTexts texts, ClosureSuccessors successors) {
        this.searches = searches;
        this.users = users;
        this.texts = texts;
        this.successors = successors;
    }

    /**
     * Issues, by one search. The journal still knows the key of an issue that was moved away or deleted; it is counted and not named.
     *
     * @param others ids of further issues to be found
     */
    Named resolve(MetricsProjection.Result numbers, ZoneId zone, Visibility visibility, Set<Long> others) {
        Set<Object> wanted = new HashSet<>(others);
        Stream.of(numbers.closures(), numbers.reopenings()).flatMap(listing -> listing.rows().stream().limit(WeeklySummary.MAX_ROWS))
                .forEach(change -> wanted.add(change.issueId()));
        numbers.figures().forEach(figure -> wanted.addAll(figure.issues()));
        Map<Long, Long> superseded = successors.of(numbers.closures());
        wanted.addAll(superseded.values());
        List<Issue> found = find(wanted, visibility);
        Map<Long, Issue> issues = found.stream().collect(Collectors.toMap(Issue::getId, Function.identity(), (one, same) -> one));
        Set<String> keys = found.stream().map(Issue::getKey).collect(Collectors.toSet());
        Map<String, Optional<String>> names = new HashMap<>();
        Map<Long, String> outcomes = texts.outcomes(shown(numbers.closures(), issues)
                .collect(Collectors.toMap(change -> issues.get(change.issueId()), PhaseChange::phase, (newest, older) -> newest)));
        return new Named(
                section(numbers.closures(), issues,
                        (change, issue) -> new Closure(issue.getKey(), title(issue), change.kind() == Kind.BLOCKER, change.phase(),
                                name(change, names), day(change, zone), texts.question(issue),
                                Optional.ofNullable(outcomes.get(issue.getId())),
                                successors.named(issue, Optional.ofNullable(superseded.get(issue.getId())).map(issues::get), visibility),
                                texts.acceptance(issue, change.phase()))),
                section(numbers.reopenings(), issues,
                        (change, issue) -> new Reopening(issue.getKey(), title(issue), change.kind() == Kind.BLOCKER, name(change, names),
                                day(change, zone))),
                numbers.figures().stream().map(figure -> figure.naming(keys::contains)).toList(), issues);
    }

    /** Issues that are wanted while nothing is known of the journal: one search. */
    Named resolve(Visibility visibility, Set<Long> others) {
        return new Named(Named.NOTHING.closures(), Named.NOTHING.reopened(), List.of(),
                find(others, visibility).stream().collect(Collectors.toMap(Issue::getId, Function.identity(), (one, same) -> one)));
    }

    private List<Issue> find(Set<?> wanted, Visibility visibility) {
        return wanted.isEmpty() ? List.of() : searches.find(visibility, JqlBuilder.issues(wanted), wanted.size()).issues();
    }

    /** What the journal says of lists that do not hold everything; each owner is asked for once a list, and they are bounded. */
    OpenTallies of(OpenTallies open, Listing<?> blockers, Listing<?> decisions) {
        return new OpenTallies(of(open.blockers(), blockers), of(open.decisions(), decisions));
    }

    private Optional<OpenTally> of(Optional<OpenTally> open, Listing<?> listed) {
        return open.filter(tally -> !listed.isWhole() && tally.open() == listed.total()).map(tally -> tally.with(this::named));
    }

    /** A user who is gone still gets a name, as Jira itself does on the issue. */
    private OwnerLoad named(OwnerLoad load) {
        return load.owner().map(key -> {
            Optional<ApplicationUser> user = Optional.ofNullable(users.getUserByKey(key));
            return load.named(user.map(ApplicationUser::getDisplayName).orElse(key), user.map(ApplicationUser::isActive).orElse(false));
        }).orElse(load);
    }

    private static <T> Listing<SnapshotEntry<T>> section(Listing<PhaseChange> changes, Map<Long, Issue> issues,
            BiFunction<PhaseChange, Issue, T> row) {
        return new Listing<>(shown(changes, issues)
                .map(change -> new SnapshotEntry<>(change.issueId(), row.apply(change, issues.get(change.issueId())))).toList(),
                changes.total());
    }

    private static Stream<PhaseChange> shown(Listing<PhaseChange> changes, Map<Long, Issue> issues) {
        return changes.rows().stream().filter(change -> issues.containsKey(change.issueId())).limit(WeeklySummary.MAX_ROWS);
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

    /**
     * The names that the reader may see.
     *
     * @param issues everything that was found, by id
     */
    record Named(Listing<SnapshotEntry<Closure>> closures, Listing<SnapshotEntry<Reopening>> reopened, List<Figure> figures,
            Map<Long, Issue> issues) {

        static final Named NOTHING = new Named(Listing.of(List.of()), Listing.of(List.of()), List.of(), Map.of());
    }
}
