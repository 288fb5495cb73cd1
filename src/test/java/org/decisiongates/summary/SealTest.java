package org.decisiongates.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

public class SealTest {

    private final SealedSnapshot first = Seal
            .on(new SealedSnapshot("project:10000", "2026-W45", Instant.parse("2026-11-09T00:10:00.123456Z"), true, "{}", "", ""));
    private final SealedSnapshot second = after(first, "2026-W46");
    private final SealedSnapshot third = after(second, "2026-W47");

    @Test
    public void believesWhatNobodyTouched() {
        assertEquals(Seal.INTACT, Seal.verify(first, Optional.empty()));
        assertEquals(Seal.INTACT, Seal.verify(second, Optional.of(first)));
        assertEquals(List.of(Seal.INTACT, Seal.INTACT, Seal.INTACT), Seal.verify(List.of(third, second, first)));
        assertEquals(List.of(Seal.INTACT, Seal.INTACT), Seal.verify(List.of(third, second)));
        assertEquals(List.of(), Seal.verify(List.of()));
        assertEquals(Instant.parse("2026-11-09T00:10:00.123Z"), first.closedAt());
    }

    /** What is sealed is what another program reckons: lengths as four bytes, texts as UTF-8. */
    @Test
    public void staysTheSealItWas() {
        assertEquals("b248fa2d60c599b44e6200e1f1c5e46b8876d973f13fcf883465fcebda59c513", first.seal());
    }

    @Test
    public void noticesAWeekThatWasReplacedRemovedOrPutIn() {
        SealedSnapshot forged = Seal
                .on(new SealedSnapshot(second.scope(), second.week(), second.closedAt(), false, "{\"nicer\":1}", first.seal(), ""));

        assertEquals(List.of(Seal.CHAIN_BROKEN, Seal.INTACT, Seal.INTACT), Seal.verify(List.of(third, forged, first)));
        assertEquals(List.of(Seal.CHAIN_BROKEN, Seal.INTACT), Seal.verify(List.of(third, first)));
        assertEquals(Seal.CHAIN_BROKEN, Seal.verify(third, Optional.empty()));
        assertEquals(Seal.CHAIN_BROKEN, Seal.verify(first, Optional.of(first)));
        assertEquals(Seal.CHAIN_BROKEN, Seal.verify(after(second, "2026-W44"), Optional.of(second)));
        assertEquals(Seal.CHAIN_BROKEN,
                Seal.verify(Seal.on(new SealedSnapshot("project:10001", "2026-W46", first.closedAt(), false, "{}", first.seal(), "")),
                        Optional.of(first)));
    }

    @Test
    public void believesWhatAnErasureLeftAndTheWeeksBehindIt() {
        SealedSnapshot erased = Seal.erased(second, "{\"by\":\"(erased)\"}", "e1");
        assertEquals(List.of(Seal.INTACT, Seal.INTACT, Seal.INTACT), Seal.verify(List.of(third, erased, first)));
        SealedSnapshot again = Seal.erased(erased, "{\"by\":\"\"}", "e2");
        assertEquals(List.of(Seal.INTACT, Seal.INTACT, Seal.INTACT), Seal.verify(List.of(third, again, first)));

        for (SealedSnapshot changed : List.of(
                erasedAs(erased, "{\"by\":\"somebody\"}", erased.seal(), erased.erased()),
                erasedAs(erased, erased.body(), first.seal(), erased.erased()),
                erasedAs(erased, erased.body(), erased.seal(), Optional.empty()),
                erasedAs(erased, erased.body(), erased.seal(), again.erased()),
                erasedAs(second, second.body(), second.seal(), erased.erased()))) {
            assertEquals(Seal.CHANGED, Seal.verify(List.of(third, changed, first)).get(1));
        }
    }

    private static SealedSnapshot erasedAs(SealedSnapshot week, String body, String seal, Optional<SealedSnapshot.Erased> erased) {
        return new SealedSnapshot(week.scope(), week.week(), week.closedAt(), week.rebuilt(), body, week.previous(), seal, erased);
    }

    @Test
    public void noticesAnyByteOfAnyOfAThousandWeeks() {
        AnySummary any = new AnySummary(46);
        Random random = new Random(46);
        int noticed = 0;
        for (int i = 0; i < 1000; i++) {
            SealedSnapshot week = Seal
                    .on(new SealedSnapshot("project:" + i, "2026-W46", Instant.ofEpochMilli(random.nextLong() >> 20), random.nextBoolean(),
                            any.frozen().text(), random.nextBoolean() ? "" : first.seal(), ""));
            List<byte[]> parts = parts(week);
            int part = random.nextInt(parts.size());
            while (parts.get(part).length == 0) {
                part = random.nextInt(parts.size());
            }
            parts.get(part)[random.nextInt(parts.get(part).length)] ^= (byte) (1 + random.nextInt(255));
            noticed += Seal.verify(List.of(week(parts, week.rebuilt()))).equals(List.of(Seal.CHANGED)) ? 1 : 0;
        }
        assertEquals(1000, noticed);
    }

    @Test
    public void noticesEveryByteOfAWeek() {
        SealedSnapshot week = Seal.on(new SealedSnapshot("project:10000", "2026-W46", Instant.parse("2026-11-16T00:10:00Z"), false,
                new AnySummary(3).frozen().text(),
                first.seal(), ""));
        assertEquals(List.of(Seal.CHANGED), Seal.verify(List.of(week(parts(week), !week.rebuilt()))));
        for (int part = 0; part < parts(week).size(); part++) {
            for (int at = 0; at < parts(week).get(part).length; at++) {
                List<byte[]> parts = parts(week);
                parts.get(part)[at] ^= 1;
                assertEquals(part + "/" + at, List.of(Seal.CHANGED), Seal.verify(List.of(week(parts, week.rebuilt()))));
            }
        }
    }

    @Test
    public void letsNoPartLendItsEndToTheNext() {
        SealedSnapshot one = Seal.on(new SealedSnapshot("project:1", "2026-W46", first.closedAt(), false, "ab", "c", ""));

        assertEquals(List.of(Seal.CHANGED),
                Seal.verify(List.of(new SealedSnapshot("project:1", "2026-W46", one.closedAt(), false, "a", "bc", one.seal()))));
        assertEquals(List.of(Seal.CHANGED),
                Seal.verify(List.of(new SealedSnapshot("project:", "12026-W46", one.closedAt(), false, "ab", "c", one.seal()))));
    }

    @Test
    public void takesHalfACharacterForAChange() {
        SealedSnapshot broken = new SealedSnapshot("project:1", "2026-W46", first.closedAt(), false, "\ud83d", "", "");

        assertThrows(IllegalArgumentException.class, () -> Seal.on(broken));
        assertEquals(List.of(Seal.CHANGED), Seal.verify(List.of(broken)));
    }

    private static SealedSnapshot after(SealedSnapshot previous, String week) {
        return Seal
                .on(new SealedSnapshot(previous.scope(), week, previous.closedAt().plusSeconds(604_800), false, "{}", previous.seal(), ""));
    }

    private static List<byte[]> parts(SealedSnapshot week) {
        List<byte[]> parts = new ArrayList<>();
        for (String text : List.of(week.scope(), week.week(), week.body(), week.previous(), week.seal())) {
            parts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        parts.add(ByteBuffer.allocate(Long.BYTES).putLong(0, week.closedAt().toEpochMilli()).array());
        return parts;
    }

    private static SealedSnapshot week(List<byte[]> parts, boolean rebuilt) {
        List<String> texts = parts.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
        return new SealedSnapshot(texts.get(0), texts.get(1), Instant.ofEpochMilli(ByteBuffer.wrap(parts.get(5)).getLong()), rebuilt,
                texts.get(2),
                texts.get(3), texts.get(4));
    }
}
