package org.decisiongates.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.Unit;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.IsolatedText;
import org.decisiongates.text.Message;
import org.decisiongates.time.Week;

/** Formats values for one reader and one surface. What people typed is text here, never an address. */
record WeekFormatter(Texts texts, Function<LocalDate, String> days, RenderOptions arrangement) {

    private static final int MAX_TEXT_LENGTH = 300;
    /** How many rows they have says nothing. */
    private static final Set<SummarySection> COUNTLESS = Set.of(SummarySection.MOVEMENT, SummarySection.FIGURES);
    private static final Pattern CREATION = Pattern.compile("pid=\\d{1,18}&issuetype=\\w{1,60}");
    private static final Pattern ISSUE_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,254}-[0-9]{1,18}");
    private static final Pattern LONG_WORD = Pattern.compile("\\S{31,}");
    /** Part of such a word, after which a line may break without tearing an accent off its letter. */
    private static final Pattern SYLLABLE = Pattern.compile("\\S{4}(?=[^\\s\\p{M}])");
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String BROWSE = "browse/";
    /** What hosts call the way to the whole week. */
    private static final String WHOLE = "jira";
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/\\s]+(/\\S*)?|/[^/\\s]\\S*");

    String text(Message message) {
        return texts.text(message);
    }

    String text(String key, Serializable... arguments) {
        return texts.text(key, arguments);
    }

    boolean on(Surface surface) {
        return arrangement.surface() == surface;
    }

    String date(LocalDate date) {
        return days.apply(date);
    }

    /** The week with its first and its last day; what is no week is said as it came. */
    String week(String iso) {
        try {
            Week week = Week.parse(iso);
            return text("decision-gates.page.week-days", String.valueOf(week.number()), date(week.monday()),
                    date(week.monday().plusDays(6)));
        } catch (IllegalArgumentException e) {
            return text("decision-gates.page.week", cut(iso));
        }
    }

    /** The number of a week; what is no week as it came. */
    String weekNumber(String iso) {
        try {
            return String.valueOf(Week.parse(iso).number());
        } catch (IllegalArgumentException e) {
            return apart(iso);
        }
    }

    /** A difference in that unit, which people typed; none for a number alone. */
    String signed(BigDecimal number, String unit) {
        String shown = number.signum() == 0 ? text("decision-gates.page.zero") : text("decision-gates.page.signed", number);
        return unit.isBlank() ? shown : text("decision-gates.page.movement.amount", shown, apart(unit));
    }

    /** What a phase is called; its name where this version of the app knows no such phase. */
    String phase(boolean ofBlocker, String name) {
        return (ofBlocker ? Arrays.stream(BlockerPhase.values()).filter(phase -> phase.name().equals(name)).map(BlockerPhase::label)
                : Arrays.stream(DecisionPhase.values()).filter(phase -> phase.name().equals(name)).map(DecisionPhase::label))
                .findFirst().orElseGet(() -> cut(name));
    }

    String amount(Unit unit, BigDecimal number) {
        return text(unit.textKey(), number);
    }

    /** Day, hour and minute in that zone, and the zone. */
    String moment(Instant moment, String zone) {
        ZonedDateTime time = moment.atZone(ZoneId.of(zone));
        return text("decision-gates.page.moment", date(time.toLocalDate()), time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)),
                zone);
    }

    /** A lozenge; where nothing is coloured, its words stand in brackets. */
    MarkView mark(String style, String key, Serializable... arguments) {
        return lozenge(style, text(key, arguments));
    }

    MarkView lozenge(String style, String words) {
        return new MarkView(on(Surface.PAGE) ? words : text("decision-gates.page.mark", words), style);
    }

    /**
     * A typed text, at most this long; in a document with places where a long word may break, because no style sheet says that it
     * may.
     */
    String cut(String text) {
        String shown = Abbreviation.of(text, MAX_TEXT_LENGTH);
        return on(Surface.DOCUMENT) ? LONG_WORD.matcher(shown).replaceAll(word -> Matcher.quoteReplacement(
                SYLLABLE.matcher(word.group()).replaceAll("$0\u200B"))) : shown;
    }

    /** Typed text within a sentence. */
    String apart(String text) {
        return IsolatedText.of(cut(text));
    }

    CellView day(LocalDate date) {
        return CellView.of(date(date)).unbroken();
    }

    /** A day that has marks: paper has no room for both on one line, so there only the day is kept together. */
    CellView dayAboveMarks(LocalDate date) {
        return on(Surface.DOCUMENT) ? CellView.of(date(date).replace(' ', NO_BREAK_SPACE)) : day(date);
    }

    /** Who it was, or that it is unknown. */
    CellView person(Optional<String> name) {
        return CellView.of(name.filter(known -> !known.isBlank()).map(this::cut).orElseGet(() -> text("decision-gates.page.by-unknown")));
    }

    CellView issue(String key) {
        return ISSUE_KEY.matcher(key).matches() ? issues(List.of(key)).unbroken() : issues(List.of(key));
    }

    /** The issues, as links where their keys are keys and there is somewhere to lead. */
    CellView issues(List<String> keys) {
        List<LinkView> links = links(keys);
        return CellView.linking(links, String.join(", ", keys.stream().filter(key -> !isLinkable(key)).map(this::cut).toList()));
    }

    List<LinkView> links(List<String> keys) {
        return keys.stream().filter(this::isLinkable).map(key -> new LinkView(key, arrangement.browse() + key, "issue")).toList();
    }

    /** Address of the host's list of what {@code jql} finds; empty where there is no query, or nowhere to lead. */
    Optional<String> issueList(String jql) {
        String browse = arrangement.browse();
        return jql.isEmpty() || !leadsSomewhere() || !browse.endsWith(BROWSE) ? Optional.empty()
                : Optional.of(browse.substring(0, browse.length() - BROWSE.length()) + "issues/?jql="
                        + URLEncoder.encode(jql, StandardCharsets.UTF_8));
    }

    /** Address of the host's page for new issues; empty where the reader may create none, or nowhere to lead. */
    Optional<String> creation(Optional<String> query) {
        String browse = arrangement.browse();
        return query.filter(asked -> CREATION.matcher(asked).matches() && leadsSomewhere() && browse.endsWith(BROWSE))
                .map(asked -> browse.substring(0, browse.length() - BROWSE.length()) + "secure/CreateIssueDetails!init.jspa?" + asked);
    }

    /** The list of these issues, as far as their keys are keys. */
    Optional<String> issueListOf(List<String> keys) {
        List<String> known = keys.stream().filter(key -> ISSUE_KEY.matcher(key).matches()).toList();
        return known.isEmpty() ? Optional.empty() : issueList("key in (" + String.join(", ", known) + ")");
    }

    /** Folds a part below {@code line} where it can be unfolded. */
    SectionView folding(SectionView part, String line) {
        return on(Surface.PAGE) ? part.folded(line) : part;
    }

    /** What people call a rule; its key where this version of the app knows no such rule. */
    String rule(String key) {
        return Rules.of(key).map(definition -> text("decision-gates.rule." + definition.key() + ".name")).orElseGet(() -> cut(key));
    }

    List<String> headings(String... columns) {
        return Arrays.stream(columns).map(column -> text("decision-gates.page.column." + column)).toList();
    }

    /** A table of as many rows as are wanted, with a word on those that are not there. */
    <T> SectionView table(SummarySection part, Listing<T> section, List<String> headings, Function<T, RowView> row) {
        List<RowView> rows = section.rows().stream().limit(arrangement.most(part)).map(row).toList();
        List<String> sentences = new ArrayList<>();
        if (rows.isEmpty() && section.total() == 0) {
            sentences.add(text("decision-gates.page.none." + part.key()));
        } else if (section.total() > rows.size()) {
            sentences.add(text("decision-gates.page.more", section.total() - rows.size()));
        }
        return new SectionView(part.key(), COUNTLESS.contains(part) ? title(part) : caption(part, section.total()), headings, rows,
                sentences);
    }

    /**
     * The part with what it leaves out beside its caption, which takes no line: a way to the whole week where there is one.
     *
     * @param total how many there are
     */
    SectionView inShort(SectionView part, long total) {
        return arrangement.links().stream().filter(link -> link.name().equals(WHOLE)).findFirst()
                .map(whole -> inShort(part, total, whole.href()))
                .orElseGet(() -> left(part, total) <= 0 ? part
                        : part.captioned(text("decision-gates.page.shown", part.caption(), total - left(part, total)), List.of()));
    }

    /** The same with the way to this address. */
    SectionView inShort(SectionView part, long total, String address) {
        long left = left(part, total);
        return left <= 0 ? part
                : part.captioned(part.caption(), List.of(new LinkView(text("decision-gates.page.caption.left", left), address, "rest")));
    }

    private static long left(SectionView part, long total) {
        return total - part.rows().size() - part.lines().size();
    }

    String title(SummarySection part) {
        return text("decision-gates.page.part." + part.key());
    }

    String caption(SummarySection part, long total) {
        return text("decision-gates.page.counted", title(part), total);
    }

    /** Whether there is a host whose issues a link can lead to. */
    boolean leadsSomewhere() {
        return ADDRESS.matcher(arrangement.browse()).matches();
    }

    private boolean isLinkable(String key) {
        return ISSUE_KEY.matcher(key).matches() && leadsSomewhere();
    }
}
