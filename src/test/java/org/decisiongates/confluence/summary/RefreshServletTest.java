package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.decisiongates.confluence.link.JiraSummaries;
import org.decisiongates.confluence.link.SummaryQuestion;
import org.junit.Test;

public class RefreshServletTest {

    private final JiraSummaries summaries = mock(JiraSummaries.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @Test
    public void asksAnewAndLeadsBackToThePage() {
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("pageId")).thenReturn("17");
        when(request.getParameter("project")).thenReturn("SHOP");
        when(request.getParameter("week")).thenReturn("last");

        new RefreshServlet(summaries).doGet(request, response);

        verify(summaries).askAnew(SummaryQuestion.of(Map.of("project", "SHOP", "week", "last")));
        verify(response).setStatus(303);
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=17");
        verify(response).setHeader("Cache-Control", "no-store");
    }

    @Test
    public void leadsNowhereElse() {
        when(request.getContextPath()).thenReturn("/confluence");
        for (String page : new String[] {"https://elsewhere.example.org", "//elsewhere", "7&a=b", "-1", "0", ""}) {
            HttpServletResponse answer = mock(HttpServletResponse.class);
            when(request.getParameter("pageId")).thenReturn(page);
            new RefreshServlet(summaries).doGet(request, answer);
            verify(answer).setHeader("Location", "/confluence/");
        }
    }

    @Test
    public void carriesTheQuestionInItsAddress() {
        assertEquals("/plugins/servlet/decision-gates/refresh?pageId=17&jql=due+%3C+now%28%29+%26+a&jira=Company+Jira",
                RefreshServlet.address(Map.of("jql", " due < now() & a ", "jira", "Company Jira", "week", " ", "rows", "3"), "17"));
    }
}
