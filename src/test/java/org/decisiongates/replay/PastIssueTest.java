package org.decisiongates.replay;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.replay.FieldHistoryFormat.Kind;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

/** What is certain of an issue's past, and what is not. The history has three edits, at noon and one and two minutes later. */
public class PastIssueTest {

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Field PLAN = new Field("customfield_1");
    private static final Field COLOURS = new Field("customfield_2");
    private static final Field SCRIPTED = new Field("customfield_3");
    private static final Person ANN = new Person("ann", "Ann", true, true);

    private final List<HistoryGroup> history = new ArrayList<>();
    private final Set<String> fieldNames = new java.util.HashSet<>(Set.of("Plan", "Colours"));
    private boolean shared;
    private IssueSnapshot now = IssueSnapshot.EMPTY;

    @Test
    public void givesBackWhatAFieldHeld() {
        now = now.with(PLAN, "third").with(Field.DUE_DATE, LocalDate.of(2026, 12, 3)).with(Field.PRIORITY, new Choice("3", "Low"));
        edit(0, text("Plan", "", "first\r\nline"), own("duedate", "", "2026-12-01"));
        edit(1, text("Plan", "first\nline", "second"), own("priority", "1", "3"));
        edit(2, text("Plan", "second", "third"), own("duedate", "2026-12-01", "2026-12-03"));
        assertEquals(List.of("", "first\nline", "second", "third"),
                List.of(-1, 0, 1, 2).stream().map(minute -> at(minute).text(PLAN)).toList());
        assertEquals(List.of("none", "2026-12-01", "2026-12-01", "2026-12-03"), List.of(-1, 0, 1, 2).stream()
                .map(minute -> at(minute).date(Field.DUE_DATE).map(LocalDate::toString).orElse("none")).toList());
        assertEquals(List.of(new Choice("1", "1")), at(0).choices(Field.PRIORITY));
        assertEquals(List.of(new Choice("3", "Low")), at(1).choices(Field.PRIORITY));
        assertFalse(at(-1).isSet(PLAN));
        assertTrue(at(0).isSet(PLAN));
    }

    @Test
    public void knowsNothingWhereTheHistoryContradictsItself() {
        now = now.with(PLAN, "another");
        edit(0, text("Plan", "", "first"));
        edit(1, text("Plan", "second", "third"));
        unknown(() -> at(0).text(PLAN));
        unknown(() -> at(2).text(PLAN));
        assertEquals("", at(-1).text(PLAN));
    }

    @Test
    public void knowsNothingOfWhatMayHaveHadAnotherName() {
        now = now.with(PLAN, "third");
        edit(0, text("Former plan", "first", "third"));
        edit(1, text("Colours", "red", "third"));
        unknown(() -> at(-1).text(PLAN));
        assertEquals("third", at(0).text(PLAN));
    }

    @Test
    public void tellsTwoFieldsOfOneNameApartOnlyWhileNeitherChanged() {
        shared = true;
        now = now.with(PLAN, "plan");
        assertEquals("plan", at(-1).text(PLAN));
        edit(0, text("Plan", "", "plan"));
        unknown(() -> at(-1).text(PLAN));
        unknown(() -> at(1).text(PLAN));
    }

    @Test
    public void ordersSeveralStepsOfOneChangeByWhatTheyBeganWith() {
        now = now.with(PLAN, "c");
        edit(0, text("Plan", "b", "c"), text("Plan", "a", "b"));
        assertEquals("a", at(-1).text(PLAN));
        now = now.with(PLAN, "a");
        edit(1, text("Plan", "c", "b"), text("Plan", "b", "c"), text("Plan", "b", "a"));
        unknown(() -> at(0).text(PLAN));
        assertEquals("a", at(1).text(PLAN));
    }

    @Test
    public void knowsWhetherThereWasAnythingWhereTheHistoryDoesNotSayWhat() {
        now = now.with(COLOURS, new Choice("1", "red"));
        edit(0, new HistoryItem(true, "Colours", "", "", "[2, 3]", "blue, green"));
        edit(1, new HistoryItem(true, "Colours", "[2, 3]", "blue, green", "[1]", "red"));
        assertFalse(at(-1).isSet(COLOURS));
        assertTrue(at(0).isSet(COLOURS));
        unknown(() -> at(0).choices(COLOURS));
        assertEquals(List.of(new Choice("1", "red")), at(1).choices(COLOURS));
    }

    @Test
    public void knowsNothingOfFieldsWithoutAHistory() {
        now = now.with(SCRIPTED, "42");
        unknown(() -> at(0).text(SCRIPTED));
        unknown(() -> at(0).isSet(SCRIPTED));
        unknown(() -> at(0).changes(SCRIPTED));
    }

    @Test
    public void addsAndTakesAwayVersions() {
        Field versions = new Field("fixVersions");
        now = now.with(versions, version("1"), version("2"));
        edit(0, new HistoryItem(false, "Fix Version", "3", "R3", "", ""));
        edit(1, new HistoryItem(false, "Fix Version", "", "", "2", "R2"));
        assertEquals(List.of(version("1"), version("3")), at(-1).versions(versions));
        assertEquals(List.of(version("1")), at(0).versions(versions));
        edit(2, new HistoryItem(false, "Fix Version", "", "", "9", "R9"));
        unknown(() -> at(1).versions(versions));
    }

    @Test
    public void takesAnAccountThatCanDoLessNowForUnknown() {
        now = now.withAccount(ANN).with(Field.OWNER, new Person("bob", "Bob", false, false));
        edit(0, new HistoryItem(true, "Owner", "ann", "Ann", "bob", "Bob"));
        assertEquals(Optional.of(ANN), at(-1).person(Field.OWNER));
        assertEquals(Optional.of(ANN), at(0).personWithKey("ann"));
        unknown(() -> at(0).person(Field.OWNER));
        unknown(() -> at(0).people(Field.OWNER));
        unknown(() -> at(0).personWithKey("gone"));
    }

    @Test
    public void cannotTellWhatPeopleWereAllowedOrSaid() {
        now = now.inGroup("ann", "leads").inRole("ann", "10100");
        unknown(() -> at(0).isInGroup("ann", "leads"));
        unknown(() -> at(0).isInRole("ann", "10100"));
        unknown(() -> at(0).maySee("ann"));
        unknown(() -> at(0).comments());
        unknown(() -> at(0).threads());
        unknown(() -> at(0).disputes());
        unknown(() -> at(0).approvedScope());
        unknown(() -> at(0).followUps());
        unknown(() -> at(0).approvals());
        unknown(() -> at(0).comment());
    }

    @Test
    public void leavesOutFilesOfLaterAndKnowsNothingOfThoseRemoved() {
        now = now.attached(new IssueAttachment("a.pdf", "", Optional.empty(), NOON)).attached(new IssueAttachment("b.pdf", "",
                Optional.empty(), NOON.plusSeconds(60)));
        assertEquals(1, at(0).attachments().size());
        edit(1, own("Attachment", "10", ""));
        unknown(() -> at(0).attachments());
        assertEquals(2, at(1).attachments().size());
    }

    @Test
    public void knowsNothingOfTheFieldsOfAnIssueThatWasMoved() {
        edit(1, own("project", "1", "2"));
        unknown(() -> at(0).has(PLAN));
        assertTrue(at(1).has(PLAN));
    }

    @Test
    public void cannotTellWhatWasTypedAtATransitionThatWasRefused() {
        now = now.with(PLAN, "plan");
        PastIssue refused = issue().at(moment(1, Optional.empty()),
                field -> field.equals(PLAN) ? ScreenFields.Place.ON : ScreenFields.Place.OFF);
        unknown(() -> refused.text(PLAN));
        unknown(() -> refused.changes(PLAN));
        assertEquals(Optional.empty(), refused.date(Field.DUE_DATE));
        unknown(() -> issue().at(moment(1, Optional.empty()), field -> ScreenFields.Place.UNKNOWN).date(Field.DUE_DATE));
    }

    @Test
    public void seesWhatWasEditedOnTheScreenOfATransition() {
        now = now.with(PLAN, "after").movedTo(new IssueStatus("2", "Two", Optional.empty()));
        edit(0, own("status", "1", "2"), text("Plan", "before", "after"));
        ReplayMoment moment = moment(0, Optional.of(new ReplayMoment.EnteredStatus("1", "2", "Two")));
        PastIssue onScreen = issue().at(moment, field -> ScreenFields.Place.ON);
        assertEquals("after", onScreen.text(PLAN));
        assertTrue(onScreen.changes(PLAN));
        assertFalse(onScreen.changes(Field.DUE_DATE));
        assertEquals("1", onScreen.status().id());
        PastIssue besideIt = issue().at(moment, field -> ScreenFields.Place.OFF);
        unknown(() -> besideIt.text(PLAN));
        assertEquals(Optional.empty(), besideIt.date(Field.DUE_DATE));
    }

    private static void unknown(org.junit.function.ThrowingRunnable question) {
        assertThrows(UnknownValueException.class, question);
    }

    /** When nothing was on a screen. */
    private PastIssue at(int minute) {
        return issue().at(moment(IssueHistory.of(history).placeAt(NOON.plusSeconds(60L * minute)), minute, Optional.empty()),
                field -> ScreenFields.Place.OFF);
    }

    private static ReplayMoment moment(int place, Optional<ReplayMoment.EnteredStatus> entered) {
        return moment(place, place, entered);
    }

    private static ReplayMoment moment(int place, int minute, Optional<ReplayMoment.EnteredStatus> entered) {
        return new ReplayMoment(place, NOON.plusSeconds(60L * minute), Optional.of("ann"), entered, OptionalInt.empty(), "", List.of());
    }

    private ReplayedIssue issue() {
        return new ReplayedIssue(new CurrentIssue(1, "SHOP-1", 2, "decision", now.status().id(), now), IssueHistory.of(history),
                new Reading(fieldNames, shared), () -> new RecordsInTime(List.of(), List.of(), true));
    }

    private void edit(int minute, HistoryItem... items) {
        history.add(new HistoryGroup(history.size() + 1L, "ann", NOON.plusSeconds(60L * minute), List.of(items)));
    }

    private static HistoryItem text(String field, String from, String to) {
        return new HistoryItem(true, field, "", from, "", to);
    }

    private static HistoryItem own(String field, String from, String to) {
        return new HistoryItem(false, field, from, from, to, to);
    }

    private static ProjectVersion version(String id) {
        return new ProjectVersion(id, "R" + id, Optional.empty(), false);
    }

    private record Reading(Set<String> names, boolean shared) implements HistoryReading {

        private static final Map<Field, FieldHistoryFormat> OWN = Map.of(Field.DUE_DATE, FieldHistoryFormat.own("duedate", Kind.DAY),
                Field.PRIORITY,
                FieldHistoryFormat.own("priority", Kind.CHOICE), new Field("fixVersions"),
                FieldHistoryFormat.own("Fix Version", Kind.VERSIONS),
                Field.OWNER, new FieldHistoryFormat(true, Set.of("Owner"), Kind.PERSON, false), COLOURS,
                new FieldHistoryFormat(true, Set.of("Colours"), Kind.OTHER, false));

        @Override
        public FieldHistoryFormat historyFormat(Field field) {
            return field.equals(PLAN) ? new FieldHistoryFormat(true, Set.of("Plan"), Kind.TEXT, shared)
                    : OWN.getOrDefault(field, FieldHistoryFormat.without(Kind.UNRECORDED));
        }

        @Override
        public boolean isFieldNow(String name) {
            return names.contains(name);
        }

        @Override
        public String personKey(String id, String text) {
            return id;
        }

        @Override
        public Optional<ProjectVersion> version(String id) {
            return Optional.of(PastIssueTest.version(id));
        }

        @Override
        public IssueStatus status(long projectId, String typeId, String statusId, String name) {
            return new IssueStatus(statusId, name, Optional.empty());
        }

        @Override
        public String type(long projectId, String typeId) {
            return typeId;
        }

        @Override
        public Optional<LinkedIssue.Link> link(String sentence, String otherKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Long> issueId(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Standing> standing(long issueId, Instant at) {
            return Optional.empty();
        }
    }
}
