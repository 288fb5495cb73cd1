package org.decisiongates.store.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.AoDatabase;
import org.decisiongates.takeout.ImportedIssue;

@RunWith(Parameterized.class)
public class AoImportedIssuesTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final String ORIGIN = ImportedIssue.origin("https://old.example.com/", 10_008);

    private final AoImportedIssues imported;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoImportedIssuesTest(AoDatabase kind) throws SQLException {
        imported = new AoImportedIssues(kind.open().ao());
    }

    @Test
    public void remembersWhatAnIssueBecame() {
        assertEquals(Optional.empty(), imported.find(ORIGIN));
        assertTrue(imported.begin(ORIGIN, NINE));
        assertFalse("once is enough", imported.begin(ORIGIN, NINE.plusSeconds(1)));
        assertEquals(Optional.of(new ImportedIssue(ORIGIN, Optional.empty(), NINE, false)), imported.find(ORIGIN));
        assertFalse(imported.isImported(20_001));
        imported.became(ORIGIN, 20_001);
        imported.done(ORIGIN);
        assertEquals(Optional.of(new ImportedIssue(ORIGIN, Optional.of(20_001L), NINE, true)), imported.find(ORIGIN));
        assertTrue(imported.isImported(20_001));
    }

    @Test
    public void forgetsWhatCameToNothing() {
        imported.begin(ORIGIN, NINE);
        imported.forget(ORIGIN);
        imported.forget(ORIGIN);
        assertEquals(Optional.empty(), imported.find(ORIGIN));
        assertTrue(imported.begin(ORIGIN, NINE));
    }

    @Test
    public void knowsAnIssueByItsInstanceAndItsId() {
        assertEquals(ORIGIN, ImportedIssue.origin("https://old.example.com", 10_008));
        assertEquals("in any case", ORIGIN, ImportedIssue.origin("HTTPS://Old.Example.com/", 10_008));
        assertFalse(ORIGIN.equals(ImportedIssue.origin("https://other.example.com", 10_008)));
        assertFalse(ORIGIN.equals(ImportedIssue.origin("https://old.example.com", 10_009)));
    }
}
