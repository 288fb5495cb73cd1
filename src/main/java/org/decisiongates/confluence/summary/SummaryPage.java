package org.decisiongates.confluence.summary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.confluence.macro.MacroNoticeFormatter;
import org.decisiongates.confluence.macro.MacroNoticeView;
import org.decisiongates.page.ComparisonLinks;
import org.decisiongates.page.PersonProfileLinks;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.IsolatedText;
import org.decisiongates.time.Week;

/** Words an answer in the language of the reader. What came from Jira is text here, never an address. */
@ConfluenceComponent
final class SummaryPage {

    /** Before the name of a reason. */
    static final String MISSING = "decision-gates.weekly-summary.missing.";
    /** Why the macro has nothing to show. */
    static final Set<Reason> REASONS = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(Reason.NO_ISSUE, Reason.BAD_ISSUE, Reason.TOO_MANY_ISSUES)));

    /** Characters of what somebody typed into an address that are shown again. */
    private static final int MAX_TYPED = 60;
    /** What another week has, where a reader went to this one. */
    private static final Set<Reason> OF_THE_ADDRESS = Set.of(Reason.WEEK_NOT_KEPT, Reason.WEEK_NOT_FROZEN);
    /** Where Jira shows the user of a name. */
    private static final String PROFILE = "/secure/ViewProfile.jspa?name=";

    private final ConfluenceTexts texts;
    private final MacroNoticeFormatter notices;

    SummaryPage(ConfluenceTexts texts) {
        this.texts = texts;
        this.notices = new MacroNoticeFormatter(texts, MISSING);
    }

    WeekView summary(Found found, SummaryParameters wanted, Surface surface, PageLinks ways) {
        WeeklySummary summary = found.content(wanted.question());
        String jira = MacroNoticeFormatter.jira(found);
        List<LinkView> links = new ArrayList<>();
        if (surface == Surface.PAGE) {
            weeks(summary.header(), wanted.question(), ways, jira).forEach(links::add);
            ways.refresh().map(notices::refresh).ifPresent(links::add);
        }
        if (!jira.isEmpty() && surface != Surface.COMPARISON) {
            links.add(new LinkView(texts.text("decision-gates.weekly-summary.in-jira"), jira + wanted.question().path(), "jira"));
        }
        List<MarkView> notes = new ArrayList<>();
        if (surface != Surface.COMPARISON) {
            notices.stale(found).ifPresent(notes::add);
        }
        if (surface == Surface.PAGE) {
            ways.weeks().ifPresent(weeks -> weeks.misread()
                    .forEach(one -> notes.add(new MarkView(misread(one, weeks, summary.header()), "warning"))));
        }
        return WeekPage.in(texts.locale(), texts).of(summary,
                new RenderOptions(wanted.executive(), surface, wanted.parts(),
                        wanted.rows(), jira.isEmpty() ? "" : jira + "/browse/", links, notes, found.isStale()).titled(wanted.title())
                        .owning(name -> ways.weeks().map(weeks -> weeks.owned(name)).orElse(""))
                        // a picture there needs a login that this page cannot give
                        .introducing(user -> jira.isEmpty() ? PersonProfileLinks.NONE
                                : new PersonProfileLinks("", jira + PROFILE + URLEncoder.encode(user, StandardCharsets.UTF_8))));
    }

    /** What in the address cannot be meant, with what can. */
    private String misread(WeekNavigation.Misread one, WeekNavigation weeks, SummaryHeader shown) {
        String typed = IsolatedText.of(Abbreviation.of(one.typed(), MAX_TYPED));
        String example = Optional.of(Week.parse(shown.week())).filter(Week::hasPrevious).map(Week::previous).map(Week::text)
                .orElse(shown.week());
        return switch (one.kind()) {
            case NO_WEEK -> texts.text("decision-gates.page.address.no-week", typed, example, weeks.before(), 1);
            case WEEK_AHEAD -> texts.text("decision-gates.page.address.week-ahead", typed, 1);
            case NO_COMPARISON -> texts.text("decision-gates.page.address.no-comparison", typed, shown.week(), example,
                    weeks.beforeCompared());
            case NO_OWNER -> texts.text("decision-gates.page.address.no-owner", typed);
        };
    }

    /** The weeks before and after, on the page where that is possible, else the one before in Jira. */
    private List<LinkView> weeks(SummaryHeader shown, SummaryQuestion question, PageLinks ways, String jira) {
        List<LinkView> links = new ArrayList<>();
        if (ways.weeks().isPresent()) {
            WeekNavigation weeks = ways.weeks().get();
            question.weekBefore(shown).ifPresent(week -> links.add(link("week-before", weeks.address(week), "previous")));
            question.weekAfter(shown).ifPresent(week -> links.add(link("week-after", weeks.address(week), "next")));
            weeks.back().ifPresent(address -> links.add(link("week-of-page", address, "current")));
            question.weekOf(shown).ifPresent(week -> links
                    .addAll(new ComparisonLinks(texts, weeks::comparing, weeks.alone()).of(week, question.compared(shown))));
            weeks.everybody().ifPresent(
                    address -> links.add(new LinkView(texts.text("decision-gates.page.everybody"), address, "everybody")));
        } else if (!jira.isEmpty()) {
            question.weekBefore(shown).ifPresent(week -> links.add(link("week-before", jira + question.path(week), "previous")));
        }
        return links;
    }

    private LinkView link(String text, String address, String name) {
        return new LinkView(texts.text("decision-gates.weekly-summary." + text), address, name);
    }

    /** @param help address of the macro's help page */
    MacroNoticeView notice(Missing missing, Surface surface, PageLinks ways, String help) {
        Optional<WeekNavigation> elsewhere = ways.weeks().filter(WeekNavigation::isElsewhere);
        return notices.notice(missing,
                notices.links(missing, surface, ways.refresh(),
                        elsewhere.map(weeks -> link("week-of-page", weeks.page(), "current")).stream().toList(), help),
                elsewhere.filter(any -> OF_THE_ADDRESS.contains(missing.reason()))
                        .map(weeks -> texts.text("decision-gates.weekly-summary.elsewhere.step", weeks.before())));
    }

    /** Everything that is wrong with the parameters at once. */
    MacroNoticeView notice(SummaryParameters wanted, Surface surface, String help) {
        return notices.notice(wanted.faults(),
                wanted.problems().stream().map(problem -> texts.text(problem.key(), MacroNoticeFormatter.cut(problem.value()))).toList(),
                surface == Surface.PAGE ? List.of(notices.help(help)) : List.of());
    }
}
