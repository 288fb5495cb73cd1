package org.decisiongates.metric;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.decisiongates.issue.ImpactLine;

/** Histories nobody thought of, the same ones for the same seed. */
final class RandomHistories {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final List<String> DECISION_PHASES = List.of("DRAFT", "IN_REVIEW", "DECIDED", "IN_DELIVERY", "LIVE", "CLOSED",
            "REJECTED", "SUPERSEDED", "status:7");
    private static final List<String> BLOCKER_PHASES = List.of("OPEN", "RESOLVING", "ESCALATED", "RESOLVED", "ACCEPTED", "FALLBACK_INVOKED",
            "status:7");

    private final Random random;

    RandomHistories(long seed) {
        random = new Random(seed);
    }

    List<History> some(int count) {
        List<History> histories = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            histories.add(one(id));
        }
        return histories;
    }

    private History one(long id) {
        boolean decision = random.nextBoolean();
        List<String> phases = decision ? DECISION_PHASES : BLOCKER_PHASES;
        History history = decision ? History.decision(id) : History.blocker(id);
        if (random.nextInt(10) == 0) {
            history.in(History.ELSEWHERE);
        }
        if (random.nextInt(3) > 0) {
            history.due("2026-11-" + (10 + random.nextInt(20))).forRelease("2026-11-01", "2026-12-24");
        }
        if (random.nextInt(3) == 0) {
            history.customerFacing().withFallback().ownedBy("");
        }
        Instant at = later(START, 50);
        history.created(text(at), phases.get(random.nextInt(random.nextInt(5) == 0 ? phases.size() : 1)));
        for (int step = random.nextInt(8); step > 0; step--) {
            at = random.nextInt(6) == 0 ? at : later(at, 12);
            step(history, phases, text(at));
        }
        return history;
    }

    private void step(History history, List<String> phases, String at) {
        switch (random.nextInt(14)) {
            case 0 -> history.owner("user-" + random.nextInt(3), at);
            case 1 -> history.due("2026-12-0" + (1 + random.nextInt(9)), at);
            case 2 -> history.scope(at);
            case 3 -> history.blockedBy(1 + random.nextInt(40), at);
            case 4 -> history.movedTo(random.nextBoolean() ? History.PROJECT : History.ELSEWHERE, at);
            case 5 -> history.deleted(at);
            case 6 -> history.replacedBy(1 + random.nextInt(40), at);
            case 7 -> history.line("line-" + random.nextInt(1_000_000), line(), at);
            case 12 -> history.customerFacing(random.nextBoolean(), at);
            case 13 -> history.fallback(random.nextBoolean(), at);
            default -> history.to(phases.get(random.nextInt(phases.size())), at);
        }
    }

    private ImpactLine line() {
        return anImpactLine().of("Metric " + random.nextInt(2)).to(BigDecimal.valueOf(random.nextInt(200) - 100, 1))
                .confidence(BigDecimal.valueOf(random.nextInt(101), 2)).line();
    }

    private Instant later(Instant at, int days) {
        return at.plus(Duration.ofHours(random.nextInt(days * 24)));
    }

    private static String text(Instant at) {
        return at.toString().replace("Z", "");
    }
}
