package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.approval.ApprovalOverview.IssueEntry;
import org.decisiongates.approval.ApprovalOverview.PersonName;
import org.decisiongates.approval.ApprovalOverview.RequestEntry;
import org.decisiongates.approval.ApprovalOverview.Requirement;
import org.decisiongates.approval.ApprovalOverview.VerdictEntry;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.json.UnreadableJsonException;

public class ApprovalOverviewTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final PersonName LENA = new PersonName("lena", "Lena Lund", true);

    @Test
    public void isReadAsItWasWritten() throws Exception {
        ApprovalOverview overview = overview(issue("SHOP-1", 1, 1), issue("SHOP-2", 0, 0));
        assertEquals(overview, ApprovalOverviewJson.read(ApprovalOverviewJson.write(overview)));
    }

    /** Confluence may be newer for a while. */
    @Test
    public void isReadOfAJiraThatDoesNotTellWhoAsked() throws Exception {
        String text = ApprovalOverviewJson.write(overview(issue("SHOP-1", 1, 1)));
        String older = text.replaceFirst("\"request\":\\{\"person\":\\{[^}]*\\}[^}]*\\},", "");
        assertFalse(older, older.contains("Please read it"));
        assertEquals(Optional.empty(), ApprovalOverviewJson.read(older).issues().get(0).request());
    }

    @Test
    public void givesAPageWhatItAskedForInItsOrder() {
        ApprovalOverview overview = overview(issue("SHOP-1", 1, 1), issue("SHOP-2", 0, 0), issue("SHOP-3", 0, 0));
        ApprovalOverview part = overview.of(List.of("SHOP-3", "GONE-1", "SHOP-1"));
        assertEquals(List.of("SHOP-3", "SHOP-1"), part.issues().stream().map(IssueEntry::asked).toList());
        assertEquals("nothing of what others asked for", List.of("GONE-1"), part.unseen());
    }

    @Test
    public void canBeReadHoweverMuchThereIs() throws Exception {
        String word = "\u20ac".repeat(400);
        PersonName somebody = new PersonName("JIRAUSER10000", word, true);
        Requirement said = new Requirement(word, 1, ApprovalState.OPEN, 1, 2, Collections.nCopies(ApprovalOverview.MAX_NAMED, somebody),
                500,
                Collections.nCopies(ApprovalOverview.MAX_VERDICTS, new VerdictEntry(somebody, Optional.empty(), Kind.NEEDS_DISCUSSION,
                        Standing.CHAIN_BROKEN, NOON, List.of("question", "chosen-option"))),
                7);
        Requirement silent = new Requirement(word, 1, ApprovalState.OPEN, 1, 2, said.missing(), 500, List.of(), 0);
        List<Requirement> all = new ArrayList<>(Collections.nCopies(ApprovalOverview.MAX_REQUIREMENTS - 1, silent));
        all.add(said);
        IssueEntry issue = new IssueEntry("SHOP-1", "SHOP-1", word, true, false, true, Optional.of(new RequestEntry(somebody, NOON, word)),
                Optional.of(3), all, 4);
        ApprovalOverview large = new ApprovalOverview(NOON, "Europe/Berlin", Collections.nCopies(ApprovalOverview.MAX_ISSUES, issue),
                List.of());
        String text = ApprovalOverviewJson.write(large);
        assertEquals(large, ApprovalOverviewJson.read(text));
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        assertTrue("more than the other side reads: " + bytes, bytes <= 2 * 1024 * 1024);
    }

    @Test
    public void isNotReadWhereItSaysWhatThisVersionDoesNotKnow() {
        String text = ApprovalOverviewJson.write(overview(issue("SHOP-1", 1, 1)));
        for (String wrong : List.of(text.replace("\"open\"", "\"half-open\""), text.replace("Europe/Berlin", "Europe/Nowhere"),
                text.replace("\"unseen\"", "\"hidden\""), "[]", "")) {
            assertThrows(wrong, UnreadableJsonException.class, () -> ApprovalOverviewJson.read(wrong));
        }
    }

    private static ApprovalOverview overview(IssueEntry... issues) {
        return new ApprovalOverview(NOON, "Europe/Berlin", List.of(issues), List.of("GONE-1", "GONE-2"));
    }

    private static IssueEntry issue(String key, int requirements, int verdicts) {
        VerdictEntry verdict = new VerdictEntry(LENA, Optional.of(new PersonName("quinn", "Quinn Quist", false)), Kind.APPROVED,
                Standing.STALE, NOON, List.of("options"));
        return new IssueEntry(key, key, "Which checkout do we keep?", true, false, true,
                Optional.of(new RequestEntry(LENA, NOON, "Please read it")), Optional.empty(), Collections.nCopies(requirements,
                        new Requirement("Legal", 1, ApprovalState.OPEN, 0, 2, List.of(LENA), 3, Collections.nCopies(verdicts, verdict), 0)),
                0);
    }
}
