package org.decisiongates.jira.platform.search;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.endsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

public class VisibilityResolverTest {

    private final SearchService search = mock(SearchService.class);
    private final ApplicationUser reader = mock(ApplicationUser.class);
    private final Project shop = mock(Project.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final List<String> asked = new ArrayList<>();
    private List<Issue> seen = List.of();
    private long all = 3;

    @Test
    public void narrowingOnceMoreBringsNothingBack() {
        Visibility narrowed = Visibility.whole(null, reader, 10000).without(Set.of(1L)).without(Set.of(2L));
        assertFalse(narrowed.has(1));
        assertFalse(narrowed.has(2));
        assertTrue(narrowed.has(3));
    }

    @Before
    public void setUp() throws SearchException {
        PluginSettings stored = mock(PluginSettings.class);
        when(settings.createGlobalSettings()).thenReturn(stored);
        when(stored.get(any())).thenAnswer(call -> call.<String>getArgument(0).endsWith("decision") ? "1" : "2");
        when(stored.get(endsWith("type-maps"))).thenReturn(null);
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        when(search.parseQuery(any(), any())).thenAnswer(call -> {
            asked.add(call.getArgument(1));
            return new SearchService.ParseResult(mock(Query.class), new MessageSetImpl());
        });
        when(search.validateQuery(any(), any())).thenReturn(new MessageSetImpl());
        when(search.searchCount(any(), any())).thenAnswer(call -> (long) seen.size());
        when(search.searchCountOverrideSecurity(any(), any())).thenAnswer(call -> all);
        when(search.search(any(), any(), any()))
                .thenAnswer(call -> new SearchResults<>(seen.subList(0, Math.min(1000, seen.size())), seen.size(), call.getArgument(2)));
    }

    @Test
    public void showsForCertainOnlyWhatTheIndexHas() {
        seen = issues(2);
        all = 2;
        HiddenIssueFilter filter = new HiddenIssueFilter(new Searches(search));
        List<Long> ids = List.of(seen.get(0).getId(), seen.get(1).getId(), 99L);

        assertEquals("gone, or not in the index yet", Set.of(ids.get(0), ids.get(1)), filter.seenOf(ids, reader));
        assertEquals(1, asked.size());
        assertEquals(Set.of(), filter.seenOf(List.of(), reader));
        assertEquals(1, asked.size());
    }

    @Test
    public void comparesTwoCountsAndListsNothingWhenTheyAgree() {
        seen = issues(3);

        Visibility visibility = resolver().of(scope(), reader, List.of());

        assertEquals(new Visibility(scope(), reader, Optional.empty(), List.of(10000L), false, false, Set.of(), false), visibility);
        assertTrue(visibility.isWhole());
        assertTrue(visibility.has(4711));
        assertEquals(List.of("(project = 10000) AND (issuetype in (1, 2))", "(project = 10000) AND (issuetype in (1, 2))"), asked);
    }

    @Test
    public void listsWhatIsSeenWhenSomethingIsHidden() {
        seen = issues(2);

        Visibility visibility = resolver().of(new ScopeResolver(new Searches(search)).of(shop), reader, List.of(7L, 8L));

        assertTrue(visibility.partial());
        assertEquals(Optional.of(Set.of(1L, 2L)), visibility.issues());
        assertTrue(visibility.has(2));
        assertFalse(visibility.has(3));
        assertEquals("(project = 10000) AND (issuetype in (1, 2) OR issue in (7, 8))", asked.get(2));
    }

    @Test
    public void saysWhenThereAreTooManyAndThenShowsNone() {
        seen = issues(1001);
        all = 1002;

        Visibility visibility = resolver().of(new ScopeResolver(new Searches(search)).of(shop), reader, List.of());

        assertTrue(visibility.tooMany());
        assertFalse(visibility.has(1));
    }

    @Test
    public void neverTellsWhetherAQueryFindsWhatIsHidden() throws Exception {
        seen = issues(2);

        Visibility visibility = resolver().of(
                new ScopeResolver(new Searches(search)).of(reader, "summary ~ merger OR project = RISK order by key"),
                reader, List.of());

        assertFalse(visibility.partial());
        assertEquals(Optional.of(Set.of(1L, 2L)), visibility.issues());
        assertEquals("(summary ~ merger OR project = RISK) AND (issuetype in (1, 2))", asked.get(asked.size() - 1));
        assertEquals("the query itself, and what is seen of it", 2, asked.size());
    }

    @Test
    public void passesOnWhatJiraSaysAgainstAQuery() {
        MessageSet complaints = new MessageSetImpl();
        complaints.addErrorMessage("The value 'RISK' does not exist for the field 'project'.");
        when(search.validateQuery(any(), any())).thenReturn(complaints);

        BadQueryException refused = assertThrows(BadQueryException.class,
                () -> new ScopeResolver(new Searches(search)).of(reader, "project = RISK"));

        assertEquals(List.of("The value 'RISK' does not exist for the field 'project'."), refused.messages());
    }

    @Test
    public void failsRatherThanLookEmpty() throws SearchException {
        when(search.searchCount(any(), any())).thenThrow(mock(SearchException.class));

        assertThrows(IllegalStateException.class, () -> resolver().of(new ScopeResolver(new Searches(search)).of(shop), reader, List.of()));
    }

    private VisibilityResolver resolver() {
        Searches searches = new Searches(search);
        return new VisibilityResolver(searches, SearchFixture.types(settings), new HiddenIssueFilter(searches));
    }

    private ResolvedScope scope() {
        return new ScopeResolver(new Searches(search)).of(shop);
    }

    private static List<Issue> issues(int number) {
        return LongStream.rangeClosed(1, number).mapToObj(id -> {
            Issue issue = mock(Issue.class);
            when(issue.getId()).thenReturn(id);
            when(issue.getProjectId()).thenReturn(10000L);
            return issue;
        }).toList();
    }
}
