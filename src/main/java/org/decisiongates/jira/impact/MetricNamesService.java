package org.decisiongates.jira.impact;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.MetricNames;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.TypedText;
import org.decisiongates.timeline.RowAtRevision;

/** The metrics of impact lines that the caller may see, and what is odd about a line beside them. */
@JiraComponent
public class MetricNamesService {

    /** How many lines are looked at, the newest. */
    static final int MAX_LINES = 1_000;

    private final ImpactLines lines;
    private final OwnIssueAccess issues;
    private final HiddenIssueFilter hidden;
    private final JiraAuthenticationContext authentication;
    private final JiraTexts texts;

    MetricNamesService(ImpactLines lines, OwnIssueAccess issues, HiddenIssueFilter hidden, JiraAuthenticationContext authentication,
            JiraTexts texts) {
        this.lines = lines;
        this.issues = issues;
        this.hidden = hidden;
        this.authentication = authentication;
        this.texts = texts;
    }

    /**
     * @param key   key of the issue whose line is typed
     * @param typed what was typed of its metric, unit and direction so far
     * @param line  number of the line that is changed, which is not compared with itself; anything else for a new one
     */
    ImpactLineReplies.Metrics metrics(String key, Map<Part, String> typed, String line) {
        issues.requireVisible(key, ImpactLineService.OTHER_TYPE);
        MetricNames names = MetricNames.of(othersThan(line));
        String direction = text(typed, Part.DIRECTION).toUpperCase(Locale.ROOT);
        Optional<Direction> chosen = Arrays.stream(Direction.values()).filter(one -> one.name().equals(direction)).findFirst();
        List<String> warnings = names.warnings(text(typed, Part.METRIC), text(typed, Part.UNIT), chosen).stream()
                .map(message -> texts.text(message.key(), message.arguments().toArray(Serializable[]::new))).toList();
        return new ImpactLineReplies.Metrics(names.offered(), warnings);
    }

    private List<ImpactLine> othersThan(String line) {
        Map<Long, List<RowAtRevision<ImpactLine>>> newest = lines.newest(MAX_LINES);
        Set<Long> seen = hidden.seenOf(newest.keySet(), authentication.getLoggedInUser());
        return newest.entrySet().stream().filter(issue -> seen.contains(issue.getKey())).flatMap(issue -> issue.getValue().stream())
                .filter(stored -> !String.valueOf(stored.revision().id()).equals(line)).map(RowAtRevision::row).toList();
    }

    private static String text(Map<Part, String> typed, Part part) {
        return TypedText.tidied(typed.getOrDefault(part, ""));
    }
}
