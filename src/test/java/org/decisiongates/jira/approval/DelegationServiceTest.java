package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.jira.platform.time.ProjectTime;

/** In Auckland it is the day after that of UTC. */
public class DelegationServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final UserManager users = mock(UserManager.class);
    private final DateFieldFormat picker = mock(DateFieldFormat.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final Delegations stored = mock(Delegations.class);
    private final List<Delegation> added = new ArrayList<>();
    private final ProjectTime time = new ProjectTime(zones, Clock.fixed(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC));
    private final DelegationService service = new DelegationService(stored,
            new Access(projects, permissions, mock(GlobalPermissionManager.class), authentication), users, projects, permissions,
            new DayParser(picker), Moments.days(), time);

    @Before
    public void annAndBen() {
        ApplicationUser ann = user("ann");
        user("ben");
        when(authentication.getLoggedInUser()).thenReturn(ann);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone("Pacific/Auckland"));
        when(picker.formatDatePicker(any())).thenAnswer(call -> call.getArgument(0).toString());
        when(picker.parseDatePicker(anyString())).thenAnswer(call -> Date.valueOf(call.<String>getArgument(0)));
        for (int i = 1; i <= Delegation.MAX_PROJECTS + 1; i++) {
            Project project = mock(Project.class);
            when(project.getId()).thenReturn((long) i);
            when(projects.getProjectByCurrentKey("P" + i)).thenReturn(project);
            when(permissions.hasPermission(eq(ProjectPermissions.BROWSE_PROJECTS), eq(project), any(ApplicationUser.class)))
                    .thenReturn(true);
        }
        doAnswer(call -> added.add(call.getArgument(0))).when(stored).add(any(), any());
    }

    @Test
    public void takesDaysFromTodayOnOfAYearAtMost() {
        Map<List<LocalDate>, String> periods = new LinkedHashMap<>();
        periods.put(List.of(TODAY, TODAY), "");
        periods.put(List.of(TODAY.minusDays(1), TODAY), "");
        periods.put(List.of(TODAY.minusDays(2), TODAY.minusDays(1)), "last over");
        periods.put(List.of(TODAY.plusDays(1), TODAY), "last ends-before");
        periods.put(List.of(TODAY, TODAY.plusDays(364)), "");
        periods.put(List.of(TODAY, TODAY.plusDays(365)), "");
        periods.put(List.of(TODAY, TODAY.plusDays(366)), "last too-long");
        periods.forEach((days, fault) -> assertEquals(days.toString(), fault, faults(days.get(0), days.get(1), "")));
        assertEquals(4, added.size());
    }

    @Test
    public void takesTwentyProjectsOrAll() {
        String twenty = keys(Delegation.MAX_PROJECTS);
        assertEquals("", faults(TODAY, TODAY, " "));
        assertEquals("", faults(TODAY, TODAY, twenty + ", P1"));
        assertEquals("projects too-many-projects", faults(TODAY, TODAY, keys(Delegation.MAX_PROJECTS + 1)));
        assertEquals("projects no-such-project", faults(TODAY, TODAY, "P1 GONE"));
        for (String separators : List.of(",", " ; ", ",,")) {
            assertEquals("what names nothing is not all: " + separators, "projects no-project", faults(TODAY, TODAY, separators));
        }
        assertEquals(List.of(0, Delegation.MAX_PROJECTS), added.stream().map(one -> one.projects().size()).toList());
    }

    @Test
    public void refusesWhatIsThereAlready() {
        assertEquals("", faults(TODAY, TODAY.plusDays(3), "P1"));
        when(stored.by("ann", TODAY)).thenReturn(List.of(new Delegation(7, "ann", "ben", TODAY, TODAY.plusDays(3), Set.of(1L))));
        assertEquals("delegate twice", faults(TODAY, TODAY.plusDays(3), "P1"));
        assertEquals("other projects", "", faults(TODAY, TODAY.plusDays(3), "P1 P2"));
        assertEquals("other days", "", faults(TODAY, TODAY.plusDays(4), "P1"));
        assertEquals(3, added.size());
    }

    /** They would find nothing to approve, and nobody would know why. */
    @Test
    public void takesNobodyWhoMayNotSeeTheProject() {
        Project project = projects.getProjectByCurrentKey("P2");
        when(project.getName()).thenReturn("Two");
        ApplicationUser ben = users.getUserByName("ben");
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, ben)).thenReturn(false);
        assertEquals("delegate sees-nothing", faults(TODAY, TODAY, "P1 P2"));
        assertEquals("", faults(TODAY, TODAY, "P1"));
    }

    @Test
    public void takesAsManyAsThereMayBeOfAnApproverAndOfADelegate() {
        Delegation one = new Delegation(7, "ann", "ben", TODAY, TODAY, Set.of(9L));
        when(stored.by("ann", TODAY)).thenReturn(Collections.nCopies(Delegations.MAX_OF_APPROVER - 1, one));
        when(stored.to("ben", TODAY)).thenReturn(Collections.nCopies(Delegations.MAX_OF_DELEGATE - 1, one));
        assertEquals("", faults(TODAY, TODAY, ""));
        when(stored.to("ben", TODAY)).thenReturn(Collections.nCopies(Delegations.MAX_OF_DELEGATE, one));
        assertEquals("delegate too-many-to", faults(TODAY, TODAY, ""));
        when(stored.by("ann", TODAY)).thenReturn(Collections.nCopies(Delegations.MAX_OF_APPROVER, one));
        assertEquals("too-many", faults(TODAY, TODAY, ""));
        assertEquals(1, added.size());
    }

    /** What is wrong, by member; empty text where it was stored. */
    private String faults(LocalDate first, LocalDate last, String keys) {
        try {
            service.add(new DelegationForm("ben", first.toString(), last.toString(), keys));
            return "";
        } catch (ProblemException e) {
            return e.members().isEmpty() ? lastWord(e.messages().get(0).key())
                    : e.members().entrySet().stream().map(one -> one.getKey() + " " + lastWord(one.getValue().key()))
                            .collect(Collectors.joining(", "));
        }
    }

    private static String lastWord(String key) {
        return key.replaceFirst(".*\\.", "");
    }

    private static String keys(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> "P" + i).collect(Collectors.joining(","));
    }

    private ApplicationUser user(String name) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(name);
        when(user.getDisplayName()).thenReturn(name);
        when(user.isActive()).thenReturn(true);
        when(users.getUserByName(name)).thenReturn(user);
        return user;
    }
}
