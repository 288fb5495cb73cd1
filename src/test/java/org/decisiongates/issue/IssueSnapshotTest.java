package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

/** Issues made of values, as examples of rules have them, answer as Jira's do. */
public class IssueSnapshotTest {

    private static final Field FIELD = new Field("customfield_10300");
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @Test
    public void holdsValuesOfEveryKind() {
        ProjectVersion version = new ProjectVersion("31", "2.0", Optional.of(LocalDate.of(2026, 12, 1)), false);
        Choice high = new Choice("7", "High");

        assertEquals(List.of(version), IssueSnapshot.EMPTY.with(FIELD, version).versions(FIELD));
        assertEquals(List.of(high), IssueSnapshot.EMPTY.with(FIELD, high).choices(FIELD));
        assertEquals(Optional.of(NOON), IssueSnapshot.EMPTY.with(FIELD, NOON).moment(FIELD));
        assertEquals(Optional.of(LocalDate.of(2026, 11, 18)), IssueSnapshot.EMPTY.with(FIELD, NOON).date(FIELD));
        assertEquals(Optional.of(BigDecimal.TEN), IssueSnapshot.EMPTY.with(FIELD, BigDecimal.TEN).number(FIELD));
        assertThrows("a day is no moment", FieldTypeMismatchException.class,
                () -> IssueSnapshot.EMPTY.with(FIELD, LocalDate.of(2026, 11, 18)).moment(FIELD));
    }

    @Test
    public void tellsAnEmptyFieldOfAnyKind() {
        for (IssueSnapshot empty : List.of(IssueSnapshot.EMPTY, IssueSnapshot.EMPTY.with(FIELD, " \n"),
                IssueSnapshot.EMPTY.with(FIELD, "\u00A0\u200B"),
                IssueSnapshot.EMPTY.with(FIELD, new Person[0]), IssueSnapshot.EMPTY.with(FIELD, "x").empty(FIELD))) {
            assertFalse(empty.toString(), empty.isSet(FIELD));
            assertTrue(empty.toString(), empty.has(FIELD));
        }
        assertTrue(IssueSnapshot.EMPTY.with(FIELD, BigDecimal.ZERO).isSet(FIELD));
        assertFalse(IssueSnapshot.EMPTY.without(FIELD).has(FIELD));
    }

    @Test
    public void knowsOnlyTheGroupsAndRolesThatSomebodyIsIn() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.inGroup("ann", "leads").inGroup("bob", "leads").inRole("ann", "10010");

        assertTrue(issue.isInGroup("ann", "leads") && issue.isInGroup("bob", "leads") && issue.isInRole("ann", "10010"));
        assertFalse(issue.isInGroup("eve", "leads") || issue.isInRole("bob", "10010"));
        MissingReferenceException missing = assertThrows(MissingReferenceException.class, () -> issue.isInGroup("ann", "nobody"));
        assertEquals(Reference.to(Reference.Kind.GROUP, "nobody"), missing.reference());
        assertThrows(MissingReferenceException.class, () -> issue.isInRole("ann", "10011"));
        assertEquals(Optional.of("leads"), issue.nameOf(Reference.to(Reference.Kind.GROUP, "leads")));
        assertEquals(Optional.empty(), issue.nameOf(Reference.to(Reference.Kind.ROLE, "10011")));
        assertEquals(Optional.of("bob"), issue.nameOf(Reference.to(Reference.Kind.PERSON, "bob")));
    }

    @Test
    public void collectsWhatHappensToIt() {
        IssueComment comment = new IssueComment(Optional.of("ann"), "Agreed", NOON);
        IssueAttachment file = new IssueAttachment("plan.pdf", "application/pdf", Optional.empty(), NOON);
        IssueSnapshot issue = IssueSnapshot.EMPTY.commented(comment).attached(file)
                .movedTo(IssueSnapshot.statusOf(DecisionPhase.IN_REVIEW)).movedTo(IssueSnapshot.statusOf(DecisionPhase.DECIDED));

        assertEquals(List.of(comment), issue.comments());
        assertEquals(List.of(file), issue.attachments());
        assertEquals(Set.of("DRAFT", "IN_REVIEW", "DECIDED"), issue.phasesVisited());
    }
}
