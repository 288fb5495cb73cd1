package org.decisiongates.confluence.summary;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.decisiongates.confluence.link.SummaryAnswer;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WeeklySummary;

/** Words an answer for whoever reads the page. What came from Jira is text here, never an address. */
@ConfluenceComponent
final class SummaryPage {

    private static final int MOST_ROWS = 200;
    private static final Pattern ISSUE_KEY = Pattern.compile("[A-Z][A-Z0-9_]*-[0-9]+");

    private final I18nResolver texts;
    private final LocaleResolver locales;

    SummaryPage(I18nResolver texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    WeeklySummaryView summary(SummaryAnswer.Found found, SummaryOutput output) {
        WeeklySummary summary = found.summary();
        List<SummarySectionView> sections = List.of(
                section("blockers", summary.blockers(), found),
                section("decisions", summary.decisions(), found));
        String headline = text("decision-gates.weekly-summary.headline", cut(summary.scope().name()), cut(summary.scope().text()), summary.blockers().total(),
                summary.decisions().total());
        return new WeeklySummaryView(headline, output.isRepeatable() ? "" : asOf(summary), sections);
    }

    SummaryNoticeView notice(SummaryAnswer.Missing missing, SummaryOutput output) {
        String key = missing.reason().key();
        String subject = cut(missing.subject());
        return new SummaryNoticeView(text(key + ".title", subject), text(key + ".text", subject), text(key + ".step", subject),
                output.isPage() ? missing.address().filter(SummaryPage::isOfTheWeb).map(URI::toString).orElse("") : "");
    }

    private String asOf(WeeklySummary summary) {
        ZonedDateTime time = summary.frame().asOf().atZone(ZoneId.of(summary.frame().zone()));
        return text("decision-gates.weekly-summary.as-of", cut(summary.frame().week()), date(time.toLocalDate()),
                time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)), summary.frame().zone());
    }

    private SummarySectionView section(String name, Section<OpenItem> items, SummaryAnswer.Found found) {
        boolean withFallback = name.equals("blockers");
        List<SummaryRowView> rows = items.rows().stream().limit(MOST_ROWS).map(item -> row(item, withFallback, found.jira())).toList();
        List<String> headings = new ArrayList<>();
        for (String column : List.of("issue", "summary", "phase", "owner", "due", "age")) {
            headings.add(text("decision-gates.weekly-summary.column." + column));
        }
        if (withFallback) {
            headings.add(text("decision-gates.weekly-summary.column.fallback"));
        }
        return new SummarySectionView(text("decision-gates.weekly-summary." + name + ".caption", items.total()), sentence(name, rows.size(), items.total(), found), headings,
                rows);
    }

    private String sentence(String name, int shown, long total, SummaryAnswer.Found found) {
        if (total == 0 && shown == 0) {
            return text("decision-gates.weekly-summary." + name + ".none", cut(found.summary().scope().name()));
        }
        return total > shown ? text("decision-gates.weekly-summary.more", total - shown) : "";
    }

    private SummaryRowView row(OpenItem item, boolean withFallback, URI jira) {
        List<SummaryCellView> cells = new ArrayList<>();
        SummaryCellView summary = SummaryCellView.of(cut(item.summary()));
        cells.add(item.customerFacing() ? summary.marked(text("decision-gates.weekly-summary.customer-facing"), "current") : summary);
        cells.add(SummaryCellView.of(cut(item.phase())));
        cells.add(owner(item));
        cells.add(due(item));
        cells.add(SummaryCellView.of(text("decision-gates.weekly-summary.age", item.ageDays())));
        if (withFallback) {
            cells.add(item.fallback().isBlank() ? SummaryCellView.of("").marked(text("decision-gates.weekly-summary.no-fallback"), "moved")
                    : SummaryCellView.of(cut(item.fallback())));
        }
        return new SummaryRowView(issue(item.key(), jira), cells);
    }

    private static SummaryCellView issue(String key, URI jira) {
        boolean linkable = ISSUE_KEY.matcher(key).matches() && isOfTheWeb(jira);
        return linkable ? SummaryCellView.linked(key, jira.toString().replaceAll("/+$", "") + "/browse/" + key)
                : SummaryCellView.of(cut(key));
    }

    private SummaryCellView owner(OpenItem item) {
        Optional<String> owner = item.owner().filter(name -> !name.isBlank());
        if (owner.isEmpty()) {
            return SummaryCellView.of("").marked(text("decision-gates.weekly-summary.no-owner"), "moved");
        }
        SummaryCellView cell = SummaryCellView.of(cut(owner.get()));
        return item.ownerActive() ? cell : cell.marked(text("decision-gates.weekly-summary.owner-inactive"), "moved");
    }

    private SummaryCellView due(OpenItem item) {
        if (item.due().isEmpty()) {
            return SummaryCellView.of("").marked(text("decision-gates.weekly-summary.no-due-date"), "moved");
        }
        SummaryCellView cell = SummaryCellView.of(date(item.due().get()));
        return item.overdue() ? cell.marked(text("decision-gates.weekly-summary.overdue"), "removed") : cell;
    }

    private String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locales.getLocale()));
    }

    private String text(String key, Serializable... arguments) {
        return texts.getText(key, arguments);
    }

    private static boolean isOfTheWeb(URI address) {
        return address != null && address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
    }

    private static String cut(String text) {
        return text.length() <= SummaryJson.LONGEST_TEXT ? text : text.substring(0, SummaryJson.LONGEST_TEXT) + "…";
    }
}
