package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Finds which of some issues are hidden from a reader. */
@JiraComponent
public class HiddenIssueFilter {

    /** How many issues are looked at. */
    public static final int MAX_ISSUES = 1_000;

    private final Searches searches;

    HiddenIssueFilter(Searches searches) {
        this.searches = searches;
    }

    /**
     * Whether one of these issues, at most {@link #MAX_ISSUES}, by the keys they have or had, is hidden from {@code reader}: two counts.
     * What was deleted is hidden from nobody.
     */
    public boolean any(Collection<String> issueKeys, ApplicationUser reader) {
        return !issueKeys.isEmpty()
                && searches.count(reader, JqlBuilder.issues(issueKeys)) != searches.countAll(reader, JqlBuilder.issues(issueKeys));
    }

    /**
     * Those of {@code issueIds} that {@code reader} may browse for certain, of the first {@link #MAX_ISSUES}: one search. What Jira has not
     * put into its index yet is not among them.
     */
    public Set<Long> seenOf(Collection<Long> issueIds, ApplicationUser reader) {
        List<Long> looked = issueIds.stream().distinct().limit(MAX_ISSUES).toList();
        return looked.isEmpty() ? Set.of()
                : searches.find(reader, JqlBuilder.issues(looked), looked.size()).issues().stream().map(Issue::getId)
                        .collect(Collectors.toSet());
    }

    /** Keys of those of {@code issueIds} that {@code reader} may browse for certain: one search for every {@link #MAX_ISSUES}. */
    public Map<Long, String> keysOf(Collection<Long> issueIds, ApplicationUser reader) {
        List<Long> looked = issueIds.stream().distinct().toList();
        Map<Long, String> keys = new HashMap<>();
        for (int from = 0; from < looked.size(); from += MAX_ISSUES) {
            keys.putAll(seen(looked.subList(from, Math.min(looked.size(), from + MAX_ISSUES)), reader));
        }
        return keys;
    }

    private Map<Long, String> seen(List<Long> looked, ApplicationUser reader) {
        return looked.isEmpty() ? Map.of()
                : searches.find(reader, JqlBuilder.issues(looked), looked.size()).issues().stream()
                        .collect(Collectors.toMap(Issue::getId, Issue::getKey));
    }

    /**
     * Those of {@code issueIds} that {@code reader} may not browse: one search, and a second one when some are not found. What was
     * deleted is hidden from nobody; if the reader may not browse all that is left, it cannot be distinguished from what was deleted, and
     * all that was not found counts as hidden. The first {@link #MAX_ISSUES} are looked at, the rest counts as hidden.
     */
    public Set<Long> among(Collection<Long> issueIds, ApplicationUser reader) {
        return look(issueIds, reader).hidden();
    }

    /** The same, with the keys of those that were found. */
    public Look look(Collection<Long> issueIds, ApplicationUser reader) {
        List<Long> looked = issueIds.stream().distinct().limit(MAX_ISSUES).toList();
        Map<Long, String> keys = seen(looked, reader);
        Set<Long> missing = new TreeSet<>(looked);
        missing.removeAll(keys.keySet());
        Set<Long> hidden = new TreeSet<>(issueIds);
        looked.forEach(hidden::remove);
        if (!missing.isEmpty() && searches.countAll(reader, JqlBuilder.issues(missing)) > 0) {
            hidden.addAll(missing);
        }
        return new Look(keys, hidden);
    }

    /**
     * What a reader may see of some issues.
     *
     * @param keys   of those that the reader may browse
     * @param hidden ids of those that the reader may not browse, or that nobody looked at
     */
    public record Look(Map<Long, String> keys, Set<Long> hidden) {
    }
}
