package org.decisiongates.jira.platform.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;

public class UserAccessTest {

    private static final String PAGE = "https://jira.example.com/plugins/servlet/decision-gates/screen-field";

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final LoginUriProvider login = mock(LoginUriProvider.class);
    private final UserAccess users = new UserAccess(authentication, login);

    @Before
    public void setUp() {
        when(request.getRequestURL()).thenAnswer(call -> new StringBuffer(PAGE));
        when(login.getLoginUri(org.mockito.ArgumentMatchers.any()))
                .thenAnswer(call -> URI.create("https://jira.example.com/login?back=" + call.<URI>getArgument(0).getRawQuery()));
    }

    @Test
    public void comesBackToThePage() throws IOException {
        assertEquals(Optional.empty(), users.admit(request, response));
        verify(response).sendRedirect("https://jira.example.com/login?back=null");
    }

    @Test
    public void comesBackToThePageWithItsQuery() throws IOException {
        when(request.getQueryString()).thenReturn("screen=1&field=2");
        users.admit(request, response);
        verify(response).sendRedirect("https://jira.example.com/login?back=screen=1&field=2");
    }

    @Test
    public void leavesOutAQueryThatNoAddressMayHave() throws IOException {
        when(request.getQueryString()).thenReturn("jql=a|b");
        users.admit(request, response);
        verify(response).sendRedirect("https://jira.example.com/login?back=null");
    }

    @Test
    public void admitsWhoeverIsLoggedIn() throws IOException {
        ApplicationUser lead = mock(ApplicationUser.class);
        when(authentication.getLoggedInUser()).thenReturn(lead);
        assertEquals(Optional.of(lead), users.admit(request, response));
        verifyNoInteractions(response);
    }

    @Test
    public void sendsAdministratorsBackToWhatTheyAskedFor() throws IOException {
        when(request.getQueryString()).thenReturn("key=delivery");
        assertEquals(Optional.empty(),
                new AdminAccess(users, mock(GlobalPermissionManager.class), mock(SecureSession.class), mock(FormPages.class))
                        .admit(request, response));
        verify(response).sendRedirect("https://jira.example.com/login?back=key=delivery");
    }
}
