package org.decisiongates.jira.platform.mail;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.sal.api.user.UserKey;
import org.junit.Before;
import org.junit.Test;

public class MailRecipientsTest {

    private final UserManager users = mock(UserManager.class);
    private final com.atlassian.sal.api.user.UserManager access = mock(com.atlassian.sal.api.user.UserManager.class);
    private final MailServerManager servers = mock(MailServerManager.class);
    private final ApplicationUser ann = mock(ApplicationUser.class);
    private final MailRecipients recipients = new MailRecipients(users, access, servers);

    @Before
    public void somebodyWithAnAddress() {
        when(users.getUserByKey("ann")).thenReturn(ann);
        when(ann.getKey()).thenReturn("ann");
        when(ann.isActive()).thenReturn(true);
        when(ann.getEmailAddress()).thenReturn("ann@example.com");
        when(access.isLicensed(new UserKey("ann"))).thenReturn(true);
    }

    @Test
    public void areActiveHaveAnAddressAndCanStopTheEMails() {
        assertEquals(Optional.of(ann), recipients.withKey("ann"));
        when(access.isLicensed(new UserKey("ann"))).thenReturn(false);
        assertEquals("the page is for licensed people", Optional.empty(), recipients.withKey("ann"));
        when(access.isLicensed(new UserKey("ann"))).thenReturn(true);
        when(ann.isActive()).thenReturn(false);
        assertEquals(Optional.empty(), recipients.withKey("ann"));
        when(ann.isActive()).thenReturn(true);
        for (String address : new String[] {null, "", " "}) {
            when(ann.getEmailAddress()).thenReturn(address);
            assertEquals(Optional.empty(), recipients.withKey("ann"));
        }
        assertEquals("gone", Optional.empty(), recipients.withKey("bob"));
    }

    @Test
    public void getNothingWithoutAServer() {
        assertFalse(recipients.isMailOn());
        when(servers.isDefaultSMTPMailServerDefined()).thenReturn(true);
        assertTrue(recipients.isMailOn());
    }
}
