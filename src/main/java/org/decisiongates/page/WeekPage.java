package org.decisiongates.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.page.view.LinkMenuView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.summary.compose.HeadlineRule;

/**
 * Words a weekly summary for one reader. Both products show it with the {@link #TEMPLATES} of this app, which take the result as
 * {@code $view}.
 */
public final class WeekPage {

    /** Templates below the resources, to be rendered one after the other: no host need let one template take in another. */
    public static final List<String> TEMPLATES = List.of("summary/weekly-summary.vm", "summary/weekly-sections.vm");

    /** What only the journal can tell. */
    private static final Set<SummarySection> COMPUTED = Set.of(SummarySection.QUESTIONS, SummarySection.MOVEMENT, SummarySection.CLOSURES,
            SummarySection.REOPENED, SummarySection.GATES, SummarySection.FIGURES);

    /** What is open, and what follows from it. */
    private static final Set<SummarySection> LISTED = Set.of(SummarySection.BLOCKERS, SummarySection.DECISIONS, SummarySection.OWNERS,
            SummarySection.ACTIONS);

    /** What is told of the items of the owner that was asked for, and not of everybody's. */
    private static final Set<SummarySection> OF_ITEMS = Set.of(SummarySection.BLOCKERS, SummarySection.DECISIONS, SummarySection.OWNERS,
            SummarySection.ACTIONS, SummarySection.MOVEMENT, SummarySection.RISKS, SummarySection.DEBT, SummarySection.WAIVERS,
            SummarySection.FEEDBACK, SummarySection.APPROVALS);

    private static final Set<SummarySection> OF_DEBT = Set.of(SummarySection.DEBT, SummarySection.WAIVERS);

    private final Texts texts;
    private final Function<LocalDate, String> days;

    private WeekPage(Texts texts, Function<LocalDate, String> days) {
        this.texts = texts;
        this.days = days;
    }

    /** The page with days as {@code locale} writes them, with their year. */
    public static WeekPage in(Locale locale, Texts texts) {
        return in(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)::format, texts);
    }

    /** The page with days as the host writes them. */
    public static WeekPage in(Function<LocalDate, String> days, Texts texts) {
        return new WeekPage(texts, days);
    }

    /** The summary as it is shown, as far as {@code arrangement} wants it. */
    public WeekView of(WeeklySummary summary, RenderOptions arrangement) {
        WeekFormatter wording = new WeekFormatter(texts, days,
                arrangement.noting(notes(summary, new WeekFormatter(texts, days, arrangement))));
        boolean enabled = summary.header().enabled();
        return new WeekView(arrangement.executive() ? "executive" : "full",
                wording.cut(arrangement.title().isBlank() ? summary.scope().name() : arrangement.title()),
                wording.on(Surface.COMPARISON) ? "" : week(summary.header(), wording), marks(summary.header(), wording),
                wording.on(Surface.COMPARISON) ? "" : moment(summary.header(), wording),
                arrangement.links(), menus(summary, wording), wording.arrangement().notes(),
                isNothingOfTheirs(summary) ? "" : headline(summary, wording),
                enabled && arrangement.shows(SummarySection.QUESTIONS) ? new TilesSection(wording, summary).tiles() : List.of(),
                enabled ? sections(summary, wording) : List.of());
    }

    /** Which week it is, and whose, where it is one owner's. */
    private static String week(SummaryHeader header, WeekFormatter wording) {
        String week = wording.week(header.week());
        return header.owner().map(name -> wording.text("decision-gates.page.week-of-owner", week, name.equals(OwnerFilter.NOBODY)
                ? wording.text("decision-gates.page.changes.nobody")
                : wording.apart(name))).orElse(week);
    }

    private static List<MarkView> marks(SummaryHeader header, WeekFormatter wording) {
        List<MarkView> marks = new ArrayList<>();
        if (header.frozenAt().isPresent()) {
            marks.add(wording.mark("success", "decision-gates.page.frozen"));
        } else if (!wording.on(Surface.COMPARISON)) {
            // whether Jira answered may differ from one rendering to the next
            marks.add(wording.arrangement().copy() ? wording.mark("moved", "decision-gates.page.copy")
                    : wording.mark("current", "decision-gates.page.live"));
        }
        if (header.rebuilt()) {
            marks.add(wording.mark("subtle", "decision-gates.page.rebuilt"));
        }
        return marks;
    }

    /** Since when the week stands, or when it was read: goes on with the mark that says which. */
    private static String moment(SummaryHeader header, WeekFormatter wording) {
        return header.frozenAt()
                .map(at -> wording.text("decision-gates.page.frozen-at", wording.moment(at, header.zone())))
                .orElseGet(() -> wording.text("decision-gates.page.as-of", wording.moment(header.asOf(), header.zone())));
    }

    private static List<MarkView> notes(WeeklySummary summary, WeekFormatter wording) {
        List<MarkView> notes = new ArrayList<>();
        if (!summary.header().enabled()) {
            notes.add(new MarkView(wording.text("decision-gates.page.not-enabled", wording.apart(summary.scope().name())), "warning"));
            return notes;
        }
        summary.header().owner().map(name -> ofOwner(name, summary, wording)).ifPresent(notes::add);
        if (summary.header().gaps().contains(SummaryHeader.Gap.OWNER_AT_LEAST)) {
            notes.add(new MarkView(wording.text("decision-gates.page.of-owner.at-least"), "warning"));
        }
        if (summary.header().partial()) {
            notes.add(new MarkView(wording.text("decision-gates.page.partial"), "info"));
        }
        switch (summary.header().numbers()) {
            case BEHIND -> notes.add(new MarkView(wording.text("decision-gates.page.numbers.behind"), "info"));
            case PENDING -> notes.add(new MarkView(wording.text("decision-gates.page.numbers.pending"), "warning"));
            case TOO_MANY -> notes.add(new MarkView(wording.text("decision-gates.page.numbers.too-many"), "warning"));
            case CURRENT -> {}
        }
        if (isUnlisted(summary) && isComputed(summary)) {
            notes.add(new MarkView(wording.text("decision-gates.page.unlisted"), "info"));
        }
        return notes;
    }

    private static MarkView ofOwner(String name, WeeklySummary summary, WeekFormatter wording) {
        if (name.equals(OwnerFilter.NOBODY)) {
            return new MarkView(wording.text(isNothingOfTheirs(summary) ? "decision-gates.page.of-nobody.none"
                    : "decision-gates.page.of-nobody"), "info");
        }
        if (!isNothingOfTheirs(summary)) {
            return new MarkView(wording.text("decision-gates.page.of-owner", wording.apart(name)), "info");
        }
        List<String> fitting = summary.header().owners().stream().filter(new OwnerFilter(name)::fits).map(wording::apart).toList();
        if (fitting.size() > 1) {
            return new MarkView(wording.text("decision-gates.page.of-owner.several", wording.apart(name), String.join(", ", fitting)),
                    "warning");
        }
        List<String> others = summary.header().owners().stream().filter(owner -> !owner.equals(OwnerFilter.NOBODY)).map(wording::apart)
                .toList();
        return new MarkView(others.isEmpty() ? wording.text("decision-gates.page.of-owner.none", wording.apart(name))
                : wording.text("decision-gates.page.of-owner.others", wording.apart(name), String.join(", ", others)), "warning");
    }

    /** Whether the week is one owner's who is known to own nothing in it: that says nothing of what is open, which others own. */
    static boolean isNothingOfTheirs(WeeklySummary summary) {
        return summary.header().owner().isPresent() && summary.blockers().total() + summary.decisions().total() == 0
                && !isUnlisted(summary) && !summary.header().gaps().contains(SummaryHeader.Gap.OWNER_AT_LEAST);
    }

    /** Ways to what each owner has open; on one screen there is no room for them. */
    private static List<LinkMenuView> menus(WeeklySummary summary, WeekFormatter wording) {
        if (!wording.on(Surface.PAGE) || wording.arrangement().executive()) {
            return List.of();
        }
        List<String> names = summary.header().owner().isPresent() ? summary.header().owners()
                : SummaryHeader.owners(Stream.concat(
                        Stream.of(summary.blockers(), summary.decisions()).flatMap(items -> items.rows().stream()).map(OpenItem::owner),
                        summary.owners().rows().stream().map(OwnerLoad::owner)));
        List<LinkView> owners = names.stream().map(name -> new LinkView(
                name.equals(OwnerFilter.NOBODY) ? wording.text("decision-gates.page.no-owner") : wording.cut(name),
                wording.arrangement().owned().apply(name), "owner")).filter(link -> !link.href().isEmpty()).toList();
        return owners.isEmpty() ? List.of() : List.of(new LinkMenuView(wording.text("decision-gates.page.owner-menu"), owners));
    }

    private static String headline(WeeklySummary summary, WeekFormatter wording) {
        return Stream.concat(Stream.of(rule(summary, wording)), new WeekDifferenceWording(wording, summary).sentence().stream())
                .collect(Collectors.joining(" "));
    }

    private static String rule(WeeklySummary summary, WeekFormatter wording) {
        return HeadlineRule.message(summary.headline()).map(wording::text)
                .orElseGet(() -> wording.text("decision-gates.page.headline", summary.blockers().total(), summary.decisions().total(),
                        summary.closures().total()));
    }

    private static List<SectionView> sections(WeeklySummary summary, WeekFormatter wording) {
        List<SectionView> sections = new ArrayList<>();
        ComparisonSection changes = new ComparisonSection(wording, summary);
        (wording.arrangement().executive() ? changes.inShort() : changes.section()).ifPresent(sections::add);
        for (SummarySection part : SummarySection.values()) {
            if (part != SummarySection.QUESTIONS && wording.arrangement().shows(part)
                    && !(OF_ITEMS.contains(part) && isNothingOfTheirs(summary))
                    && (!OF_DEBT.contains(part) || DebtSection.isTold(summary))) {
                sections.addAll(isKnown(part, summary) ? section(part, summary, wording) : List.of(unknown(part, summary, wording)));
            }
        }
        if (wording.arrangement().executive()) {
            // below the one screen
            changes.items().ifPresent(sections::add);
        }
        if (wording.arrangement().shows(wording.arrangement().executive() ? SummarySection.QUESTIONS : SummarySection.FIGURES)) {
            new TrendSection(wording, summary).table().ifPresent(sections::add);
        }
        return sections;
    }

    private static List<SectionView> section(SummarySection part, WeeklySummary summary, WeekFormatter wording) {
        return switch (part) {
            case ACTIONS -> new ActionsSection(wording, summary).sections();
            case BLOCKERS -> List.of(new OpenItemsSection(wording, summary).blockers());
            case CLOSURES -> new ClosuresSection(wording).closures(summary.closures());
            case DECISIONS -> List.of(new OpenItemsSection(wording, summary).decisions());
            case OWNERS -> List.of(new OpenItemsSection(wording, summary).owners());
            case MOVEMENT -> List.of(new MovementsSection(wording).section(summary.movement()));
            case REOPENED -> List.of(new ClosuresSection(wording).reopened(summary.reopened()));
            case RISKS -> new RisksSection(wording, summary).sections();
            case DEBT -> List.of(new DebtSection(wording, summary).debt());
            case WAIVERS -> List.of(new DebtSection(wording, summary).waivers());
            case FEEDBACK -> new FeedbackSection(wording, summary).sections();
            case APPROVALS -> new ApprovalsSection(wording, summary).sections();
            case GATES -> List.of(new ClosuresSection(wording).gates(summary.gates()));
            case FIGURES -> List.of(new FiguresSection(wording).section(summary.figures()));
            case QUESTIONS -> throw new IllegalArgumentException("questions are tiles");
        };
    }

    /** Nothing found and not looked for are two things. */
    private static SectionView unknown(SummarySection part, WeeklySummary summary, WeekFormatter wording) {
        boolean counted = isComputed(summary) && (part == SummarySection.BLOCKERS || part == SummarySection.DECISIONS
                || part == SummarySection.ACTIONS && !summary.owners().rows().isEmpty());
        long total = part == SummarySection.ACTIONS ? summary.asks().total() : open(part, summary).total();
        return new SectionView(part.key(), wording.title(part), List.of(), List.of(), List.of(
                counted ? wording.text("decision-gates.page.unlisted." + part.key(), total) : wording.text("decision-gates.page.unknown")));
    }

    private static boolean isKnown(SummarySection part, WeeklySummary summary) {
        return isUnlisted(summary) && LISTED.contains(part) ? isToldInNumbers(part, summary)
                : isComputed(summary) || !COMPUTED.contains(part);
    }

    /** That there was nothing, or whose it was: what does not take a list to tell. */
    private static boolean isToldInNumbers(SummarySection part, WeeklySummary summary) {
        return isComputed(summary) && part != SummarySection.ACTIONS
                && (!summary.owners().rows().isEmpty() && part == SummarySection.OWNERS || open(part, summary).total() == 0);
    }

    /** Of a week that was calculated from history it is known how much was open, not what; and not even that while it is not computed. */
    static boolean isUnlisted(WeeklySummary summary) {
        return summary.header().rebuilt() && summary.blockers().rows().isEmpty() && summary.decisions().rows().isEmpty()
                && (summary.blockers().total() + summary.decisions().total() > 0 || !isComputed(summary));
    }

    private static Listing<OpenItem> open(SummarySection part, WeeklySummary summary) {
        return part == SummarySection.BLOCKERS ? summary.blockers() : summary.decisions();
    }

    static boolean isComputed(WeeklySummary summary) {
        return summary.header().numbers() == SummaryHeader.Numbers.CURRENT || summary.header().numbers() == SummaryHeader.Numbers.BEHIND;
    }
}
