package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.time.ProjectTime;

public class ErasurePageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<ErasurePart, Long> PARTS = new EnumMap<>(Map.of(ErasurePart.GATES, 12L, ErasurePart.WEEKS, 1L));

    private final Erasures erasures = mock(Erasures.class);
    private final UserManager users = mock(UserManager.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final ErasurePage page = new ErasurePage(erasures, users, authentication, time, Clock.fixed(NOON, ZoneOffset.UTC),
            Texts.english());

    @Before
    public void setUp() {
        when(time.zone()).thenReturn(ZoneOffset.UTC);
        ApplicationUser admin = user("admin", "Ada Admin");
        when(authentication.getLoggedInUser()).thenReturn(admin);
        when(users.getUserByKey("admin")).thenReturn(admin);
        ApplicationUser gina = user("JIRAUSER10100", "Gina Gone");
        when(users.getUserByName("gina")).thenReturn(gina);
        when(users.getUserByKey("JIRAUSER10100")).thenReturn(gina);
        when(erasures.erase(any(), any(), any())).thenReturn(new Erasures.Result(Optional.empty(), 0));
    }

    @Test
    public void asksForAPersonFirst() {
        golden(page.empty("atl_token", "t", List.of())).matches("empty");
    }

    @Test
    public void showsWhatNamesThePersonAndWhatWasErasedBefore() {
        when(erasures.count(any())).thenReturn(PARTS);
        when(erasures.latest(anyInt())).thenReturn(List.of(Erasure.of("0123456789abcdef", "admin", NOON, PARTS),
                Erasure.of("fedcba9876543210", "former", NOON, Map.of(ErasurePart.CHANGES, 1_000L))));

        ErasureView view = page.submitted("atl_token", "t", Map.of("person", " gina ", "find", "Find")::get);

        assertEquals("JIRAUSER10100", view.person());
        assertEquals("Gina Gone\ngina gone@example.com", view.names());
        golden(view).matches("typical");
        verify(erasures, never()).erase(any(), any(), any());
    }

    @Test
    public void showsTextsAsTexts() {
        when(erasures.count(any())).thenReturn(PARTS);
        when(erasures.latest(anyInt())).thenReturn(List.of(Erasure.of(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, NOON, PARTS)));

        golden(page.submitted(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE,
                Map.of("person", GoldenHtml.HOSTILE, "names", GoldenHtml.HOSTILE, "erase", "x")::get)).matches("hostile");
    }

    @Test
    public void erasesOnlyWhatWasConfirmed() {
        when(erasures.count(any())).thenReturn(PARTS);
        Map<String, String> form = Map.of("person", "JIRAUSER10100", "names", "Gina Gone", "erase", "Erase");
        assertEquals(1, page.submitted("n", "t", form::get).errors().size());
        verify(erasures, never()).erase(any(), any(), any());

        Map<String, String> confirmed = new java.util.HashMap<>(form);
        confirmed.put("confirmed", "on");
        when(erasures.erase(any(), any(), any())).thenReturn(
                new Erasures.Result(Optional.of(Erasure.of("k", "admin", NOON, Map.of(ErasurePart.CHANGES, 1_000L))), 13),
                new Erasures.Result(Optional.of(Erasure.of("l", "admin", NOON, PARTS)), 0));
        when(erasures.count(any())).thenReturn(Map.of());
        ErasureView view = page.submitted("n", "t", confirmed::get);
        assertEquals(List.of(), view.errors());
        assertTrue(view.done().toString(), view.done().get(0).contains("1,013"));
        assertTrue(!view.offersMore());
        verify(erasures, times(2)).erase(any(), any(), any());
    }

    @Test
    public void goesOnAtTheNextPressWhereMuchIsLeft() {
        when(erasures.erase(any(), any(), any())).thenReturn(
                new Erasures.Result(Optional.of(Erasure.of("k", "admin", NOON, Map.of(ErasurePart.CHANGES, 1_000L))), 77));
        ErasureView view = page.submitted("n", "t",
                Map.of("person", "JIRAUSER10100", "names", "", "erase", "Erase", "confirmed", "on")::get);

        assertTrue(view.done().toString(), view.done().get(0).contains("77"));
        verify(erasures, times(10)).erase(any(), any(), any());
    }

    @Test
    public void looksForAKeyThatJiraForgot() {
        when(erasures.count(any())).thenAnswer(call -> ((ErasedPerson) call.getArgument(0)).key().equals("jsmith") ? PARTS : Map.of());
        ErasureView view = page.submitted("n", "t", Map.of("person", "jsmith", "find", "Find")::get);

        assertEquals("jsmith", view.person());
        assertTrue(view.offersMore());
        assertTrue(view.notes().toString(), view.notes().get(0).contains("jsmith"));
        assertEquals(1, page.submitted("n", "t", Map.of("person", "jsmith", "names", "x", "find", "Find")::get).errors().size());
        assertEquals(1, page.submitted("n", "t", Map.of("find", "Find")::get).errors().size());
    }

    private static GoldenHtml golden(ErasureView view) {
        return GoldenHtml.of("jira/audit/erasure.vm").with("view", view);
    }

    private static ApplicationUser user(String key, String name) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getName()).thenReturn("g");
        when(user.getDisplayName()).thenReturn(name);
        when(user.getEmailAddress()).thenReturn("gina gone@example.com");
        when(user.isActive()).thenReturn(true);
        return user;
    }
}
