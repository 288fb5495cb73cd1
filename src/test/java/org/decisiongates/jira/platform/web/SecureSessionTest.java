package org.decisiongates.jira.platform.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.Test;

public class SecureSessionTest {

    private final WebSudoManager jira = mock(WebSudoManager.class);
    private final SecureSession session = new SecureSession(jira);

    @Test
    public void asksJiraAboutEverySession() {
        assertEquals(true, session.isConfirmed(request("JSESSIONID=1", null)));
        doThrow(new WebSudoSessionException()).when(jira).willExecuteWebSudoRequest(org.mockito.ArgumentMatchers.any());
        assertEquals(false, session.isConfirmed(request("JSESSIONID=1", null)));
        assertEquals("a stolen session with a header of any kind", false, session.isConfirmed(request("JSESSIONID=1", "Nonsense x")));
        assertEquals("a remembered login", false, session.isConfirmed(request("seraph.rememberme.cookie=1", "Basic eDp4")));
        HttpServletRequest address = request(null, "Nonsense x");
        when(address.getRequestedSessionId()).thenReturn("1");
        assertEquals("a stolen session in the address", false, session.isConfirmed(address));
        assertEquals("nothing at all", false, session.isConfirmed(request(null, null)));
    }

    @Test
    public void asksNothingOfACallThatBringsItsOwnCredentials() {
        doThrow(new WebSudoSessionException()).when(jira).willExecuteWebSudoRequest(org.mockito.ArgumentMatchers.any());
        assertEquals(true, session.isConfirmed(request(null, "Bearer token")));
        assertEquals(true, session.isConfirmed(request(null, "Basic eDp4")));
    }

    private static HttpServletRequest request(String cookie, String authorization) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeader("Cookie")).thenReturn(cookie);
        when(request.getHeader("Authorization")).thenReturn(authorization);
        return request;
    }
}
