package org.decisiongates.jira.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.search.IssueTypeJql;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.Records;
import org.decisiongates.text.Csv;
import org.decisiongates.timeline.RowAtRevision;

/**
 * Gives away the records of a project, issue by issue as far as the caller may browse them. One search and one statement a page, and a
 * search for every 1 000 follow-ups.
 */
@JiraComponent
public class RecordExport {

    /** How many issues a page has. */
    static final int PAGE = 200;
    /** Jira answers no search beyond 10 000 results. */
    static final int MAX_START = 9_800;

    private static final List<String> COLUMNS = Stream.concat(Stream.of("issue", "id", "version", "kind"),
            Arrays.stream(RecordPart.values()).map(RecordPart::key)).toList();

    private final Records records;
    private final Access access;
    private final IssueTypeJql types;
    private final Searches searches;
    private final HiddenIssueFilter hidden;
    private final PeopleNames people;

    RecordExport(Records records, Access access, IssueTypeJql types, Searches searches, HiddenIssueFilter hidden,
            PeopleNames people) {
        this.records = records;
        this.access = access;
        this.types = types;
        this.searches = searches;
        this.hidden = hidden;
        this.people = people;
    }

    /**
     * A part of the records of a project.
     *
     * @param project key, unchecked from the address
     * @param start   how many issues to leave out, unchecked from the address; null for the first page
     */
    RecordReplies.Page page(String project, String start) {
        Long id = access.browsable(project).getId();
        int from = start(start);
        Searches.Found found = types.both(id)
                .map(own -> searches.page(access.caller(), JqlBuilder.byKey("project = " + id + " AND " + own), from, PAGE))
                .orElse(Searches.Found.NOTHING);
        Map<Long, List<RowAtRevision<IssueRecord>>> rows = records.ofIssues(found.issues().stream().map(Issue::getId).toList());
        Map<Long, String> followUps = hidden.keysOf(rows.values().stream().flatMap(List::stream).map(RowAtRevision::row)
                .filter(Criterion.class::isInstance).flatMap(row -> ((Criterion) row).followUp().stream()).toList(), access.caller());
        int end = from + found.issues().size();
        return new RecordReplies.Page(found.total(), from,
                found.issues().isEmpty() || end >= found.total() || end > MAX_START ? Optional.empty() : Optional.of(end),
                found.issues().stream().flatMap(issue -> rows.getOrDefault(issue.getId(), List.of()).stream()
                        .map(stored -> row(issue.getKey(), stored, followUps))).toList());
    }

    /** A page as comma-separated values, the names of the columns first. */
    static String csv(RecordReplies.Page page) {
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        page.rows().forEach(row -> lines.add(COLUMNS.stream().map(column -> Objects.toString(row.get(column), "")).toList()));
        return lines.stream().map(Csv::line).collect(Collectors.joining());
    }

    private Map<String, Object> row(String issue, RowAtRevision<IssueRecord> stored, Map<Long, String> followUps) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("issue", issue);
        members.putAll(RecordReplies.row(stored, people, id -> Optional.ofNullable(followUps.get(id))));
        return members;
    }

    private static int start(String given) {
        if (given == null || given.isEmpty()) {
            return 0;
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > MAX_START) {
            throw new ProblemException(400, "decision-gates.record.no-such-start", given, MAX_START);
        }
        return Integer.parseInt(given);
    }
}
