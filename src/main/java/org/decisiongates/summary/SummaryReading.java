package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.json.Members;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Figure;

/** What a summary's JSON says, member by member. */
final class SummaryReading {

    static final int MOST_ARGUMENTS = 10;
    static final int MOST_QUESTIONS = 10;
    static final int MOST_RULES = 20;
    static final int MOST_KEYS = 5;

    private SummaryReading() {
    }

    static WeeklySummary summary(Members json) throws UnreadableJsonException {
        return new WeeklySummary(scope(json.object("scope")), frame(json.object("frame")), headline(json.object("headline")),
                json.objects("questions", MOST_QUESTIONS, SummaryReading::question),
                section(json, "blockers", SummaryReading::item), section(json, "decisions", SummaryReading::item),
                section(json, "owners", SummaryReading::owner), section(json, "movement", SummaryReading::movement),
                section(json, "closures", SummaryReading::closure), section(json, "reopened", SummaryReading::reopening),
                gates(json.object("gates")), section(json, "figures", SummaryReading::figure), section(json, "asks", SummaryReading::ask));
    }

    static <T> Section<T> section(Members json, String name, Members.Read<T> row) throws UnreadableJsonException {
        Members section = json.object(name);
        List<T> rows = section.objects("rows", Section.MOST_ROWS, row);
        long total = section.number("total");
        if (total < rows.size()) {
            throw section.wrong("total", "the number of its rows or more", null);
        }
        return new Section<>(rows, total);
    }

    private static Scope scope(Members json) throws UnreadableJsonException {
        return new Scope(json.choice("kind", Scope.Kind.class), json.text("text"), json.text("name"));
    }

    private static SummaryHeader frame(Members json) throws UnreadableJsonException {
        return new SummaryHeader(json.text("week"), json.zone("zone"), json.instant("asOf"), json.text("browseUrl"),
                json.optionalInstant("frozenAt"),
                json.claim("rebuilt"), json.claim("enabled"), json.claim("partial"), json.choice("numbers", SummaryHeader.Numbers.class),
                lists(json.optionalObject("lists")));
    }

    /** A Jira whose app is a little older says nothing of them. */
    private static OpenQueries lists(Optional<Members> json) throws UnreadableJsonException {
        return json.isEmpty() ? OpenQueries.NONE : new OpenQueries(json.get().text("blockers"), json.get().text("decisions"));
    }

    private static Headline headline(Members json) throws UnreadableJsonException {
        return new Headline(json.text("rule"), json.numbers("arguments", MOST_ARGUMENTS));
    }

    private static Question question(Members json) throws UnreadableJsonException {
        return new Question(json.text("name"), json.choice("answer", Question.Answer.class), json.optionalDecimal("now"),
                json.optionalDecimal("before"),
                json.number("sample"));
    }

    static OpenItem item(Members json) throws UnreadableJsonException {
        return new OpenItem(json.text("key"), json.text("summary"), json.text("phase"), json.optionalText("owner"),
                json.claim("ownerActive"),
                json.optionalDate("due"), json.claim("overdue"), json.number("ageDays"), json.text("fallback"),
                json.claim("customerFacing"),
                json.claim("escalated"));
    }

    private static OwnerLoad owner(Members json) throws UnreadableJsonException {
        return new OwnerLoad(json.optionalText("owner"), json.claim("active"), json.number("open"), json.number("overdue"),
                json.optionalDate("nextDue"),
                json.texts("issues", MOST_KEYS));
    }

    private static Movement movement(Members json) throws UnreadableJsonException {
        return new Movement(json.text("metric"), json.text("unit"), json.choice("direction", ImpactLine.Direction.class),
                json.decimal("now"),
                json.optionalDecimal("before"), json.decimal("added"), json.decimal("closed"), json.decimal("reestimated"),
                json.decimal("confidence"),
                json.number("issueTotal"));
    }

    static Closure closure(Members json) throws UnreadableJsonException {
        return new Closure(json.text("key"), json.text("summary"), json.claim("blocker"), json.text("outcome"), json.optionalText("by"),
                json.date("on"));
    }

    static Reopening reopening(Members json) throws UnreadableJsonException {
        return new Reopening(json.text("key"), json.text("summary"), json.claim("blocker"), json.optionalText("by"), json.date("on"));
    }

    static GateTally gates(Members json) throws UnreadableJsonException {
        return new GateTally(json.number("examined"), json.number("passed"), json.number("refused"), json.number("failed"),
                json.number("waived"),
                json.objects("rules", MOST_RULES, rule -> new GateTally.RuleCount(rule.text("rule"), rule.number("count"))));
    }

    static Figure figure(Members json) throws UnreadableJsonException {
        return new Figure(json.text("metric"), json.optionalDecimal("value"), json.number("sample"), json.claim("enough"),
                json.optionalDecimal("before"),
                json.decimals("companions"), json.texts("issues", Figure.MOST_ISSUES), json.number("issueTotal"),
                json.optionalDecimal("corrected").map(BigDecimal::longValue).orElse(0L));
    }

    private static Ask ask(Members json) throws UnreadableJsonException {
        return new Ask(json.text("kind"), json.text("key"), json.text("summary"));
    }
}
