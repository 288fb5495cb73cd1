package org.decisiongates.jira.platform.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;

import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;

public class LoginAddressTest {

    private static final String PAGE = "https://jira.example.com/plugins/servlet/decision-gates/screen-field";

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final LoginUriProvider login = mock(LoginUriProvider.class);

    @Before
    public void setUp() {
        when(request.getRequestURL()).thenAnswer(call -> new StringBuffer(PAGE));
        when(login.getLoginUri(org.mockito.ArgumentMatchers.any()))
                .thenAnswer(call -> URI.create("https://jira.example.com/login?back=" + call.<URI>getArgument(0).getRawQuery()));
    }

    @Test
    public void comesBackToThePageWithItsQuery() {
        assertEquals("https://jira.example.com/login?back=null", LoginAddress.of(request, login));
        when(request.getQueryString()).thenReturn("screen=1&field=2");
        assertEquals("https://jira.example.com/login?back=screen=1&field=2", LoginAddress.of(request, login));
    }

    @Test
    public void leavesOutAQueryThatNoAddressMayHave() {
        when(request.getQueryString()).thenReturn("jql=a|b");
        assertEquals("https://jira.example.com/login?back=null", LoginAddress.of(request, login));
    }

    @Test
    public void sendsAdministratorsBackToWhatTheyAskedFor() throws IOException {
        when(request.getQueryString()).thenReturn("key=delivery");
        HttpServletResponse response = mock(HttpServletResponse.class);
        new AdminAccess(mock(JiraAuthenticationContext.class), mock(GlobalPermissionManager.class), login, mock(SecureSession.class))
                .letsIn(request, response);
        verify(response).sendRedirect("https://jira.example.com/login?back=key=delivery");
    }
}
