package org.decisiongates.jira.impact;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.sal.api.message.LocaleResolver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;

public class ImpactViewTest {

    private static final String ADDRESS = "/jira/rest/decision-gates/1.0/issue/SHOP-1/impact-lines";

    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final ImpactFormatter formatter = new ImpactFormatter(new JiraTexts(Texts.resolver(), locales), time,
            Moments.days());

    @Before
    public void today() {
        when(locales.getLocale()).thenReturn(Locale.US);
        when(time.now()).thenReturn(Instant.parse("2026-11-22T09:00:00Z").atZone(ZoneOffset.UTC));
    }

    @Test
    public void showsWhatIsExpectedAndHowToChangeIt() {
        page(false, true, List.of(storedLine(7, 1, line("Checkout conversion", "%", Direction.UP, "2.1", "2.4", "0.8", "2026-12-31", "")),
                storedLine(8, 3, line("Time to first byte", "ms", Direction.DOWN, "350", "12500.5", "0.35", "2026-11-21", "")),
                storedLine(9, 2, line("Returns", "orders a day", Direction.DOWN, "40", "40", "0.05", "2026-11-01", "38"))))
                .matches("typical");
    }

    @Test
    public void showsThatThereAreNone() {
        page(false, true, List.of()).matches("empty");
    }

    @Test
    public void showsNoControlsToThoseWhoMayNotEdit() {
        String html = page(true, false,
                List.of(storedLine(7, 1, line("Checkout conversion", "%", Direction.UP, "2.1", "1.9", "1", "", ""))))
                .matches("read-only.typical");
        Document page = Jsoup.parse(html);
        assertEquals(0, page.select("button, form, input, select, a").size());
        assertEquals(0, Jsoup.parse(page(false, false, List.of()).render()).select("button, form, input, select, a").size());
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(true, true, List.of(
                storedLine(7, 1, line(text, text, Direction.UP, "-123456789.123456", "0.000001", "0.123456", "2026-11-22", "-0.5"))))
                .matches("hostile");
    }

    @Test
    public void offersNoMoreLinesThanThereMayBe() {
        List<RowAtRevision<ImpactLine>> twenty = Collections.nCopies(20,
                storedLine(7, 1, line("Returns", "%", Direction.UP, "1", "2", "1", "", "")));
        assertTrue(Jsoup.parse(page(false, true, twenty).render()).select("[data-action=add]").isEmpty());
    }

    @Test
    public void saysOfEveryFieldWhatItIsAndWhereItsMessageStands() {
        Document page = Jsoup.parse(page(false, true, List.of()).render());
        List<Element> fields = page.select("form input, form select");
        assertEquals(8, fields.size());
        for (Element field : fields) {
            assertEquals(field.id(), 1, page.select("label[for=" + field.id() + "]").size());
            for (String described : field.attr("aria-describedby").split(" ")) {
                assertEquals(described, 1, page.select("#" + described).size());
            }
            assertEquals(field.id(), 1, page.select(".error[data-field=" + field.attr("name") + "]").size());
        }
    }

    @Test
    public void saysInWordsHowSureOneIs() {
        List<String> likelihoods = List.of("1", "0.9", "0.89", "0.65", "0.5", "0.35", "0.34", "0.1", "0.0999", "0").stream()
                .map(confidence -> formatter.lines(List.of(storedLine(1, 1, line("x", "%", Direction.UP, "1", "2", confidence, "", ""))))
                        .get(0)
                        .likelihood())
                .toList();
        assertEquals(List.of("Almost certain (100%)", "Almost certain (90%)", "Likely (89%)", "Likely (65%)", "Could go either way (50%)",
                "Could go either way (35%)",
                "Unlikely (34%)", "Unlikely (10%)", "Very unlikely (9.99%)", "Very unlikely (0%)"), likelihoods);
    }

    @Test
    public void isOverdueTheDayAfterWhileNobodySaidWhatCameOfIt() {
        assertFalse(overdue("2026-11-22", ""));
        assertTrue(overdue("2026-11-21", ""));
        assertFalse(overdue("2026-11-21", "3"));
        assertFalse(overdue("", ""));
    }

    @Test
    public void writesNumbersAsTheReaderDoesAndDaysAsJiraDoes() {
        when(locales.getLocale()).thenReturn(Locale.GERMANY);
        ImpactLineView line = formatter
                .lines(List.of(storedLine(1, 1, line("x", "%", Direction.UP, "1234.5", "0.000001", "0.125", "2026-12-31", "")))).get(0);

        assertEquals("1.234,5 \u2192 0,000001", line.movement());
        assertEquals("31/Dec/26", line.checkDay());
        assertTrue("what editing starts from is as it can be typed: " + line.values(), line.values().contains("\"baseline\":\"1234.5\""));
    }

    private boolean overdue(String check, String actual) {
        return formatter.lines(List.of(storedLine(1, 1, line("x", "%", Direction.UP, "1", "2", "0.5", check, actual)))).get(0).overdue();
    }

    private GoldenHtml page(boolean blocker, boolean editable, List<RowAtRevision<ImpactLine>> lines) {
        return GoldenHtml.of("jira/impact/impact.vm").with("view", ImpactView.of(ADDRESS, blocker, editable, formatter.lines(lines)));
    }

    private static RowAtRevision<ImpactLine> storedLine(long id, int version, ImpactLine line) {
        return new RowAtRevision<>(new RowRevision(id, version), line);
    }

    private static ImpactLine line(String metric, String unit, Direction direction, String... rest) {
        return new ImpactLine(metric, unit, direction, new BigDecimal(rest[0]), new BigDecimal(rest[1]), new BigDecimal(rest[2]),
                Optional.of(rest[3]).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.of(rest[4]).filter(actual -> !actual.isEmpty()).map(BigDecimal::new));
    }
}
