package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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

    /** A directory may say what it was asked in what it throws; the log has the kind of fault, and nothing else of it. */
    @Test
    public void writesNoPasswordIntoTheLog() {
        when(passwords.authenticate("lena", "hunter2")).thenThrow(new IllegalStateException("no directory for lena / hunter2",
                new IllegalArgumentException("hunter2")));
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertEquals(Outcome.NOT_POSSIBLE, outcome("JIRAUSER1", "hunter2"));
        } finally {
            System.setErr(before);
        }
        String written = log.toString(StandardCharsets.UTF_8);
        assertTrue(written, written.contains("A password could not be checked: java.lang.IllegalStateException"));
        assertFalse("neither in a message nor in a stack trace", written.contains("hunter2"));
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
