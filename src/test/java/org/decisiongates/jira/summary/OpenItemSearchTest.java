package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.SearchFixture;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.time.Week;

public class OpenItemSearchTest {

    private static final String IDS = "org.decisiongates.decision-gates:id.";
    private static final LocalDate TODAY = TestTime.TODAY;

    private final SearchService search = mock(SearchService.class);
    private final ConstantsManager constants = mock(ConstantsManager.class);
    private final CustomFieldManager customFields = mock(CustomFieldManager.class);
    private final CustomField ownerField = mock(CustomField.class);
    private final PluginSettings settings = mock(PluginSettings.class);
    private final ApplicationUser reader = mock(ApplicationUser.class);
    private final Project project = mock(Project.class);
    private final List<String> queries = new ArrayList<>();
    private final List<PagerFilter<?>> pages = new ArrayList<>();
    private final Set<String> unmade = new HashSet<>();
    private List<Issue> blockers = List.of();
    private List<Issue> decisions = List.of();
    private int total = 2;

    @Before
    public void setUp() throws SearchException {
        when(project.getId()).thenReturn(10000L);
        when(project.getKey()).thenReturn("SHOP");
        when(project.getName()).thenReturn("Storefront");
        when(customFields.getCustomFieldObject("id-of-field.owner")).thenReturn(ownerField);
        when(constants.getStatus(any())).thenReturn(mock(Status.class));
        when(settings.get(startsWith(IDS))).thenAnswer(call -> {
            String thing = call.<String>getArgument(0).substring(IDS.length());
            return unmade.contains(thing) ? null : "id-of-" + thing;
        });
        Query ofBlockers = mock(Query.class);
        Query ofDecisions = mock(Query.class);
        when(search.parseQuery(eq(reader), any())).thenAnswer(call -> {
            queries.add(call.getArgument(1));
            return new SearchService.ParseResult(
                    call.<String>getArgument(1).contains("id-of-issue-type.blocker") ? ofBlockers : ofDecisions, mock(MessageSet.class));
        });
        when(search.search(eq(reader), any(), any())).thenAnswer(call -> {
            PagerFilter<?> page = call.getArgument(2);
            pages.add(page);
            return new SearchResults<>(call.getArgument(1) == ofBlockers ? blockers : decisions, total, page);
        });
    }

    @Test
    public void searchesTwiceWhateverTheNumberOfIssues() throws SearchException {
        blockers = IntStream.range(0, 200).mapToObj(number -> issue("SHOP-" + number, null, TODAY)).toList();
        decisions = blockers;

        read();

        verify(search, times(2)).parseQuery(eq(reader), any());
        verify(search, times(2)).search(eq(reader), any(), any());
        verifyNoMoreInteractions(search);
    }

    @Test
    public void readsNoMoreThanTwoHundredOfATypeAndCountsAll() {
        blockers = List.of(issue("SHOP-1", null, TODAY));
        total = 1234;

        Lists week = read();

        assertEquals(List.of(0, 0), pages.stream().map(PagerFilter::getStart).toList());
        assertEquals(List.of(200, 200), pages.stream().map(PagerFilter::getMax).toList());
        assertEquals(1, week.blockers().rows().size());
        assertEquals(1234, week.blockers().total());
        assertEquals(1234, week.decisions().total());
    }

    @Test
    public void saysThatAnOwnerHasNoActiveAccount() {
        decisions = List.of(issue("SHOP-1", user("former", false), TODAY));

        OpenItem item = read().decisions().rows().get(0);

        assertEquals("former", item.owner().orElseThrow());
        assertFalse(item.ownerActive());
    }

    @Test
    public void saysNothingOfAFieldThatWasRemoved() {
        decisions = List.of(issue("SHOP-1", user("owner", true), TODAY));
        when(customFields.getCustomFieldObject(any(String.class))).thenReturn(null);

        OpenItem item = read().decisions().rows().get(0);

        assertTrue(item.owner().isEmpty());
        assertEquals("", item.fallback());
    }

    @Test
    public void asksForWhatIsOpenByItsStatusAlone() {
        when(constants.getStatus("id-of-status.resolving")).thenReturn(null);

        read();

        assertEquals(
                "(project = 10000) AND (issuetype = id-of-issue-type.blocker AND status in (id-of-status.open, id-of-status.escalated)) ORDER BY duedate ASC, created ASC",
                queries.get(0));
        assertEquals(
                "(project = 10000) AND (issuetype = id-of-issue-type.decision AND status in (id-of-status.draft, id-of-status.in-review))"
                        + " ORDER BY duedate ASC, created ASC",
                queries.get(1));
    }

    @Test
    public void asksForNothingWhenNoStatusIsLeftThatCountsAsOpen() {
        when(constants.getStatus(any())).thenReturn(null);

        assertEquals(new Listing<>(List.of(), 0), read().blockers());
        assertEquals(List.of(), queries);
    }

    @Test
    public void knowsWhatIsEscalatedByTheStatusWhateverItIsCalled() {
        Issue issue = issue("SHOP-1", null, TODAY);
        when(issue.getStatusId()).thenReturn("id-of-status.escalated");
        blockers = List.of(issue);

        assertTrue(read().blockers().rows().get(0).escalated());
    }

    @Test
    public void failsRatherThanLookEmptyBeforeSetUp() {
        unmade.add("issue-type.blocker");

        assertThrows(IllegalStateException.class, this::read);
    }

    @Test
    public void failsRatherThanLookEmptyWhenTheSearchFails() throws SearchException {
        when(search.search(eq(reader), any(), any())).thenThrow(mock(SearchException.class));

        assertThrows(IllegalStateException.class, this::read);
    }

    private Lists read() {
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        Instant now = TestTime.NOW;
        WeekMoment moment = new WeekMoment(Week.of(TODAY), now.atZone(TestTime.ZONE));
        OpenItemSearch items = new OpenItemSearch(SearchFixture.searches(search),
                new PhaseSearch(IssueTypeFixture.ownIssueTypes(factory), SearchFixture.types(factory), IssueTypeFixture.phaseMaps(factory),
                        constants,
                        mock(ProjectManager.class), mock(PermissionManager.class)),
                IssueTypeFixture.ownIssueTypes(factory),
                new OpenItemMapper(customFields, IssueTypeFixture.ownFields(factory), IssueTypeFixture.ownIssueTypes(factory)));
        Visibility visibility = SearchFixture.whole(SearchFixture.scopes(search).of(project), reader);
        return new Lists(items.find(OwnIssueType.BLOCKER, visibility, moment).map(SnapshotEntry::row),
                items.find(OwnIssueType.DECISION, visibility, moment).map(SnapshotEntry::row));
    }

    private record Lists(Listing<OpenItem> blockers, Listing<OpenItem> decisions) {
    }

    private Issue issue(String key, ApplicationUser owner, LocalDate due) {
        Issue issue = mock(Issue.class);
        Status status = mock(Status.class);
        when(status.getNameTranslation()).thenReturn("Open");
        when(issue.getStatusId()).thenReturn("id-of-status.open");
        when(issue.getKey()).thenReturn(key);
        when(issue.getStatus()).thenReturn(status);
        when(issue.getCreated()).thenReturn(Timestamp.from(TestTime.NOW));
        when(issue.getDueDate()).thenReturn(due == null ? null : Timestamp.valueOf(due.atStartOfDay()));
        when(issue.getCustomFieldValue(ownerField)).thenReturn(owner);
        return issue;
    }

    private static ApplicationUser user(String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getDisplayName()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        return user;
    }
}
