package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;

import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.Test;

import org.decisiongates.timeline.GateEvent.Source;

public class RequestSourceTest {

    @Test
    public void tellsTheWaysOfAskingApart() {
        assertEquals(Source.REST, RequestSource.of("/rest/api/2/issue/SHOP-1/transitions"));
        assertEquals(Source.SCREEN, RequestSource.of("/secure/CommentAssignIssue.jspa"));
        assertEquals(Source.SCREEN, RequestSource.of("/secure/QuickCreateIssue.jspa"));
        assertEquals(Source.SCREEN, RequestSource.of("/browse/REST-1"));
        assertEquals(Source.BULK, RequestSource.of("/secure/BulkWorkflowTransitionPerform.jspa"));
        assertEquals(Source.BULK, RequestSource.of("/secure/views/bulkedit/BulkWorkflowTransition.jspa"));
    }

    @Test
    public void takesTheAbsenceOfARequestForTheBackground() {
        assertEquals(Source.BACKGROUND, new RequestSource().current());
    }

    @Test
    public void takesACallOfRestForAProgramsUnlessABrowserSendsIt() {
        assertTrue(isProgram("/jira/rest/api/2/issue/SHOP-1/transitions", Map.of("User-Agent", "pipeline")));
        assertFalse(isProgram("/jira/rest/api/2/issue/SHOP-1/transitions", Map.of("Sec-Fetch-Mode", "cors")));
        assertFalse(isProgram("/jira/rest/api/2/issue/SHOP-1/transitions", Map.of("X-Requested-With", "XMLHttpRequest")));
        assertFalse(isProgram("/jira/secure/CommentAssignIssue.jspa", Map.of()));
        assertFalse(new RequestSource().isProgram());
    }

    private static boolean isProgram(String path, Map<String, String> headers) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getRequestURI()).thenReturn(path);
        when(request.getContextPath()).thenReturn("/jira");
        headers.forEach((name, value) -> when(request.getHeader(name)).thenReturn(value));
        ExecutingHttpRequest.set(request, null);
        try {
            return new RequestSource().isProgram();
        } finally {
            ExecutingHttpRequest.clear();
        }
    }
}
