package org.decisiongates.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;

/** Summaries nobody would think of, the same ones for the same seed. */
final class AnySummary {

    private static final List<String> PIECES = List.of("", " ", "Checkout", "'\"<script>alert(1)</script>", "\\\"}]", "\u0000\u001f\n\t",
            "\ud83d\ude80", "\ud83d", "\ude80", "\u202e\u05e9\u05dc\u05d5\u05dd", "\u0627\u0644\u0642\u0631\u0627\u0631", "\u2028\u2029",
            "&amp;", "$view.secret ${i18n}", "#set($x = 1)", "\ufeff\uffff", "日本語");

    private final Random random;

    AnySummary(long seed) {
        random = new Random(seed);
    }

    WeeklySummary next() {
        return new WeeklySummary(new SummaryScope(one(SummaryScope.Kind.values()), text(), text()),
                new SummaryHeader(text(), random.nextBoolean() ? "Asia/Kolkata" : "UTC", instant(), text(), maybe(this::instant),
                        random.nextBoolean(),
                        random.nextBoolean(), random.nextBoolean(), one(SummaryHeader.Numbers.values()),
                        some(() -> one(SummaryHeader.Gap.values())), new OpenQueries(text(), text()), maybe(this::text), maybe(this::text),
                        some(this::text)),
                new Headline(text(), some(() -> count())),
                some(() -> new Question(text(), one(Question.Answer.values()), maybe(this::decimal), maybe(this::decimal), count())),
                section(this::liveItem), section(this::liveItem),
                section(() -> new OwnerLoad(maybe(this::text), random.nextBoolean(), count(), count(), maybe(this::date),
                        count(), some(this::text))),
                section(() -> new ImpactMovement(text(), text(), one(Direction.values()), decimal(), maybe(this::decimal), decimal(),
                        decimal(),
                        decimal(), decimal(),
                        count())),
                section(() -> new Closure(text(), text(), random.nextBoolean(), text(), maybe(this::text), date(), maybe(this::text),
                        maybe(this::text), maybe(() -> new Closure.IssueName(id(), text())),
                        maybe(() -> new Closure.Acceptance(maybe(this::text), maybe(this::date))))),
                section(() -> new Reopening(text(), text(), random.nextBoolean(), maybe(this::text), date())),
                new GateTally(count(), count(), count(), count(), count(), some(() -> new GateTally.RuleCount(text(), count()))),
                section(() -> new Figure(text(), maybe(this::decimal), count(), random.nextBoolean(), maybe(this::decimal), decimals(),
                        some(this::text),
                        count(), count())),
                section(() -> new WeekAction(text(), text(), text(), maybe(this::text), maybe(this::text), maybe(this::date))),
                maybe(() -> section(this::owed)), maybe(() -> section(this::waived)), maybe(this::history),
                maybe(() -> section(this::risk)), maybe(this::feedback), maybe(this::approvals));
    }

    private WeekHistory history() {
        return new WeekHistory(maybe(() -> new WeekDifference(word(), changes(), changes())),
                maybe(() -> some(() -> new TileSeries(word(), some(() -> new TileSeries.Point(word(), maybe(this::decimal)))))),
                maybe(() -> new WeekComparison(word(), word(), changes(), changes(), section(this::change))));
    }

    /** What the app names itself. */
    private String word() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private ItemDifferenceCounts changes() {
        return new ItemDifferenceCounts(random.nextBoolean(), count(), count(), count(), count(), count(), count(), count());
    }

    private ItemDifference change() {
        return new ItemDifference(text(), text(), text(), random.nextBoolean(), maybe(this::text), maybe(this::text), maybe(this::date),
                maybe(this::date), maybe(() -> new EstimateChange(text(), text(), decimal(), decimal(), decimal(), decimal())),
                maybe(this::text), maybe(this::text));
    }

    WeekSnapshot frozen() {
        List<Contribution> lines = some(() -> new Contribution(id(), text(), "line-" + random.nextInt(1000),
                new ImpactLine(text(), text(), one(Direction.values()), decimal(), decimal(), decimal(), maybe(this::date),
                        maybe(this::decimal))));
        return new WeekSnapshot(random.nextBoolean() ? "Asia/Kolkata" : "UTC",
                section(() -> new SnapshotEntry<>(id(), item().keyed(maybe(this::text)))),
                section(() -> new SnapshotEntry<>(id(), item().keyed(maybe(this::text)))),
                section(() -> new SnapshotEntry<>(id(),
                        new Closure(text(), text(), random.nextBoolean(), text(), maybe(this::text), date(), maybe(this::text),
                                maybe(this::text), maybe(() -> new Closure.IssueName(id(), text())),
                                maybe(() -> new Closure.Acceptance(maybe(this::text), maybe(this::date)))))),
                section(() -> new SnapshotEntry<>(id(), new Reopening(text(), text(), random.nextBoolean(), maybe(this::text), date()))),
                new GateTally(count(), count(), count(), count(), count(), some(() -> new GateTally.RuleCount(text(), count()))),
                some(() -> new Figure(text(), maybe(this::decimal), count(), random.nextBoolean(), maybe(this::decimal), decimals(),
                        some(this::text), count(),
                        count())),
                new Listing<>(lines, lines.size() + random.nextInt(2)), new OpenTallies(maybe(this::tally), maybe(this::tally)),
                maybe(() -> new DebtAndWaivers(section(() -> new SnapshotEntry<>(id(), owed())),
                        section(() -> new SnapshotEntry<>(id(), waived())))),
                maybe(() -> new ChainHead(count(), text(), instant())),
                maybe(() -> section(() -> new SnapshotEntry<>(id(), risk()))),
                maybe(() -> some(() -> new SnapshotEntry<>(id(), new IssueFeedback(text(), feedback())))),
                maybe(() -> some(() -> new SnapshotEntry<>(id(), new IssueApprovalCounts(text(), approvals())))));
    }

    private ApprovalCounts approvals() {
        return new ApprovalCounts(count(), count(), count());
    }

    private FeedbackCounts feedback() {
        return new FeedbackCounts(count(), count(), count(), count());
    }

    private RiskItem risk() {
        return new RiskItem(text(), text(), text(), text(), maybe(this::text), maybe(this::date));
    }

    private OwedRuleItem owed() {
        return new OwedRuleItem(text(), text(), text(), text(), date(), count(), maybe(this::text), random.nextBoolean(),
                maybe(this::date), random.nextBoolean(), maybe(this::text));
    }

    private WaivedRuleItem waived() {
        return new WaivedRuleItem(text(), text(), text(), text(), text(), maybe(this::text), date(),
                some(this::text).stream().limit(3).toList());
    }

    private OpenTally tally() {
        return new OpenTally(count(), count(), count(),
                some(() -> new OwnerLoad(maybe(this::text), random.nextBoolean(), random.nextInt(100),
                        random.nextInt(100), maybe(this::date), random.nextInt(100), List.of())));
    }

    private long id() {
        return 10_000 + random.nextInt(100);
    }

    private OpenItem item() {
        return new OpenItem(text(), text(), text(), maybe(this::text), random.nextBoolean(), maybe(this::date), random.nextBoolean(),
                count(), text(), random.nextBoolean(), random.nextBoolean(), Optional.empty(), Optional.empty(), List.of(),
                maybe(this::text));
    }

    private OpenItem liveItem() {
        return item().ownedBy(maybe(this::text))
                .expecting(some(() -> new ExpectedImpact(text(), text(), one(Direction.values()), decimal()))
                        .stream().limit(ExpectedImpact.MAX_NUMBERS).toList());
    }

    private <T> Listing<T> section(Supplier<T> row) {
        List<T> rows = some(row);
        return new Listing<>(rows, random.nextBoolean() ? rows.size() : Math.max(rows.size(), count()));
    }

    private <T> List<T> some(Supplier<T> row) {
        List<T> rows = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            rows.add(row.get());
        }
        return rows;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private long count() {
        return random.nextBoolean() ? random.nextInt(10) : random.nextLong() & Long.MAX_VALUE;
    }

    BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(112), random), random.nextInt(121) - 60)
                .multiply(BigDecimal.valueOf(random.nextInt(3) - 1, 0));
    }

    private Map<String, BigDecimal> decimals() {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.put("secondary-" + i, decimal());
        }
        return values;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(40_000));
    }

    String text() {
        return random.ints(random.nextInt(6), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
    }
}
