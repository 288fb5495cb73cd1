package org.decisiongates.jira.digest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestSubscriptions;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.text.Message;

public class DigestServiceTest {

    private static final DigestTime FRIDAY = new DigestTime(DayOfWeek.FRIDAY, 15);
    private static final Message NOT_SET_UP = Message.of("decision-gates.digest.not-set-up");
    private static final Message NOT_ENABLED = Message.of("decision-gates.digest.not-enabled", "Storefront");

    private final DigestSubscriptions digests = mock(DigestSubscriptions.class);
    private final Access access = mock(Access.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final UserManager users = mock(UserManager.class);
    private final EnabledProjects enabled = mock(EnabledProjects.class);
    private final ApplicationUser ann = mock(ApplicationUser.class);
    private final Project project = mock(Project.class);
    private final DigestService service = new DigestService(digests, access, permissions, users, enabled);

    @Before
    public void aProjectThatOffersNothingAsSetUpIsNotComplete() {
        when(ann.getKey()).thenReturn("ann");
        when(ann.isActive()).thenReturn(true);
        when(project.getId()).thenReturn(10000L);
        when(project.getName()).thenReturn("Storefront");
        when(access.caller()).thenReturn(ann);
        when(access.browsable("SHOP")).thenReturn(project);
        when(access.administered("SHOP")).thenReturn(project);
        when(users.getUserByName("ann")).thenReturn(ann);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, ann)).thenReturn(true);
    }

    @Test
    public void letsPeopleChangeWhenAWeekComesThatTheyGetWhateverBecameOfTheProject() {
        when(digests.of("ann", 10000)).thenReturn(Optional.of(monday(false)));
        for (boolean isSetUp : new boolean[] {false, true}) {
            when(enabled.isSetUp()).thenReturn(isSetUp);
            assertEquals(project, service.join(friday()));
        }
        verify(digests, times(2)).put(new DigestSubscription(0, "ann", 10000, FRIDAY, true, false));
    }

    @Test
    public void tellsAnIncompleteSetUpFromAProjectThatDoesNotUseTheApp() {
        for (Optional<DigestSubscription> before : List.of(Optional.<DigestSubscription>empty(), Optional.of(monday(true)))) {
            when(digests.of("ann", 10000)).thenReturn(before);
            when(enabled.isSetUp()).thenReturn(false);
            assertEquals(Map.of(DigestForm.PROJECT, NOT_SET_UP), joining().members());
            assertEquals(409, joining().status());
            when(enabled.isSetUp()).thenReturn(true);
            assertEquals(Map.of(DigestForm.PROJECT, NOT_ENABLED), joining().members());
        }
        verify(digests, never()).put(any());
    }

    @Test
    public void tellsTheSameToAnAdministratorWhoAddsSomebody() {
        assertEquals(List.of(NOT_SET_UP), adding().messages());
        when(enabled.isSetUp()).thenReturn(true);
        assertEquals(List.of(NOT_ENABLED), adding().messages());
        verify(digests, never()).put(any());
    }

    private ProblemException joining() {
        return assertThrows(ProblemException.class, () -> service.join(friday()));
    }

    private ProblemException adding() {
        return assertThrows(ProblemException.class, () -> service.add("SHOP", "ann", FRIDAY));
    }

    private static DigestForm friday() {
        return new DigestForm("SHOP", "5", "15", DigestForm.PAGE, List.of("6", "7"), "");
    }

    private static DigestSubscription monday(boolean ended) {
        return new DigestSubscription(7, "ann", 10000, new DigestTime(DayOfWeek.MONDAY, 8), true, ended);
    }
}
