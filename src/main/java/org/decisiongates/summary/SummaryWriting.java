package org.decisiongates.summary;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.json.Json;
import org.decisiongates.json.Writing;
import org.decisiongates.metric.Figure;

/** How each part of a summary becomes members of JSON; {@link SummaryReading} is the other way. */
final class SummaryWriting {

    private SummaryWriting() {
    }

    /** What names the whole. */
    static void head(Writing out, WeeklySummary summary) throws IOException {
        out.object("scope", summary.scope(), SummaryWriting::scope);
        out.object("frame", summary.frame(), SummaryWriting::frame);
        out.object("headline", summary.headline(), SummaryWriting::headline);
    }

    /** What is neither a name nor a section. */
    static void numbers(Writing out, WeeklySummary summary) throws IOException {
        out.objects("questions", first(summary.questions(), SummaryReading.MOST_QUESTIONS), SummaryWriting::question);
        out.object("gates", summary.gates(), SummaryWriting::gates);
    }

    private static void scope(Writing out, Scope scope) throws IOException {
        out.choice("kind", scope.kind());
        out.text("text", scope.text());
        out.text("name", scope.name());
    }

    private static void frame(Writing out, SummaryHeader frame) throws IOException {
        out.text("week", frame.week());
        out.text("zone", frame.zone());
        out.text("asOf", frame.asOf().toString());
        out.text("browseUrl", frame.browseUrl());
        out.optional("frozenAt", frame.frozenAt());
        out.claim("rebuilt", frame.rebuilt());
        out.claim("enabled", frame.enabled());
        out.claim("partial", frame.partial());
        out.choice("numbers", frame.numbers());
        out.object("lists", frame.lists(), (lists, queries) -> {
            lists.text("blockers", queries.blockers());
            lists.text("decisions", queries.decisions());
        });
    }

    private static void headline(Writing out, Headline headline) throws IOException {
        out.text("rule", headline.rule());
        out.numbers("arguments", first(headline.arguments(), SummaryReading.MOST_ARGUMENTS));
    }

    private static void question(Writing out, Question question) throws IOException {
        out.text("name", question.name());
        out.choice("answer", question.answer());
        out.decimal("now", question.now());
        out.decimal("before", question.before());
        out.number("sample", question.sample());
    }

    static void item(Writing out, OpenItem item) throws IOException {
        out.text("key", item.key());
        out.text("summary", item.summary());
        out.text("phase", item.phase());
        out.optional("owner", item.owner());
        out.claim("ownerActive", item.ownerActive());
        out.day("due", item.due());
        out.claim("overdue", item.overdue());
        out.number("ageDays", item.ageDays());
        out.text("fallback", item.fallback());
        out.claim("customerFacing", item.customerFacing());
        out.claim("escalated", item.escalated());
    }

    static void owner(Writing out, OwnerLoad owner) throws IOException {
        out.optional("owner", owner.owner());
        out.claim("active", owner.active());
        out.number("open", owner.open());
        out.number("overdue", owner.overdue());
        out.day("nextDue", owner.nextDue());
        out.texts("issues", first(owner.issues(), SummaryReading.MOST_KEYS));
    }

    /** Whether every number of it can be carried; without one of them the row would not add up. */
    static boolean isCarried(Movement movement) {
        return Stream
                .concat(movement.before().stream(), Stream.of(movement.now(), movement.added(), movement.closed(), movement.reestimated(),
                        movement.confidence()))
                .map(Json::carried).allMatch(Optional::isPresent);
    }

    static void movement(Writing out, Movement movement) throws IOException {
        out.text("metric", movement.metric());
        out.text("unit", movement.unit());
        out.choice("direction", movement.direction());
        decimal(out, "now", movement.now());
        out.decimal("before", movement.before());
        decimal(out, "added", movement.added());
        decimal(out, "closed", movement.closed());
        decimal(out, "reestimated", movement.reestimated());
        decimal(out, "confidence", movement.confidence());
        out.number("issueTotal", movement.issueTotal());
    }

    static void closure(Writing out, Closure closure) throws IOException {
        out.text("key", closure.key());
        out.text("summary", closure.summary());
        out.claim("blocker", closure.blocker());
        out.text("outcome", closure.outcome());
        out.optional("by", closure.by());
        out.text("on", closure.on().toString());
    }

    static void reopening(Writing out, Reopening reopening) throws IOException {
        out.text("key", reopening.key());
        out.text("summary", reopening.summary());
        out.claim("blocker", reopening.blocker());
        out.optional("by", reopening.by());
        out.text("on", reopening.on().toString());
    }

    static void gates(Writing out, GateTally gates) throws IOException {
        out.number("examined", gates.examined());
        out.number("passed", gates.passed());
        out.number("refused", gates.refused());
        out.number("failed", gates.failed());
        out.number("waived", gates.waived());
        out.objects("rules", first(gates.rules(), SummaryReading.MOST_RULES), (rule, count) -> {
            rule.text("rule", count.rule());
            rule.number("count", count.count());
        });
    }

    static void figure(Writing out, Figure figure) throws IOException {
        out.text("metric", figure.metric());
        out.decimal("value", figure.value());
        out.number("sample", figure.sample());
        out.claim("enough", figure.enough());
        out.decimal("before", figure.before());
        out.decimals("companions", figure.companions());
        out.texts("issues", first(figure.issues(), Figure.MOST_ISSUES));
        out.number("issueTotal", figure.issueTotal());
        out.decimal("corrected", Optional.of(figure.corrected()).filter(histories -> histories > 0).map(BigDecimal::valueOf));
    }

    static void ask(Writing out, Ask ask) throws IOException {
        out.text("kind", ask.kind());
        out.text("key", ask.key());
        out.text("summary", ask.summary());
    }

    private static void decimal(Writing out, String name, BigDecimal value) throws IOException {
        out.decimal(name, Optional.of(value));
    }

    private static <T> List<T> first(List<T> values, int most) {
        return values.size() > most ? values.subList(0, most) : values;
    }
}
