package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
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
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;

public class ErasurePageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<ErasurePart, Long> PARTS = new EnumMap<>(Map.of(ErasurePart.GATES, 12L, ErasurePart.WEEKS, 1L));

    private static final Erasures.Found FOUND = new Erasures.Found(PARTS, 0);

    private final Erasures erasures = mock(Erasures.class);
    private final UserManager users = mock(UserManager.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final ErasurePage page = new ErasurePage(erasures, users, authentication, Moments.in(ZoneOffset.UTC),
            Clock.fixed(NOON, ZoneOffset.UTC),
            Texts.english());

    @Before
    public void setUp() {
        ApplicationUser admin = user("admin", "Ada Admin");
        when(authentication.getLoggedInUser()).thenReturn(admin);
        when(users.getUserByKey("admin")).thenReturn(admin);
        ApplicationUser gina = user("JIRAUSER10100", "Gina Gone");
        when(users.getUserByName("gina")).thenReturn(gina);
        when(users.getUserByKey("JIRAUSER10100")).thenReturn(gina);
        when(erasures.erase(any(), any(), any(), anyInt())).thenReturn(result(Optional.empty(), 0));
        when(erasures.count(any())).thenReturn(Erasures.Found.NOTHING);
    }

    @Test
    public void namesWhateverNamesPeople() {
        for (ErasurePart part : ErasurePart.values()) {
            String key = "decision-gates.jira.audit.erasure.part." + part.name();
            assertNotEquals(key, Texts.english().text(key));
        }
    }

    @Test
    public void asksForAPersonFirst() {
        golden(page.empty("atl_token", "t", List.of())).matches("empty");
    }

    @Test
    public void showsWhatNamesThePersonAndWhatWasErasedBefore() {
        when(erasures.count(any())).thenReturn(FOUND);
        when(erasures.latest(anyInt())).thenReturn(List.of(Erasure.of("0123456789abcdef", "admin", NOON, PARTS),
                Erasure.of("fedcba9876543210", "former", NOON, Map.of(ErasurePart.CHANGES, 1_000L))));

        ErasureView view = page.submitted("atl_token", "t", Map.of("person", " gina ", "find", "Find")::get);

        assertEquals("JIRAUSER10100", view.person());
        assertEquals("Gina Gone\ngina gone@example.com", view.names());
        golden(view).matches("typical");
        verify(erasures, never()).erase(any(), any(), any(), anyInt());
    }

    @Test
    public void showsTextsAsTexts() {
        when(erasures.count(any())).thenReturn(FOUND);
        when(erasures.latest(anyInt())).thenReturn(List.of(Erasure.of(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, NOON, PARTS)));

        golden(page.submitted(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE,
                Map.of("person", GoldenHtml.HOSTILE, "key", GoldenHtml.HOSTILE.strip(), "names", GoldenHtml.HOSTILE, "previewed",
                        GoldenHtml.HOSTILE, "erase", "x")::get))
                .matches("hostile");
    }

    @Test
    public void erasesOnlyWhatWasConfirmed() {
        when(erasures.count(any())).thenReturn(FOUND);
        Map<String, String> form = Map.of("person", "JIRAUSER10100", "key", "JIRAUSER10100", "names", "Gina "
                + "Gone", "previewed", "Gina Gone",
                "erase", "Erase");
        assertEquals(1, page.submitted("n", "t", form::get).errors().size());
        verify(erasures, never()).erase(any(), any(), any(), anyInt());

        Map<String, String> confirmed = new java.util.HashMap<>(form);
        confirmed.put("confirmed", "on");
        when(erasures.erase(any(), any(), any(), anyInt())).thenReturn(
                result(Optional.of(Erasure.of("l", "admin", NOON, Map.of(ErasurePart.CHANGES, 1_013L))), 0));
        ErasureView view = page.submitted("n", "t", confirmed::get);
        assertEquals(List.of(), view.errors());
        assertTrue(view.done().toString(), view.done().get(0).contains("1,013"));
        assertTrue(!view.offersMore());
        verify(erasures).erase(any(), any(), any(), anyInt());
    }

    @Test
    public void goesOnAtTheNextPressWhereMuchIsLeft() {
        when(erasures.erase(any(), any(), any(), anyInt())).thenReturn(
                result(Optional.of(Erasure.of("k", "admin", NOON, Map.of(ErasurePart.CHANGES, 10_000L))), 77));
        ErasureView view = page.submitted("n", "t",
                Map.of("person", "JIRAUSER10100", "key", "JIRAUSER10100", "names", "", "previewed", "", "erase", "Erase", "confirmed",
                        "on")::get);

        assertTrue(view.done().toString(), view.done().get(0).contains("77"));
        assertTrue(view.offersMore());
        verify(erasures).erase(any(), any(), any(), anyInt());
        verify(erasures, never()).count(any());
    }

    @Test
    public void looksForAKeyThatJiraForgot() {
        when(erasures.count(any()))
                .thenAnswer(call -> ((ErasedPerson) call.getArgument(0)).key().equals("jsmith") ? FOUND : Erasures.Found.NOTHING);
        ErasureView view = page.submitted("n", "t", Map.of("person", "jsmith", "find", "Find")::get);

        assertEquals("jsmith", view.person());
        assertTrue(view.offersMore());
        assertTrue(view.notes().toString(), view.notes().get(0).contains("jsmith"));
        assertEquals(1, page.submitted("n", "t", Map.of("person", "jsmith", "key", "jsmith", "names", "x".repeat(256), "find", "Find")::get)
                .errors().size());
        assertEquals(1, page.submitted("n", "t", Map.of("find", "Find")::get).errors().size());
    }

    /** The user whose key is anna was renamed, and another is called anna now. */
    @Test
    public void erasesOnlyWhomThePageHasShown() {
        ApplicationUser renamed = user("anna", "Anna Renamed");
        ApplicationUser newcomer = user("JIRAUSER10200", "Anna Newcomer");
        when(renamed.getName()).thenReturn("anna.renamed");
        when(users.getUserByName("anna.renamed")).thenReturn(renamed);
        when(users.getUserByKey("anna")).thenReturn(renamed);
        when(users.getUserByName("anna")).thenReturn(newcomer);
        when(users.getUserByKey("JIRAUSER10200")).thenReturn(newcomer);
        when(erasures.count(any())).thenReturn(FOUND);

        assertEquals("anna", page.submitted("n", "t", Map.of("person", "anna.renamed", "find", "Find")::get).person());
        Map<String, String> shown = Map.of("person", "anna", "key", "anna", "names", "Anna Renamed", "previewed", "Anna Renamed",
                "confirmed", "on");
        assertEquals("anna", page.submitted("n", "t", with(shown, "find")::get).person());
        page.submitted("n", "t", with(shown, "erase")::get);
        verify(erasures).erase(argThat(person -> person.key().equals("anna") && person.names().equals(List.of("Anna Renamed"))), any(),
                any(), anyInt());

        Map<String, String> another = new java.util.HashMap<>(with(shown, "erase"));
        another.put("person", "JIRAUSER10100");
        ErasureView view = page.submitted("n", "t", another::get);
        assertEquals("JIRAUSER10100", view.person());
        assertTrue("the names are not those of the one before", view.names().startsWith("Gina Gone"));
        assertEquals(1, view.errors().size());
        verify(erasures, times(1)).erase(any(), any(), any(), anyInt());
        ErasureView ambiguous = page.submitted("n", "t", Map.of("person", "anna", "find", "Find")::get);
        assertEquals("JIRAUSER10200", ambiguous.person());
        assertTrue(ambiguous.notes().toString(), ambiguous.notes().toString().contains("anna.renamed"));
    }

    /** A name more would be erased from rows that nobody has seen counted, a name less would stay where the page has shown it. */
    @Test
    public void erasesOnlyTheNamesThatThePageHasLookedFor() {
        when(erasures.count(any())).thenReturn(FOUND);
        Map<String, String> form = Map.of("person", "JIRAUSER10100", "key", "JIRAUSER10100", "previewed", "Gina Gone\nG. Gone",
                "confirmed", "on", "erase", "Erase");
        for (String names : List.of("Gina Gone", "Gina Gone\nG. Gone\nGina", "Gina Gone\nG.Gone", "", "gina gone\nG. Gone")) {
            Map<String, String> changed = new java.util.HashMap<>(form);
            changed.put("names", names);
            ErasureView view = page.submitted("n", "t", changed::get);
            assertEquals(names, List.of("Nothing was erased: the names were changed after the search. Check what was found for "
                    + "them now, then press Erase."), view.errors());
            assertEquals("what is looked for, and shown, are those that were typed", names, view.names());
        }
        Map<String, String> never = new java.util.HashMap<>(form);
        never.put("names", "Gina Gone");
        never.remove("previewed");
        assertEquals(1, page.submitted("n", "t", never::get).errors().size());
        verify(erasures, never()).erase(any(), any(), any(), anyInt());

        Map<String, String> same = new java.util.HashMap<>(form);
        same.put("names", " Gina Gone\r\n\r\nG. Gone \r\n");
        assertEquals(List.of(), page.submitted("n", "t", same::get).errors());
        verify(erasures).erase(argThat(person -> person.names().equals(List.of("Gina Gone", "G. Gone"))), any(), any(), anyInt());
    }

    @Test
    public void saysWhatIsNotLookedForAndWhatStays() {
        when(erasures.count(any())).thenReturn(new Erasures.Found(Map.of(), 1));
        ErasureView view = page.submitted("n", "t",
                Map.of("person", "JIRAUSER10100", "key", "JIRAUSER10100", "names", "Li", "find", "Find")::get);

        assertEquals(List.of(), view.errors());
        assertTrue(view.notes().toString(), view.notes().get(0).contains("One version") && view.notes().get(1).contains("Li"));
    }

    private static Map<String, String> with(Map<String, String> form, String button) {
        Map<String, String> pressed = new java.util.HashMap<>(form);
        pressed.put(button, "x");
        return pressed;
    }

    private static Erasures.Result result(Optional<Erasure> erasure, long remaining) {
        return new Erasures.Result(erasure,
                new Erasures.Found(remaining == 0 ? Map.of() : Map.of(ErasurePart.CHANGES, remaining), 0));
    }

    private static GoldenHtml golden(ErasureView view) {
        return GoldenHtml.of("jira/audit/erasure.vm").with("view", view);
    }

    private static ApplicationUser user(String key, String name) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getName()).thenReturn(name);
        when(user.getDisplayName()).thenReturn(name);
        when(user.getEmailAddress()).thenReturn("gina gone@example.com");
        when(user.isActive()).thenReturn(true);
        return user;
    }
}
