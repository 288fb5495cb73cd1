package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import com.atlassian.sal.api.message.LocaleResolver;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.confluence.link.JiraServer;
import org.decisiongates.confluence.link.SampleSummaries;
import org.decisiongates.confluence.link.SummaryAnswer;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.summary.WeeklySummary;
import org.junit.Test;

/** Every answer in every kind of output, compared with the HTML kept for it. */
public class SummaryPageTest {

    private static final URI JIRA = URI.create("https://jira.example.org/jira/");

    private static final Map<String, SummaryOutput> OUTPUTS = Map.of("display", SummaryOutput.PAGE, "pdf", SummaryOutput.DOCUMENT,
            "diff", SummaryOutput.COMPARISON);

    private final SummaryPage page = in(Locale.ENGLISH);

    @Test
    public void showsASummary() {
        Map<String, WeeklySummary> summaries = new TreeMap<>(Map.of("typical", SampleSummaries.typical(), "empty", SampleSummaries.empty(),
                "hostile", SampleSummaries.hostile(), "right-to-left", SampleSummaries.rightToLeft(), "long-words", SampleSummaries.longWords(),
                "unlisted", SampleSummaries.blockers(0, 3)));
        summaries.forEach((scenario, summary) -> OUTPUTS.forEach((name, output) -> GoldenHtml.of("confluence/summary/weekly-summary.vm")
                .with("view", page.summary(JiraServer.found(summary, JIRA), output)).matches(name + "-" + scenario)));
    }

    @Test
    public void showsEveryReasonWithItsNextStep() {
        for (Reason reason : Reason.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Optional<URI> address = Optional.of(URI.create("https://jira.example.org/authorise?a=1&b=2")).filter(any -> reason == Reason.AUTHORISE);
            for (String output : List.of("display", "pdf")) {
                golden(new Missing(reason, subject(reason), address), output).matches(name + "-" + output + "-typical");
                golden(new Missing(reason, "", Optional.empty()), output).matches(name + "-" + output + "-empty");
            }
        }
    }

    @Test
    public void showsNoReasonsSubjectAsMarkup() {
        for (Reason reason : Reason.values()) {
            String shown = golden(new Missing(reason, GoldenHtml.HOSTILE, Optional.of(URI.create("javascript:alert('x-injected')"))), "display").render();
            if (shown.contains("x-injected")) {
                String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
                golden(new Missing(reason, GoldenHtml.HOSTILE, Optional.of(URI.create("javascript:alert('x-injected')"))), "display")
                        .matches(name + "-display-hostile");
            }
        }
    }

    @Test
    public void givesEveryReasonWordsOfItsOwn() {
        for (String part : List.of(".title", ".text", ".step")) {
            for (Reason one : Reason.values()) {
                for (Reason other : Reason.values()) {
                    if (one != other && !part.equals(".step")) {
                        assertNotEquals(new BundleTexts().getText(one.key() + part, "x"), new BundleTexts().getText(other.key() + part, "x"));
                    }
                }
            }
        }
    }

    @Test
    public void writesDatesAsTheReaderDoes() {
        WeeklySummaryView view = in(Locale.GERMANY).summary(JiraServer.found(SampleSummaries.typical(), JIRA), SummaryOutput.PAGE);

        assertEquals("18.11.2026", view.getSections().get(0).getRows().get(0).getCells().get(3).getText());
    }

    @Test
    public void linksBelowTheContextOfJira() {
        WeeklySummaryView view = page.summary(JiraServer.found(SampleSummaries.typical(), JIRA), SummaryOutput.DOCUMENT);

        assertEquals("https://jira.example.org/jira/browse/SHOP-7", view.getSections().get(0).getRows().get(0).getIssue().getLink());
    }

    private GoldenHtml golden(Missing missing, String output) {
        return GoldenHtml.of("confluence/summary/summary-notice.vm").with("view", page.notice(missing, OUTPUTS.get(output)));
    }

    private static String subject(Reason reason) {
        return switch (reason) {
            case NO_PERMISSION, FAILED -> "SHOP";
            case BAD_PROJECT -> "SHOP board";
            default -> "Company Jira";
        };
    }

    private static SummaryPage in(Locale locale) {
        return new SummaryPage(new BundleTexts(), LoopbackLink.answering(LocaleResolver.class, (method, arguments) -> locale));
    }
}
