package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.Password;
import org.decisiongates.approval.PasswordCheck.Outcome;

public class JiraPasswordCheckTest {

    private final UserManager users = mock(UserManager.class);
    private final com.atlassian.sal.api.user.UserManager passwords = mock(com.atlassian.sal.api.user.UserManager.class);
    private final JiraPasswordCheck check = new JiraPasswordCheck(users, passwords);

    @Before
    public void people() {
        user("JIRAUSER1", "lena", true);
        user("JIRAUSER2", "gone", false);
        when(passwords.authenticate("lena", "right")).thenReturn(true);
        when(passwords.authenticate("gone", "right")).thenReturn(true);
        when(passwords.authenticate("lena", "away")).thenThrow(new IllegalStateException("no directory for lena / away"));
        when(passwords.authenticate("lena", "missing")).thenThrow(new NoSuchMethodError("authenticate"));
    }

    @Test
    public void asksJiraByTheNameThatPeopleLogInWith() {
        assertEquals(Outcome.RIGHT, outcome("JIRAUSER1", "right"));
        assertEquals(Outcome.WRONG, outcome("JIRAUSER1", "wrong"));
    }

    @Test
    public void cannotTellWhereJiraDoesNot() {
        assertEquals("a directory that fails", Outcome.NOT_POSSIBLE, outcome("JIRAUSER1", "away"));
        assertEquals("a Jira without this method", Outcome.NOT_POSSIBLE, outcome("JIRAUSER1", "missing"));
        assertEquals("nobody", Outcome.NOT_POSSIBLE, outcome("JIRAUSER9", "right"));
        assertEquals("inactive", Outcome.NOT_POSSIBLE, outcome("JIRAUSER2", "right"));
        verify(passwords, never()).authenticate("gone", "right");
    }

    private Outcome outcome(String userKey, String typed) {
        return check.outcome(userKey, new Password(typed));
    }

    private void user(String key, String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getUsername()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByKey(key)).thenReturn(user);
    }
}
