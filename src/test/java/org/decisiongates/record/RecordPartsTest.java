package org.decisiongates.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.store.record.AoRecordsTest;

public class RecordPartsTest {

    @Test
    public void writeEveryRowSoThatItCanBeReadBack() {
        for (IssueRecord row : AoRecordsTest.EVERY_PART) {
            assertEquals(row, RecordParts.row(row.kind(), RecordParts.of(row)));
            assertEquals(RecordParts.text(row), row, RecordParts.read(RecordParts.text(row)));
            assertEquals(EnumSet.copyOf(RecordPart.of(row.kind())), RecordParts.of(row).keySet());
        }
        for (IssueRecord row : AoRecordsTest.BARE) {
            assertEquals(row, RecordParts.read(RecordParts.text(row)));
            Set<RecordPart> required = EnumSet.noneOf(RecordPart.class);
            RecordPart.of(row.kind()).stream().filter(RecordPart::isRequired).forEach(required::add);
            assertEquals(row.toString(), required, RecordParts.of(row).keySet());
        }
    }

    @Test
    public void leaveNoKindOut() {
        assertEquals(List.of(Kind.values()), AoRecordsTest.EVERY_PART.stream().map(IssueRecord::kind).sorted().toList());
        assertEquals(List.of(Kind.values()), AoRecordsTest.BARE.stream().map(IssueRecord::kind).sorted().toList());
    }

    @Test
    public void tellALinkFromTheNameOfAFile() {
        Map<RecordPart, String> parts = new EnumMap<>(Map.of(RecordPart.TEXT, "x", RecordPart.REFERENCE, "HTTPS://ci.example.com"));
        assertEquals(Evidence.Source.LINK, ((Evidence) RecordParts.row(Kind.EVIDENCE, parts)).source());
        for (String name : List.of("review.pdf", "javascript:alert(1)", "//example.com", "https:x")) {
            parts.put(RecordPart.REFERENCE, name);
            assertEquals(name, Evidence.Source.ATTACHMENT, ((Evidence) RecordParts.row(Kind.EVIDENCE, parts)).source());
        }
    }

    @Test
    public void refuseWhatNoRowIsStoredAs() {
        for (String text : List.of("", "kind=wish;text=x", "kind=risk;text=x;state=GONE", "kind=criterion;text=x;state=OPEN;target=many",
                "nonsense")) {
            assertThrows(text, IllegalArgumentException.class, () -> RecordParts.read(text));
        }
        assertTrue(RecordParts.read("kind=criterion;text=x;state=OPEN;colour=red") instanceof Criterion);
    }
}
