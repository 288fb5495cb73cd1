package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import com.atlassian.confluence.core.ContentEntityObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.mockito.Mockito;

import org.decisiongates.confluence.approval.ApprovalQuestion;
import org.decisiongates.confluence.approval.DecisionApprovalsMacro;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.StoredPages;

public class RefreshServletTest {

    private final JiraClient summaries = mock(JiraClient.class);
    private final StoredPages pages = mock(StoredPages.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @Test
    public void asksAnewAndLeadsBackToThePage() {
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("pageId")).thenReturn("17");
        when(request.getParameter("project")).thenReturn("SHOP");
        when(request.getParameter("week")).thenReturn("last");
        holds(WeeklySummaryMacro.NAME, Map.of("project", "SHOP", "week", "last"));

        new RefreshServlet(summaries, pages).doGet(request, response);

        verify(summaries).askAnew(SummaryQuestion.of(Map.of("project", "SHOP", "week", "last")));
        verify(response).setStatus(303);
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=17");
        verify(response).setHeader("Cache-Control", "no-store");
    }

    @Test
    public void asksForTheWeekThatWasChosenAndLeadsBackToIt() {
        SummaryQuestion stored = SummaryQuestion.of(Map.of("project", "SHOP"));
        String address = RefreshServlet.parameters(Map.of("project", "SHOP"),
                Optional.of(WeekNavigation.at("/x", stored, "2026-W46-2026-W45", "Ann O'Neil & Co")));
        assertEquals("&project=SHOP&chosen=2026-W46-2026-W45&whose=Ann+O%27Neil+%26+Co",
                address);
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("pageId")).thenReturn("17");
        when(request.getParameter("project")).thenReturn("SHOP");
        when(request.getParameter("chosen")).thenReturn("2026-W46-2026-W45", "2026-W99");
        holds(WeeklySummaryMacro.NAME, Map.of("project", "SHOP"));

        new RefreshServlet(summaries, pages).doGet(request, response);
        verify(summaries).askAnew(SummaryQuestion.of(Map.of("project", "SHOP", "week", "2026-W46", "compare", "2026-W45")));
        verify(response).setHeader("Location",
                WeekNavigation.at("/confluence/pages/viewpage.action?pageId=17", stored, "2026-W46-2026-W45", "").here());

        new RefreshServlet(summaries, pages).doGet(request, response);
        verify(summaries).askAnew(stored);
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=17");
    }

    @Test
    public void asksAnewForTheApprovalsThatThePageShows() {
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("pageId")).thenReturn("17");
        when(request.getParameter("issues")).thenReturn("SHOP-1,SHOP-2", "SHOP-1,SHOP-2", "SHOP-9", "SHOP-9");
        holds(DecisionApprovalsMacro.NAME, Map.of("issues", "shop-1, shop-2"));

        new RefreshServlet(summaries, pages).doGet(request, response);
        new RefreshServlet(summaries, pages).doGet(request, response);

        verify(summaries).askAnew(ApprovalQuestion.of(Map.of("issues", "SHOP-1 SHOP-2")));
        verifyNoMoreInteractions(summaries);
        verify(response, times(2)).setHeader("Location", "/confluence/pages/viewpage.action?pageId=17");
    }

    @Test
    public void asksOnlyWhatThePageAsks() {
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("pageId")).thenReturn("17");
        when(request.getParameter("jql")).thenReturn("key = 1");

        new RefreshServlet(summaries, pages).doGet(request, response);

        verifyNoInteractions(summaries);
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=17");
    }

    @Test
    public void asksNothingOnBehalfOfAnotherSite() {
        when(request.getParameter("pageId")).thenReturn("17");
        when(pages.hold(anyLong(), any(), any())).thenReturn(true);
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (String from : new String[] {null, "none", "same-origin", "same-site", "cross-site"}) {
            JiraClient jira = mock(JiraClient.class);
            when(request.getHeader("Sec-Fetch-Site")).thenReturn(from);
            new RefreshServlet(jira, pages).doGet(request, response);
            asked.put("" + from, Mockito.mockingDetails(jira).getInvocations().size());
        }
        assertEquals(Map.of("null", 1, "none", 1, "same-origin", 1, "same-site", 1, "cross-site", 0), asked);
    }

    @Test
    public void leadsNowhereElse() {
        when(request.getContextPath()).thenReturn("/confluence");
        for (String page : new String[] {"https://elsewhere.example.org", "//elsewhere", "7&a=b", "-1", "0", "9999999999999999999", ""}) {
            HttpServletResponse answer = mock(HttpServletResponse.class);
            when(request.getParameter("pageId")).thenReturn(page);
            new RefreshServlet(summaries, pages).doGet(request, answer);
            verify(answer).setHeader("Location", "/confluence/");
        }
    }

    @Test
    public void carriesTheQuestionInItsAddress() {
        assertEquals("&jql=due+%3C+now%28%29+%26+a&jira=Company+Jira",
                RefreshServlet.parameters(Map.of("jql", " due < now() & a ", "jira", "Company Jira", "week", " ", "rows", "3"),
                        Optional.empty()));
    }

    /** Page 17 holds such a macro. */
    private void holds(String macro, Map<String, String> parameters) {
        when(pages.hold(eq(17L), eq(macro), any())).thenAnswer(asked -> {
            BiPredicate<Map<String, String>, ContentEntityObject> wanted = asked.getArgument(2);
            return wanted.test(parameters, null);
        });
    }
}
