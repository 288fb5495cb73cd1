package org.decisiongates.jira.summary;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.SearchFixture;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

public class SummaryResourceTest {

    private static final String CURRENT = Week.of(TestTime.TODAY).text();
    private static final String LAST = Week.of(TestTime.TODAY).previous().text();

    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final SearchService search = mock(SearchService.class);
    private final SummaryService reader = mock(SummaryService.class);
    private final Responses responses = new Responses(Texts.english());
    private final Project shop = mock(Project.class);
    private final MessageSet complaints = new MessageSetImpl();
    private Instant asOf = Instant.parse("2026-11-22T09:00:00Z");
    private long blockers = 2;

    @Before
    public void setUp() {
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, caller)).thenReturn(true);
        when(search.parseQuery(any(), any())).thenReturn(new SearchService.ParseResult(mock(Query.class), new MessageSetImpl()));
        when(search.validateQuery(any(), any())).thenReturn(complaints);
        when(reader.read(any(), any(), any(), any()))
                .thenAnswer(call -> new WeekResult.Found(summary(call.<ResolvedScope>getArgument(0).scope(), call.<Week>getArgument(1))));
    }

    @Test
    public void answersForAProjectOrAQueryAndTheWeekThatWasMeant() throws Exception {
        assertTrue(body("project=SHOP").contains("\"week\":\"" + CURRENT + "\""));
        assertTrue(body("project=SHOP&week=current").contains(CURRENT));
        assertTrue(body("project=SHOP&week=last").contains("\"week\":\"" + LAST + "\""));
        assertTrue(body("project=SHOP&week=2025-W01").contains("\"week\":\"2025-W01\""));
        assertTrue("of a moment", body("project=SHOP&week=2025-01-03T09:15:00Z").contains("\"week\":\"2025-W01\""));
        assertTrue(body("jql=project+%3D+SHOP+order+by+key").contains("\"text\":\"project = SHOP order by key\""));
    }

    @Test
    public void refusesWhatIsNotAQuestionAndSaysWhy() {
        for (String[] wrong : new String[][] {{"", "what the summary is about"}, {"project=", "what the summary is about"},
                {"project=SHOP&jql=x", "not both"},
                {"project=SHOP&project=RISK", "only once"}, {"project=SHOP&weeks=last", "no parameter \u201cweeks\u201d"},
                {"project=SHOP&week=2026-47", "is not a week"},
                {"project=SHOP&week=2026-W54", "2026 has 53"}, {"project=SHOP&week=2027-W53", "2027 has 52"},
                {"project=SHOP&week=2026-W00", "2026 has 53"}, {"project=SHOP&week=9998-W01", "has not begun"},
                {"project=SHOP&week=9999-W52", "has not begun"},
                {"project=SHOP&week=9999-W53", "9999 has 52"}, {"project=SHOP&week=0001-W01", "too long ago"},
                {"project=SHOP&week=0000-W01", "is not a week"}, {"project=SHOP&week=1999-W01", "too long ago"},
                {"project=SHOP&compare=2026-47", "is not a week"}, {"project=SHOP&compare=9998-W01", "has not begun"},
                {"project=SHOP&week=2026-W10&compare=2026-W10", "is not before"},
                {"project=SHOP&week=2026-W10&compare=2026-W11", "is not before"}, {"jql=x&compare=previous", "projects only"},
                {"jql=" + "x".repeat(2001), "at most 2000 characters"}}) {
            Response refused = summary(wrong[0], null);
            assertEquals(wrong[0], 400, refused.getStatus());
            assertTrue(wrong[0] + ": " + refused.getEntity(), refused.getEntity().toString().contains(wrong[1]));
        }
        verify(reader, never()).read(any(), any(), any(), any());
    }

    @Test
    public void comparesWithTheWeekThatWasMeant() {
        for (String[] asked : new String[][] {{"project=SHOP", ""}, {"project=SHOP&compare=previous", LAST},
                {"project=SHOP&week=2026-W10&compare=previous", "2026-W09"}, {"project=SHOP&week=2026-W10&compare=2025-W52", "2025-W52"}}) {
            summary(asked[0], null);
            verify(reader, atLeastOnce()).read(any(), any(), any(),
                    eq(new SummaryOptions(Optional.of(asked[1]).filter(week -> !week.isEmpty()).map(Week::parse), Optional.empty())));
        }
    }

    @Test
    public void listsWhatOnePersonOwns() {
        summary("project=SHOP&owner=+Maya+Chen+", null);
        verify(reader).read(any(), any(), any(), eq(new SummaryOptions(Optional.empty(), Optional.of(new OwnerFilter("Maya Chen")))));
        assertEquals(400, summary("project=SHOP&owner=" + "x".repeat(256), null).getStatus());
    }

    @Test
    public void givesATableAsAFile() throws Exception {
        Response csv = export("project=SHOP&table=decisions");
        assertEquals(200, csv.getStatus());
        assertEquals("attachment; filename=\"decisions-" + CURRENT + ".csv\"", csv.getHeaderString("Content-Disposition"));
        assertTrue(text(csv).startsWith("key,summary,phase,owner,"));
        assertEquals("{\"total\":0,\"rows\":[]}", text(export("project=SHOP&table=decisions&format=json")));
        for (String[] wrong : new String[][] {{"table=no", "There is no table"},
                {"table=asks&format=xml", "There is no format"}, {"table=asks&limit=1", "no parameter \u201climit\u201d"}}) {
            Response refused = export("project=SHOP&" + wrong[0]);
            assertEquals(wrong[0], 400, refused.getStatus());
            assertTrue(wrong[0] + ": " + refused.getEntity(), refused.getEntity().toString().contains(wrong[1]));
        }
        Response unknown = export("project=SHOP&table=changes");
        assertEquals("nothing was compared", 410, unknown.getStatus());
    }

    @Test
    public void aProjectOneMayNotBrowseIsAnsweredLikeNone() {
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, caller)).thenReturn(false);

        Response hidden = summary("project=SHOP&week=1999-W01", null);
        Response none = summary("project=NONE&week=1999-W01", null);

        assertEquals(404, hidden.getStatus());
        assertEquals(404, none.getStatus());
        assertEquals(hidden.getEntity().toString().replace("SHOP", "NONE"), none.getEntity());
    }

    @Test
    public void repeatsWhatJiraSaysAgainstAQuery() {
        complaints.addErrorMessage("The value 'RISK' does not exist for the field 'project'.");

        Response refused = summary("jql=project+%3D+RISK", null);

        assertEquals(400, refused.getStatus());
        assertTrue(refused.getEntity().toString(),
                refused.getEntity().toString().contains("The value 'RISK' does not exist for the field 'project'."));
        verify(reader, never()).read(any(), any(), any(), any());
    }

    @Test
    public void namesAnAnswerByItsContentWheneverItIsRead() {
        String tag = summary("project=SHOP", null).getHeaderString("ETag");
        asOf = asOf.plusSeconds(60);
        assertEquals(tag, summary("project=SHOP", null).getHeaderString("ETag"));
        blockers++;
        assertNotEquals(tag, summary("project=SHOP", null).getHeaderString("ETag"));
    }

    @Test
    public void sendsNothingThatTheCallerHas() {
        String tag = summary("project=SHOP", null).getHeaderString("ETag");
        assertTrue(tag, tag.matches("W/\"[0-9a-f]{32}\""));
        for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            Response unchanged = summary("project=SHOP", known);
            assertEquals(known, 304, unchanged.getStatus());
            assertNull(unchanged.getEntity());
            assertEquals(tag, unchanged.getHeaderString("ETag"));
            assertEquals("private, no-cache", unchanged.getHeaderString("Cache-Control"));
        }
        for (String other : List.of("\"other\"", "W/\"other\"", "", tag.substring(3))) {
            assertEquals(other, 200, summary("project=SHOP", other).getStatus());
        }
    }

    @Test
    public void saysWhyAWeekIsNotThere() {
        doReturn(new WeekResult.NotKept()).when(reader).read(any(), any(), any(), any());
        assertTrue(refused(410, "project=SHOP&week=2025-W01").contains("no record of week 2025-W01"));
        assertTrue(refused(410, "jql=x&week=2025-W01").contains("Weeks are recorded for projects"));
        doReturn(new WeekResult.Altered()).when(reader).read(any(), any(), any(), any());
        assertTrue(refused(409, "project=SHOP&week=2025-W01").contains("was changed after the week was frozen"));
    }

    @Test
    public void answersEachQuestionOfABatchOnItsOwn() {
        doAnswer(call -> {
            SummaryScope scope = call.<ResolvedScope>getArgument(0).scope();
            if (scope.kind() == SummaryScope.Kind.JQL) {
                throw new IllegalStateException("secret detail");
            }
            return new WeekResult.Found(summary(scope, call.getArgument(1)));
        }).when(reader).read(any(), any(), any(), any());

        Response answer = batch(List.of("project=SHOP", "project=NONE", "jql=x", "week=last", "project=%zz", "project=SHOP&week=last"));

        String json = answer.getEntity().toString();
        assertEquals(200, answer.getStatus());
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        assertEquals(List.of("200", "404", "500", "400", "400", "200"), Pattern.compile("\\{\"status\":(\\d+)").matcher(json).results()
                .map(match -> match.group(1)).toList());
        assertTrue(json, json.startsWith("{\"answers\":[{\"status\":200,\"summary\":{\"scope\":"));
        assertTrue(json, json.contains("{\"status\":404,\"errors\":{\"errorMessages\":[\"There is no project"));
        assertTrue(json, !json.contains("secret"));
    }

    @Test
    public void aBatchHasBounds() {
        assertEquals("whether the app answers", "{\"answers\":[]}", batch(List.of()).getEntity());
        assertEquals(400, batch(Collections.nCopies(21, "project=SHOP")).getStatus());
        assertEquals(200, batch(Collections.nCopies(20, "project=SHOP")).getStatus());
    }

    private String body(String query) {
        Response answer = summary(query, null);
        assertEquals(answer.getEntity().toString(), 200, answer.getStatus());
        return answer.getEntity().toString();
    }

    private String refused(int status, String query) {
        Response answer = summary(query, null);
        assertEquals(answer.getEntity().toString(), status, answer.getStatus());
        return answer.getEntity().toString();
    }

    private Response summary(String query, String known) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeader("If-None-Match")).thenReturn(known);
        return answer(() -> resource().summary(null, null, null, null, null, request, address(parameters(query))));
    }

    private Response export(String query) {
        MultivaluedMap<String, String> parameters = parameters(query);
        return answer(() -> resource().export(null, null, null, null, null, parameters.getFirst("table"), parameters.getFirst("format"),
                address(parameters)));
    }

    private static String text(Response file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((StreamingOutput) file.getEntity()).write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static MultivaluedMap<String, String> parameters(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                parameters.add(pair.split("=")[0],
                        pair.endsWith("=") ? "" : URLDecoder.decode(pair.split("=")[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private Response batch(List<String> questions) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.addAll("q", questions);
        return answer(() -> resource().batch(questions, address(parameters)));
    }

    private static UriInfo address(MultivaluedMap<String, String> parameters) {
        UriInfo address = mock(UriInfo.class);
        when(address.getQueryParameters()).thenReturn(parameters);
        return address;
    }

    private SummaryResource resource() {
        JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
        when(authentication.getLoggedInUser()).thenReturn(caller);
        TimeZoneManager zones = mock(TimeZoneManager.class);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone(TestTime.ZONE));
        return new SummaryResource(
                new Access(projects, permissions, mock(GlobalPermissionManager.class), authentication), SearchFixture.scopes(search),
                reader, IssueTypeFixture.time(zones), responses);
    }

    /** A resource throws nothing, whatever it is asked. */
    private static Response answer(Supplier<Response> call) {
        return call.get();
    }

    private WeeklySummary summary(SummaryScope scope, Week week) {
        SummaryHeader header = aHeader().week(week.text()).zone("Etc/UTC").asOf(asOf).browseUrl("http://localhost/jira/browse/").header();
        return new WeeklySummary(scope, header, new Headline("quiet", List.of()), List.of(), new Listing<>(List.of(), blockers),
                Listing.of(List.of()), Listing.of(List.of()),
                Listing.of(List.of()), Listing.of(List.of()), Listing.of(List.of()), new GateTally(0, 0, 0, 0, 0, List.of()),
                Listing.of(List.of()), Listing.of(List.of()), Optional.empty(), Optional.empty());
    }
}
