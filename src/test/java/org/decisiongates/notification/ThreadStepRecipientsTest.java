package org.decisiongates.notification;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;

public class ThreadStepRecipientsTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final ThreadStepRecipients ALL = new ThreadStepRecipients(List.of("mia"), Optional.of("otto"),
            List.of("wanda", "mia", "otto"),
            List.of("vera", "wanda", "otto"));

    @Test
    public void tellsEachPersonTheStrongestReasonAndTheOwnerWhereTheOwnerHasToAct() {
        Map<String, NotificationReason> reply = Map.of("mia", NotificationReason.MENTIONED, "otto", NotificationReason.TOOK_PART, "wanda",
                NotificationReason.TOOK_PART, "vera", NotificationReason.WATCHES);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.OPENED && !kind.asksOwner()) {
                assertEquals(kind.name(), reply, ALL.of(step(kind, "rita")));
            }
        }
        for (Kind kind : List.of(Kind.OWNER_ACTION, Kind.DISPUTED)) {
            assertEquals(kind.name(), NotificationReason.OWNER_ACTION, ALL.of(step(kind, "rita")).get("otto"));
        }
    }

    @Test
    public void tellsNobodyOfWhatTheyDidThemselves() {
        assertEquals(Map.of("mia", NotificationReason.MENTIONED, "wanda", NotificationReason.TOOK_PART, "vera", NotificationReason.WATCHES),
                ALL.of(step(Kind.OWNER_ACTION, "otto")));
        assertEquals(Map.of(), new ThreadStepRecipients(List.of("mia"), Optional.of("mia"), List.of("mia"), List.of("mia"))
                .of(step(Kind.OWNER_ACTION, "mia")));
    }

    @Test
    public void tellsAnOwnerNothingOfAReply() {
        assertEquals(Map.of(),
                new ThreadStepRecipients(List.of(), Optional.of("otto"), List.of(), List.of()).of(step(Kind.REPLIED, "rita")));
    }

    @Test
    public void leavesOutThoseWhoOnlyWatchWhereThereAreTooMany() {
        List<String> crowd = IntStream.range(0, ThreadStepRecipients.MAX + 10).mapToObj(i -> "w" + i).toList();
        Map<String, NotificationReason> told = new ThreadStepRecipients(List.of(), Optional.empty(), List.of("wanda"), crowd)
                .of(step(Kind.REPLIED, "w0"));
        assertEquals(ThreadStepRecipients.MAX, told.size());
        assertEquals(NotificationReason.TOOK_PART, told.get("wanda"));
    }

    private static ThreadStep step(Kind kind, String actor) {
        return new ThreadStep(1, 2, 3, 4, kind, Optional.empty(), "", actor, NOON,
                kind.asksOwner() ? Optional.of(NOON.plus(Duration.ofHours(48))) : Optional.empty());
    }
}
