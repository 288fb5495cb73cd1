package org.decisiongates.summary;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.json.Json;
import org.decisiongates.json.Members;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.json.Writing;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;

/** A frozen week as JSON. Weeks of every version that ever wrote one must stay readable. */
final class WeekSnapshotJson {

    private static final long VERSION = 1;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST = 20_000;
    private static final Json.Bounds BOUNDS = new Json.Bounds(32 * 1024 * 1024, 400_000);

    private WeekSnapshotJson() {
    }

    static String write(WeekSnapshot week) {
        return Json.write(week, LONGEST_TEXT, WeekSnapshotJson::week);
    }

    static WeekSnapshot read(String text) throws UnreadableSummaryException {
        try {
            return week(Json.read(text, "the week", BOUNDS));
        } catch (UnreadableJsonException e) {
            throw new UnreadableSummaryException(e);
        }
    }

    private static void week(Writing out, WeekSnapshot week) throws IOException {
        out.number("version", VERSION);
        out.text("zone", week.zone());
        section(out, "blockers", week.blockers(), SummaryWriting::item);
        section(out, "decisions", week.decisions(), SummaryWriting::item);
        section(out, "closures", week.closures(), SummaryWriting::closure);
        section(out, "reopened", week.reopened(), SummaryWriting::reopening);
        out.object("gates", week.gates(), SummaryWriting::gates);
        out.objects("figures", week.figures(), (json, figure) -> SummaryWriting.figure(json, sorted(figure)));
        out.object("impact", week.impact(), (json, impact) -> {
            json.number("total", impact.total());
            json.objects("rows", impact.rows(), WeekSnapshotJson::line);
        });
        if (!week.open().equals(OpenTallies.NONE)) {
            out.object("open", week.open(), WeekSnapshotJson::open);
        }
    }

    private static <T> void section(Writing out, String name, Section<Listed<T>> section, Writing.Part<T> row) throws IOException {
        out.object(name, section, (json, rows) -> {
            json.number("total", rows.total());
            json.objects("rows", rows.rows(), (member, listed) -> {
                member.number("id", listed.issueId());
                row.write(member, listed.row());
            });
        });
    }

    private static void open(Writing out, OpenTallies open) throws IOException {
        if (open.blockers().isPresent()) {
            out.object("blockers", open.blockers().get(), WeekSnapshotJson::tally);
        }
        if (open.decisions().isPresent()) {
            out.object("decisions", open.decisions().get(), WeekSnapshotJson::tally);
        }
    }

    private static void tally(Writing out, OpenTally tally) throws IOException {
        out.number("escalated", tally.escalated());
        out.number("overdueFacing", tally.overdueFacing());
        out.number("withoutFallback", tally.withoutFallback());
        out.objects("owners", tally.owners(), (json, held) -> {
            json.optional("owner", held.owner());
            json.claim("active", held.active());
            json.number("open", held.open());
            json.number("overdue", held.overdue());
            json.day("nextDue", held.nextDue());
            json.number("undated", held.undated());
        });
    }

    private static void line(Writing out, Contribution one) throws IOException {
        ImpactLine line = one.line();
        out.number("id", one.issueId());
        out.text("key", one.issueKey());
        out.text("line", one.lineId());
        out.text("metric", line.metric());
        out.text("unit", line.unit());
        out.choice("direction", line.direction());
        out.decimal("baseline", Optional.of(line.baseline()));
        out.decimal("expected", Optional.of(line.expected()));
        out.decimal("confidence", Optional.of(line.confidence()));
        out.day("check", line.check());
        out.decimal("actual", line.actual());
    }

    private static Figure sorted(Figure figure) {
        return new Figure(figure.metric(), figure.value(), figure.sample(), figure.enough(), figure.before(),
                new TreeMap<>(figure.companions()),
                figure.issues(), figure.issueTotal(), figure.corrected());
    }

    private static WeekSnapshot week(Members json) throws UnreadableJsonException {
        if (json.number("version") != VERSION) {
            throw json.wrong("version", "one this version of the app knows", null);
        }
        Members impact = json.object("impact");
        List<Contribution> lines = impact.objects("rows", MOST, WeekSnapshotJson::line);
        return new WeekSnapshot(json.zone("zone"), section(json, "blockers", SummaryReading::item),
                section(json, "decisions", SummaryReading::item),
                section(json, "closures", SummaryReading::closure), section(json, "reopened", SummaryReading::reopening),
                SummaryReading.gates(json.object("gates")), json.objects("figures", MOST, SummaryReading::figure),
                new Listing<>(lines, impact.number("total")), open(json));
    }

    private static OpenTallies open(Members json) throws UnreadableJsonException {
        Optional<Members> open = json.optionalObject("open");
        return open.isEmpty() ? OpenTallies.NONE : new OpenTallies(tally(open.get(), "blockers"), tally(open.get(), "decisions"));
    }

    private static Optional<OpenTally> tally(Members json, String name) throws UnreadableJsonException {
        Optional<Members> tally = json.optionalObject(name);
        return tally.isEmpty() ? Optional.empty()
                : Optional.of(new OpenTally(tally.get().number("escalated"), tally.get().number("overdueFacing"),
                        tally.get().number("withoutFallback"),
                        tally.get().objects("owners", MOST, held -> new OpenTally.Held(held.optionalText("owner"),
                                held.claim("active"), held.number("open"), held.number("overdue"), held.optionalDate("nextDue"),
                                held.number("undated")))));
    }

    private static <T> Section<Listed<T>> section(Members json, String name, Members.Read<T> row) throws UnreadableJsonException {
        return SummaryReading.section(json, name, member -> new Listed<>(member.number("id"), row.from(member)));
    }

    private static Contribution line(Members json) throws UnreadableJsonException {
        return new Contribution(json.number("id"), json.text("key"), json.text("line"),
                new ImpactLine(json.text("metric"), json.text("unit"), json.choice("direction", ImpactLine.Direction.class),
                        json.decimal("baseline"),
                        json.decimal("expected"), json.decimal("confidence"), json.optionalDate("check"), json.optionalDecimal("actual")));
    }
}
