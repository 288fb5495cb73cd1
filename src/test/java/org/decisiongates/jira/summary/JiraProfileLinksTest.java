package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.function.Function;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import org.junit.Test;

import org.decisiongates.page.PersonProfileLinks;

public class JiraProfileLinksTest {

    private final UserManager users = mock(UserManager.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);

    @Test
    public void leadsToWhatJiraTellsWhetherOrNotItNamesItsContextPath() {
        for (String[] told : new String[][] {{"/secure/useravatar?ownerId=7", "/jira/secure/useravatar?ownerId=7"},
                {"secure/useravatar", "/jira/secure/useravatar"}, {"/jira/secure/useravatar", "/jira/secure/useravatar"},
                {"https://www.gravatar.com/avatar/7?d=mm", "https://www.gravatar.com/avatar/7?d=mm"}, {"//elsewhere.example.org/7", ""},
                {"javascript:alert(1)", ""}, {"data:image/png;base64,AA", ""}}) {
            assertEquals(told[0], new PersonProfileLinks(told[1], ""), places(URI.create(told[0]), null).apply("lead"));
        }
        assertEquals(new PersonProfileLinks("", "/jira/secure/ViewProfile.jspa?name=lead"),
                places(null, URI.create("/secure/ViewProfile.jspa?name=lead")).apply("lead"));
    }

    @Test
    public void leadsNowhereWhereJiraKnowsNobodyOrFails() {
        when(application.getBaseUrl(any())).thenReturn("/jira");
        assertEquals(PersonProfileLinks.NONE, new JiraProfileLinks(users, application).links().apply("gone"));
        when(users.getUserProfile("odd")).thenThrow(new IllegalStateException("the directory is away"));
        assertEquals(PersonProfileLinks.NONE, new JiraProfileLinks(users, application).links().apply("odd"));
    }

    @Test
    public void asksForEachPersonOnce() {
        Function<String, PersonProfileLinks> places = places(null, null);
        places.apply("lead");
        places.apply("lead");
        verify(users, times(1)).getUserProfile("lead");
    }

    private Function<String, PersonProfileLinks> places(URI picture, URI page) {
        UserProfile profile = mock(UserProfile.class);
        when(profile.getProfilePictureUri(anyInt(), anyInt())).thenReturn(picture);
        when(profile.getProfilePageUri()).thenReturn(page);
        when(users.getUserProfile("lead")).thenReturn(profile);
        when(application.getBaseUrl(any())).thenReturn("/jira");
        return new JiraProfileLinks(users, application).links();
    }
}
