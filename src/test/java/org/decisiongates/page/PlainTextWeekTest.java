package org.decisiongates.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.WeeklySummary;

public class PlainTextWeekTest {

    @Test
    public void tellsWhatThePageTells() {
        WeeklySummary summary = Summaries.typical();
        List<String> lines = text(summary).lines().toList();

        assertTrue(lines.get(0), lines.get(0).startsWith(summary.scope().name() + " - "));
        for (OpenItem blocker : summary.blockers().rows()) {
            assertEquals(blocker.key(), 1,
                    lines.stream().filter(line -> line.startsWith("* " + blocker.key()) && line.contains("; ")).limit(1).count());
        }
        assertTrue(lines.toString(), lines.stream().filter(line -> line.matches("== .+ ==")).count() > 3);
        assertEquals("Stop these: https://jira.example/digest", lines.get(lines.size() - 1));
    }

    @Test
    public void keepsEveryTextOnItsLine() {
        String text = text(Summaries.hostile());
        assertFalse(text, text.contains("\u200B"));
        assertEquals("no text brings a line of its own", text(Summaries.hostile()).lines().count(), text.split("\n", -1).length - 1);
    }

    private static String text(WeeklySummary summary) {
        RenderOptions options = new RenderOptions(false, Surface.DOCUMENT, Set.copyOf(SummarySection.all()), 10,
                "https://jira.example/browse/", List.of(new LinkView("Stop these", "https://jira.example/digest", "digest")), List.of(),
                false);
        return PlainTextWeek.of(WeekPage.in(Locale.ENGLISH, new BundleTexts()::getText).of(summary, options));
    }
}
