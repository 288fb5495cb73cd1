package org.decisiongates.jira.summary;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.Section;
import org.decisiongates.timeline.PhaseChange;

/** What issues that the journal names are called now, as far as a reader may browse them: one search. */
@JiraComponent
class IssueTitles {

    private final Searches searches;

    IssueTitles(Searches searches) {
        this.searches = searches;
    }

    /** The issues behind the numbers: of what was moved away or deleted the journal still knows the key, and nobody else may be told. */
    Titled of(MetricsProjection.Result numbers, ApplicationUser reader) {
        Set<Object> named = named(numbers);
        return named.isEmpty() ? Titled.NONE : titled(searches.find(reader, JqlBuilder.issues(named), named.size()));
    }

    /** The same for somebody from whom nothing is hidden. */
    Titled all(MetricsProjection.Result numbers) {
        Set<Object> named = named(numbers);
        return named.isEmpty() ? Titled.NONE : titled(searches.findAll(JqlBuilder.issues(named), named.size()));
    }

    private static Set<Object> named(MetricsProjection.Result numbers) {
        Set<Object> named = new HashSet<>();
        turns(numbers).forEach(turn -> named.add(turn.issueId()));
        numbers.figures().forEach(figure -> named.addAll(figure.issues()));
        return named;
    }

    private static Titled titled(Searches.Found found) {
        return new Titled(found.issues().stream().collect(Collectors.toMap(Issue::getId, Function.identity(), (one, same) -> one)),
                found.issues().stream().map(Issue::getKey).collect(Collectors.toSet()));
    }

    private static Stream<PhaseChange> turns(MetricsProjection.Result numbers) {
        return Stream.of(numbers.closures(), numbers.reopenings()).flatMap(listing -> listing.rows().stream().limit(Section.MOST_ROWS));
    }

    /** What was found. */
    record Titled(Map<Long, Issue> issues, Set<String> keys) {

        static final Titled NONE = new Titled(Map.of(), Set.of());

        /** The figures, naming only issues that were found. */
        List<Figure> trimmed(Collection<Figure> figures) {
            return figures.stream().map(figure -> figure.naming(keys::contains)).toList();
        }
    }
}
