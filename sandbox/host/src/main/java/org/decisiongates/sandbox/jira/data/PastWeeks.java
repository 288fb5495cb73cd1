package org.decisiongates.sandbox.jira.data;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.PlayedClock;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/**
 * Has the app live through the weeks before the present: at each Sunday the sample is what it was then, and on Monday morning the app's
 * own job closes the week that has ended. So the weeks that are closed list what was open, as in a product that has run for weeks.
 */
public final class PastWeeks {

    private static final Logger LOG = LoggerFactory.getLogger(PastWeeks.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalTime INSTALLED = LocalTime.of(8, 0);
    private static final LocalTime LAST_LOOK = LocalTime.of(23, 30);
    /** Soon enough after the end of a week for the app to take what is open for what was. */
    private static final LocalTime CLOSED = LocalTime.of(2, 0);
    /** How much earlier in each week than in the one before: in more than seven days without a run the app would doubt the clock. */
    private static final Duration EARLIER = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 300;

    private final Box box;
    private final PlayedClock clock;
    private final SearchExport export;
    private final SampleLife life;
    private final PaymentsStory payments;
    private final Runnable tell;
    private final UnirestInstance client;

    /** @param tell has the app read the history of what came */
    PastWeeks(Box box, PlayedClock clock, SearchExport export, SampleLife life, PaymentsStory payments, Runnable tell) {
        this.box = box;
        this.clock = clock;
        this.export = export;
        this.life = life;
        this.payments = payments;
        this.tell = tell;
        this.client = RestClient.at(box.baseUrl());
    }

    static Optional<PlayedClock> of(Clock clock) {
        return clock instanceof PlayedClock played ? Optional.of(played) : Optional.empty();
    }

    /** Sets the clock back where the sample is still to come; before any plugin is there. */
    public static void begin(Box box, SandboxJira jira) {
        if (box.options().sample() && box.options().data().isEmpty() && !FirstData.hasSample(jira)) {
            of(box.options().clock()).ifPresent(clock -> clock.goTo(at(clock, monday(clock).minusWeeks(clock.weeks()), INSTALLED)));
        }
    }

    /** Returns with the clock at the present. */
    void play() {
        LocalDate monday = monday(clock);
        export.loadUntil(clock.instant());
        tell.run();
        awaitClosed(monday.minusWeeks(clock.weeks() + 1L));
        for (int left = clock.weeks(); left > 0; left--) {
            LocalDate begin = monday.minusWeeks(left);
            if (left == 1) {
                payments.playWeekOf(begin);
            }
            clock.goTo(at(clock, begin.plusDays(6), LAST_LOOK));
            export.loadUntil(clock.instant());
            if (left == 1) {
                life.estimateBeforeThisWeek();
            }
            clock.goTo(at(clock, begin.plusWeeks(1), CLOSED.minus(EARLIER.multipliedBy(clock.weeks() - left))));
            box.settle();
            awaitClosed(begin);
        }
        clock.arrive();
    }

    private void awaitClosed(LocalDate monday) {
        String week = monday.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, "2026-W47".length());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                HttpResponse<String> answer = client.get("/rest/decision-gates/1.0/summary?project=SHOP&week=" + week)
                        .basicAuth("admin", "admin").asString();
                if (answer.isSuccess() && JSON.readTree(answer.getBody()).at("/header").has("frozenAt")) {
                    return;
                }
                Thread.sleep(100);
            }
            LOG.warn("The app has not closed the week {} of the sample", week);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The week " + week + " of the sample is not JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant at(PlayedClock clock, LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).atZone(clock.getZone()).toInstant();
    }

    private static LocalDate monday(PlayedClock clock) {
        return LocalDate.now(clock.present()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
