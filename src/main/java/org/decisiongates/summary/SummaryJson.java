package org.decisiongates.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.TokenBuffer;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.TimeZoneName;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;

/**
 * The weekly summary as JSON: what Jira serves and Confluence reads. A member has the name of its record component; names never change and
 * new members may be added, because a reader ignores what it does not know. What is written never exceeds {@link #MAX_REPLY_LENGTH}: see
 * {@link SummaryTrimmer}.
 */
public final class SummaryJson {

    /** Characters of an item's text that travel; the page shows less. */
    public static final int MAX_TEXT_LENGTH = 300;
    /** The longest document that is read, in bytes or characters. */
    public static final int MAX_DOCUMENT_LENGTH = 2 * 1024 * 1024;
    /** The longest document that is written, in bytes of UTF-8. */
    public static final int MAX_REPLY_LENGTH = 64 * 1024;

    static final int MAX_ARGUMENTS = 10;
    static final int MAX_QUESTIONS = 10;
    static final int MAX_RULES = 20;
    static final int MAX_SERIES = 5;
    /** Keys of issues that an owner's row names. */
    public static final int MAX_KEYS = 5;

    /** What the records of a summary do not say themselves. */
    static final Map<Class<?>, Class<?>> MIX_INS = Map.of(WeeklySummary.class, SummaryMembers.class, SummaryHeader.class,
            HeaderMembers.class, Listing.class, ListingMembers.class, Figure.class, FigureMembers.class, OwnerLoad.class,
            LoadMembers.class, WaivedRuleItem.class, WaivedMembers.class, OpenItem.class, ItemMembers.class, OwedRuleItem.class,
            OwedMembers.class);

    private static final JsonDocument<WeeklySummary> JSON = new JsonDocument<>(WeeklySummary.class, "the summary",
            new JsonDocument.Bounds(MAX_DOCUMENT_LENGTH, 40_000), MIX_INS);

    private static final Headline NO_HEADLINE = new Headline("", List.of());

    private SummaryJson() {
    }

    /** The summary as one JSON object. */
    public static String write(WeeklySummary summary) {
        return JSON.write(SummaryTrimmer.fitting(summary, MAX_REPLY_LENGTH, JSON::write));
    }

    /** What is different between two weeks, without the rest of the summary of the later one. */
    public static String writeComparison(WeeklySummary summary) {
        WeeklySummary fitting = SummaryTrimmer.fitting(new WeeklySummary(summary.scope(), summary.header(), NO_HEADLINE, List.of(), none(),
                none(), none(), none(), none(), none(), new GateTally(0, 0, 0, 0, 0, List.of()), none(), none(), Optional.empty(),
                Optional.empty()).with(
                        new WeekHistory(Optional.empty(), Optional.empty(),
                                summary.history().flatMap(WeekHistory::comparison))),
                MAX_REPLY_LENGTH, JSON::write);
        return JSON.write(new Compared(fitting.scope(), fitting.header(), fitting.history().flatMap(WeekHistory::comparison)));
    }

    /** A part of a summary. */
    static String writePart(Object part) {
        return JSON.write(part);
    }

    private static <T> Listing<T> none() {
        return Listing.of(List.of());
    }

    /**
     * Two weeks as they are served.
     *
     * @param header     of the later week
     * @param comparison empty while the numbers of the later week are not known
     */
    private record Compared(SummaryScope scope, SummaryHeader header, Optional<WeekComparison> comparison) {
    }

    /** The summary that {@code text} holds; the exception says what is wrong with it. */
    public static WeeklySummary read(String text) throws UnreadableJsonException {
        return checked(JSON.read(text));
    }

    /** The summary that is part of another document. */
    static WeeklySummary read(TokenBuffer part) throws UnreadableJsonException {
        return checked(JSON.read(part));
    }

    /** As much of each list as is ever written. */
    private static WeeklySummary checked(WeeklySummary read) throws UnreadableJsonException {
        return new WeeklySummary(read.scope(), read.header(),
                new Headline(read.headline().rule(), first(read.headline().arguments(), MAX_ARGUMENTS)),
                first(read.questions(), MAX_QUESTIONS), checked("blockers", read.blockers()), checked("decisions", read.decisions()),
                checked("owners", read.owners()).map(SummaryJson::checked), checked("movement", read.movement()),
                checked("closures", read.closures()), checked("reopened", read.reopened()), checked(read.gates()),
                checked("figures", read.figures()).map(SummaryJson::checked), checked("asks", read.asks()),
                checked("debt", read.debt()), checked("waivers", read.waivers()), checked(read.history()), checked("risks", read.risks()),
                read.feedback(), read.approvals());
    }

    /** The first rows that a section may have, and a total that is no less. */
    static <T> Listing<T> checked(String name, Listing<T> section) throws UnreadableJsonException {
        Listing<T> first = section.first(WeeklySummary.MAX_ROWS);
        if (first.total() < first.rows().size()) {
            throw new UnreadableJsonException("member total of " + name + " is not the number of its rows or more");
        }
        return first;
    }

    /** The same of a section that an older version of the app does not send. */
    static <T> Optional<Listing<T>> checked(String name, Optional<Listing<T>> section) throws UnreadableJsonException {
        return section.isEmpty() ? section : Optional.of(checked(name, section.get()));
    }

    private static Optional<WeekHistory> checked(Optional<WeekHistory> read) throws UnreadableJsonException {
        if (read.isEmpty()) {
            return read;
        }
        Optional<WeekComparison> comparison = read.get().comparison();
        if (comparison.isPresent()) {
            comparison = Optional.of(comparison.get().listing(checked("changes", comparison.get().changes())));
        }
        return Optional.of(new WeekHistory(read.get().difference(), read.get().series().map(SummaryJson::bounded), comparison));
    }

    static List<TileSeries> bounded(List<TileSeries> series) {
        return first(series, MAX_SERIES).stream().map(one -> new TileSeries(one.name(), first(one.points(), TileSeries.WEEKS))).toList();
    }

    static <T> List<T> first(List<T> values, int most) {
        return values.size() > most ? values.subList(0, most) : values;
    }

    private static GateTally checked(GateTally gates) {
        return new GateTally(gates.evaluated(), gates.passed(), gates.refused(), gates.failed(), gates.waived(),
                first(gates.rules(), MAX_RULES));
    }

    private static OwnerLoad checked(OwnerLoad owner) {
        return owner.listing(first(owner.issues(), MAX_KEYS));
    }

    private static Figure checked(Figure figure) {
        return new Figure(figure.metric(), figure.value(), figure.sample(), figure.enough(), figure.before(), figure.secondaryFigures(),
                first(figure.issues(), Figure.MAX_ISSUES), figure.issueTotal(), figure.corrected());
    }

    /** What names the whole comes first, then what is never left out. */
    @JsonPropertyOrder({"scope", "header", "headline", "questions", "gates"})
    private interface SummaryMembers {
    }

    private interface HeaderMembers {

        @JsonDeserialize(using = TimeZoneName.class)
        String zone();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SummaryHeader.Gap> gaps();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> owners();

        /** A Jira with a slightly older app does not send them. */
        @JsonInclude
        OpenQueries lists();
    }

    @JsonPropertyOrder({"total", "rows"})
    private interface ListingMembers {
    }

    private interface LoadMembers {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long undated();
    }

    private interface ItemMembers {

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ExpectedImpact> impact();
    }

    private interface OwedMembers {

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean ownerAsked();
    }

    private interface WaivedMembers {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> deciders();
    }

    private interface FigureMembers {

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long corrected();
    }
}
