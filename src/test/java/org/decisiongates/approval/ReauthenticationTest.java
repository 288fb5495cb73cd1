package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;

import org.decisiongates.approval.PasswordCheck.Outcome;
import org.decisiongates.text.Message;

public class ReauthenticationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Reauthentication asked = asking((user, password) -> {
        checked.add(user + " " + password.typed());
        return password.typed().equals("away") ? Outcome.NOT_POSSIBLE
                : password.typed().equals("secret of " + user) ? Outcome.RIGHT
                : Outcome.WRONG;
    });

    @Test
    public void saysWhyAPasswordLetsNobodyGoOn() {
        assertEquals("", fault("ann", "secret of ann", 0));
        assertEquals("wrong", fault("ann", "secret of ben", 0));
        assertEquals("not-possible", fault("ann", "away", 0));
        assertEquals("missing", fault("ann", "", 0));
        assertEquals("nothing is asked for nothing", List.of("ann secret of ann", "ann secret of ben", "ann away"), checked);
    }

    /** Seconds, what is typed, what is said: W wrong, R right, A the directory is away, N nothing. */
    @Test
    public void asksNobodyForAWhileWhoWasWrongTooOften() {
        List<String> days = List.of(
                "0W 0W 0W 0W 0W 1R! 599R! 600R",
                "0W 60W 120W 180W 240W 241W! 599R! 600W 601W! 659R! 660R",
                "0W 0W 0W 0W 1R 2W 2W 2W 2W 2W 3R!",
                "0A 0A 0A 0A 0A 0A 0R",
                "0N 0N 0N 0N 0N 0N 0R",
                "0W 0W 0W 0W 0A 0A 0W 0R!",
                "0W 150W 300W 450W 600W 750W 900W 1050W 1200R");
        int others = 0;
        for (String day : days) {
            Reauthentication fresh = asking((user, password) -> password.typed().equals("R") ? Outcome.RIGHT
                    : password.typed().equals("A") ? Outcome.NOT_POSSIBLE
                    : Outcome.WRONG);
            for (String one : day.split(" ")) {
                int at = Integer.parseInt(one.replaceAll("\\D", ""));
                String typed = one.replaceAll("[\\d!]", "");
                Optional<Message> fault = fresh.fault("ann", new Password(typed.equals("N") ? "" : typed), NOON.plusSeconds(at));
                assertEquals(day + ": " + one,
                        one.endsWith("!") ? "too-many" : switch (typed) {
                            case "W" -> "wrong";
                            case "A" -> "not-possible";
                            case "N" -> "missing";
                            default -> "";
                        }, name(fault));
                assertEquals("others are asked", "wrong", name(fresh.fault("other " + others++, new Password("W"), NOON.plusSeconds(at))));
            }
        }
    }

    @Test
    public void saysHowManyTriesAreLeft() {
        for (int left = 4; left >= 0; left--) {
            assertEquals(Message.of("decision-gates.approval.password.wrong", left, 10L),
                    asked.fault("ann", new Password("no"), NOON).orElseThrow());
        }
        assertEquals("of each person", Message.of("decision-gates.approval.password.wrong", 4, 10L),
                asked.fault("ben", new Password("no"), NOON).orElseThrow());
    }

    @Test
    public void saysWhenToTryAgain() {
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(), refused);
            fault("ann", "no", 0);
        }
        assertEquals(Message.of("decision-gates.approval.password.too-many", 5, 10L), said(0));
        assertEquals(Message.of("decision-gates.approval.password.too-many", 5, 10L), said(59));
        assertEquals(Message.of("decision-gates.approval.password.too-many", 5, 9L), said(60));
        assertEquals(Message.of("decision-gates.approval.password.too-many", 5, 1L), said(599));
        assertEquals("once, however often they try on", List.of("ann"), refused);
        assertEquals(5, checked.size());
    }

    /** Many that are sent at once are no more tries than one after the other. */
    @Test
    public void checksNoMoreThanFiveAtOnce() throws Exception {
        CountDownLatch allAsk = new CountDownLatch(5);
        Reauthentication slow = asking((user, password) -> {
            allAsk.countDown();
            await(allAsk);
            return Outcome.WRONG;
        });
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Optional<Message>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> slow.fault("ann", new Password("guess"), NOON)));
            }
            int wrong = 0;
            for (Future<Optional<Message>> answer : answers) {
                wrong += name(answer.get()).equals("wrong") ? 1 : 0;
            }
            assertEquals(5, wrong);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whoever is right is not told that they were wrong, and each place is free again. */
    @Test
    public void accusesNobodyOfWhatIsUnderWay() throws Exception {
        CountDownLatch allAsk = new CountDownLatch(5);
        CountDownLatch othersAreRefused = new CountDownLatch(1);
        Reauthentication slow = asking((user, password) -> {
            allAsk.countDown();
            await(othersAreRefused);
            return password.typed().equals("right") ? Outcome.RIGHT : Outcome.NOT_POSSIBLE;
        });
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<Optional<Message>>> answers = new ArrayList<>();
            for (String typed : List.of("right", "away", "right", "away", "right")) {
                answers.add(threads.submit(() -> slow.fault("ann", new Password(typed), NOON)));
            }
            await(allAsk);
            assertEquals("under-way", name(slow.fault("ann", new Password("right"), NOON)));
            othersAreRefused.countDown();
            List<String> faults = new ArrayList<>();
            for (Future<Optional<Message>> answer : answers) {
                faults.add(name(answer.get()));
            }
            assertEquals(List.of("", "not-possible", "", "not-possible", ""), faults);
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < 6; i++) {
            assertEquals("", name(slow.fault("ann", new Password("right"), NOON)));
        }
    }

    /** What the host throws lets nobody go on, and is a try. */
    @Test
    public void goesOnForNobodyWhereTheHostBreaks() {
        Reauthentication broken = asking((user, password) -> {
            throw new IllegalStateException("down");
        });
        for (int i = 0; i < 5; i++) {
            assertThrows(IllegalStateException.class, () -> broken.fault("ann", new Password("x"), NOON));
        }
        assertEquals("too-many", name(broken.fault("ann", new Password("x"), NOON)));
        Reauthentication silent = asking((user, password) -> null);
        assertThrows(NullPointerException.class, () -> silent.fault("ann", new Password("x"), NOON));
    }

    @Test
    public void neverSaysAPassword() {
        assertEquals("a password, no password", new Password("secret") + ", " + Password.NONE);
        ApprovedIssue issue = new ApprovedIssue();
        ApprovalService.Action action = issue.action("ann", "", new Password("secret"));
        assertFalse(action.toString(), action.toString().contains("secret"));
    }

    private Reauthentication asking(PasswordCheck check) {
        return new Reauthentication(check, refused::add);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message said(int seconds) {
        return asked.fault("ann", new Password("secret of ann"), NOON.plusSeconds(seconds)).orElseThrow();
    }

    private String fault(String user, String typed, int seconds) {
        return name(asked.fault(user, new Password(typed), NOON.plusSeconds(seconds)));
    }

    private static String name(Optional<Message> fault) {
        return fault.map(message -> message.key().replaceFirst(".*\\.", "")).orElse("");
    }
}
