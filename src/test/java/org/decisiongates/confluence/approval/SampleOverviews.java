package org.decisiongates.confluence.approval;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverview.IssueEntry;
import org.decisiongates.approval.ApprovalOverview.PersonName;
import org.decisiongates.approval.ApprovalOverview.RequestEntry;
import org.decisiongates.approval.ApprovalOverview.Requirement;
import org.decisiongates.approval.ApprovalOverview.VerdictEntry;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.ApprovalState;

/** Approvals of the kinds a page has to cope with. */
final class SampleOverviews {

    static final Instant FETCHED = Instant.parse("2026-11-20T09:15:00Z");

    private static final PersonName LENA = new PersonName("lena", "Lena Lund", true);
    private static final PersonName QUINN = new PersonName("quinn", "Quinn Quist", true);
    private static final PersonName GONE = new PersonName("gone", "Gus Gone", false);

    private SampleOverviews() {
    }

    static ApprovalOverview typical() {
        Requirement legal = new Requirement("Legal", 1, ApprovalState.OPEN, 1, 2, List.of(LENA), 1,
                List.of(said(QUINN, Optional.empty(), Kind.APPROVED, Standing.CURRENT),
                        new VerdictEntry(GONE, Optional.of(LENA), Kind.APPROVED, Standing.STALE, FETCHED, List.of("question", "options"))),
                0);
        Requirement board = new Requirement("Board", 2, ApprovalState.NOT_ITS_TURN, 0, 1, List.of(), 3, List.of(), 0);
        return overview(List.of(issue("SHOP-12", "Which checkout do we keep?", false, true, Optional.empty(), legal, board),
                issue("SHOP-15", "Which carriers at launch", true, true, Optional.empty(),
                        new Requirement("Finance", 1, ApprovalState.MET, 1, 1, List.of(), 0,
                                List.of(said(LENA, Optional.empty(), Kind.APPROVED, Standing.CURRENT)), 0))),
                List.of("SHOP-99"));
    }

    /** Nobody asked, nothing is required, it is something else. */
    static ApprovalOverview empty() {
        return overview(List.of(issue("SHOP-12", "Which checkout do we keep?", false, false, Optional.empty(),
                new Requirement("Legal", 1, ApprovalState.NOT_REQUESTED, 0, 0, List.of(), 0, List.of(), 0)),
                issue("SHOP-13", "", false, false, Optional.empty()), IssueEntry.withoutApprovals("SHOP-14", "SHOP-14", "Tidy up")),
                List.of());
    }

    /** Whatever can be the matter with approvals. */
    static ApprovalOverview troubled() {
        Requirement broken = new Requirement("Legal", 1, ApprovalState.CHAIN_BROKEN, 0, 1, List.of(), 0,
                List.of(said(QUINN, Optional.empty(), Kind.APPROVED, Standing.CHAIN_BROKEN)), 0);
        Requirement objected = new Requirement("Security", 1, ApprovalState.NEEDS_DISCUSSION, 0, 2, List.of(), 12,
                List.of(said(LENA, Optional.empty(), Kind.NEEDS_DISCUSSION, Standing.CURRENT),
                        said(QUINN, Optional.empty(), Kind.APPROVED, Standing.EXCLUDED),
                        said(GONE, Optional.empty(), Kind.ABSTAINED, Standing.NO_APPROVER)),
                7);
        IssueEntry many = new IssueEntry("SHOP-2", "PAY-2", "Moved to another project", true, false, true, Optional.empty(),
                Optional.empty(),
                Collections.nCopies(2, objected), 3);
        return overview(List.of(issue("SHOP-1", "Sealed, and altered", false, true, Optional.of(3), broken), many),
                List.of("GONE-1", "SHOP-99"));
    }

    static ApprovalOverview hostile() {
        String text = GoldenHtml.HOSTILE;
        PersonName person = new PersonName(text, text, true);
        Requirement requirement = new Requirement(text, 1, ApprovalState.OPEN, 0, 1, List.of(person), 9,
                List.of(new VerdictEntry(person, Optional.of(person), Kind.APPROVED, Standing.STALE, FETCHED, List.of(text))), 4);
        return overview(List.of(new IssueEntry("SHOP-12", text, text, true, true, true,
                Optional.of(new RequestEntry(person, FETCHED, text)), Optional.of(1), List.of(requirement), 2)),
                List.of("SHOP-99", text));
    }

    private static ApprovalOverview overview(List<IssueEntry> issues, List<String> unseen) {
        return new ApprovalOverview(FETCHED, "Europe/Berlin", issues, unseen);
    }

    private static IssueEntry issue(String key, String summary, boolean over, boolean requested, Optional<Integer> brokenAt,
            Requirement... requirements) {
        return new IssueEntry(key, key, summary, true, over, requested,
                requested ? Optional.of(new RequestEntry(LENA, FETCHED, over ? "" : "Please read the refunds first.")) : Optional.empty(),
                brokenAt, List.of(requirements), 0);
    }

    private static VerdictEntry said(PersonName person, Optional<PersonName> onBehalfOf, Kind kind, Standing standing) {
        return new VerdictEntry(person, onBehalfOf, kind, standing, FETCHED, List.of());
    }
}
