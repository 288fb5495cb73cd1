package org.decisiongates.jira.trail;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.text.Message;
import org.decisiongates.trail.Trail;
import org.decisiongates.trail.TrailEntry;
import org.decisiongates.trail.TrailEntry.Stage;

public class TrailViewTest {

    private static final String ADDRESS = "/jira/rest/decision-gates/1.0/issue/SHOP-1/trail";
    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final String KEY = "decision-gates.trail.";

    private final UserManager users = mock(UserManager.class);
    private final JiraTexts texts = Texts.english();
    private final TrailFormatter formatter = new TrailFormatter(texts, Moments.in(ZoneOffset.UTC), Moments.days(),
            new TrailPersonNames(users, texts), new MentionFormatter(users));
    private final List<TrailEntry> entries = new ArrayList<>();

    @Before
    public void people() {
        user("lea", "Lea Dahl", true);
        user("gus", "Gus Gone", false);
    }

    @Test
    public void tellsWhoDidWhatInTheOrderOfTime() {
        add(Stage.REQUEST, "lea", Message.of(KEY + "created"), "");
        add(Stage.OPTIONS, "gone-key", Message.of(KEY + "record.option.chosen"), "One page\nFewer clicks for [~lea]");
        add(Stage.FEEDBACK, "lea", Message.of(KEY + "created"), "Ask [~lea]");
        add(Stage.SCOPE, "gus", Message.of(KEY + "due.set", LocalDate.parse("2026-12-01")), "");
        add(Stage.APPROVALS, Person.ERASED, Message.of(KEY + "approval.approved", "Legal"), "As discussed");
        entries.add(new TrailEntry(NOON, Stage.APPROVALS, "lea", Optional.of("gus"), Message.of(KEY + "approval.abstained", "Legal"), ""));
        add(Stage.OUTCOME, "", Message.of(KEY + "phase", "Decided"), "");
        Document page = Jsoup.parse(page(new Trail(entries, 0)).matches("typical"));
        assertEquals(List.of("Lea Dahl", "gone-key", "Lea Dahl", "Gus Gone (inactive)", "A person who was erased",
                "Lea Dahl on behalf of Gus Gone (inactive)", "Unknown"), page.select(".decision-gates-trail-who").eachText());
        assertTrue("nobody is mentioned in an option", page.text().contains("Fewer clicks for [~lea]"));
        assertTrue(page.text(), page.text().contains("Ask @Lea Dahl"));
        assertTrue(page.text(), page.text().contains("set the due date to 1/Dec/26"));
        assertEquals(List.of(ADDRESS + "/markdown", ADDRESS), page.select("a").eachAttr("href"));
    }

    @Test
    public void saysThatThereIsNothingYet() {
        page(new Trail(List.of(), 0)).matches("empty");
    }

    @Test
    public void saysWhatItLeavesOut() {
        for (int i = 0; i <= TrailFormatter.MAX_SHOWN; i++) {
            add(Stage.REQUEST, "lea", Message.of(KEY + "owner.set", String.valueOf(i)), "");
        }
        Document page = Jsoup.parse(page(new Trail(entries, 0)).render());
        assertEquals(TrailFormatter.MAX_SHOWN, page.select("li").size());
        assertFalse("the oldest is left out", page.text().contains("made 0 the owner"));
        assertTrue(page.text(), page.text().contains("One earlier entry is only in the files."));
        assertEquals("a file has all of it", TrailFormatter.MAX_SHOWN + 1,
                formatter.reply("SHOP-1", new Trail(entries, 0)).entries().size());
    }

    @Test
    public void showsHostileTextAsText() {
        user("evil", GoldenHtml.HOSTILE, true);
        add(Stage.FEEDBACK, "evil", Message.of(KEY + "owner.set", GoldenHtml.HOSTILE), GoldenHtml.HOSTILE);
        page(new Trail(entries, 0)).matches("hostile");
        String markdown = formatter.markdown(new Trail(entries, 0));
        assertFalse(markdown, markdown.replace("\\<", "").contains("<"));
    }

    @Test
    public void isOneEntryThatAllTabsDoNotHave() {
        TrailIssueAction action = new TrailIssueAction("<p></p>");
        assertEquals("<p></p>", action.getHtml());
        assertFalse(action.isDisplayActionAllTab());
        assertEquals(0, action.getTimePerformed().getTime());
    }

    private void add(Stage stage, String actor, Message what, String text) {
        entries.add(new TrailEntry(NOON.plusSeconds(60L * entries.size()), stage, actor, Optional.empty(), what, text));
    }

    private GoldenHtml page(Trail trail) {
        return GoldenHtml.of("jira/trail/trail.vm").with("view", formatter.view(ADDRESS, trail));
    }

    private void user(String key, String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getDisplayName()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByKey(key)).thenReturn(user);
        when(users.getUserByName(key)).thenReturn(user);
    }
}
