package org.decisiongates.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

public class ChangelogReaderTest {

    private static final Instant BORN = Instant.parse("2026-11-01T09:00:00Z");
    private static final IssueState.Birth BIRTH = new IssueState.Birth(10200, BORN, "lead");
    private static final IssueState DRAFT = new IssueState("SHOP-7", 10000, "decision", "1", "", Optional.empty(), Set.of(), false, false,
            BIRTH);

    private final ChangelogReader derivation = new ChangelogReader(new Words());

    @Test
    public void tellsACreationWithHowTheIssueStood() {
        IssueState full = new IssueState("SHOP-7", 10000, "blocker", "11", "owner", Optional.of(LocalDate.parse("2026-11-20")),
                Set.of(500L, 501L), true, true, BIRTH);

        Change created = only(derivation.created(full));
        assertEquals("10200:0:CREATED", created.identity());
        assertEquals(aChange().issue(10200, "SHOP-7").group("0").item(Item.CREATED).to(created.to()).at(BORN).change(), created);
        assertEquals(new InitialState("OPEN", "owner", Optional.of(LocalDate.parse("2026-11-20")), true, true,
                Optional.of(LocalDate.parse("2026-10-01")),
                Optional.of(LocalDate.parse("2026-12-01"))), InitialState.of(created.to()));
    }

    @Test
    public void tellsEveryItemInItsOwnNotation() {
        HistoryGroup group = group(3, item("status", "1", "Draft", "2", "In review"), custom("Owner", "", "", "owner", "Olga Owner"),
                item("duedate", "", "", "2026-11-20", "2026-11-20 00:00:00.0"), custom("Acceptance criteria", "", "", "", "it works"),
                item("Fix Version", "", "", "500", "1.0"), custom("Customer-facing", "", "", "77", "Ja"),
                custom("Fallback", "", "", "", "the old way"),
                item("Link", "", "", "SHOP-9", "This issue is blocked by SHOP-9"),
                item("Link", "", "", "SHOP-8", "This issue is superseded by SHOP-8"),
                item("summary", "", "a", "", "b"), custom("Owner of something else", "", "", "x", "x"));
        List<Change> changes = derivation.changed(standing("2", "owner", "2026-11-20", Set.of(500L), true, true), group);

        assertEquals(List.of("PHASE DRAFT>IN_REVIEW", "OWNER >owner", "DUE >2026-11-20", "SCOPE >", "RELEASE >2026-10-01/2026-12-01",
                "CUSTOMER_FACING >yes", "FALLBACK >yes", "LINK:9 >SHOP-9", "SUCCESSOR:8 >SHOP-8"), texts(changes));
        assertTrue(changes.stream()
                .allMatch(change -> change.group().equals("3") && change.actor().equals("somebody") && change.at().equals(group.at())));
    }

    @Test
    public void keepsStillAboutWhatDidNotReallyChange() {
        IssueState now = standing("1", "", null, Set.of(), false, true);
        assertEquals(List.of(), derivation.changed(now, group(3, custom("Fallback", "", "the old way", "", "the very old way"),
                item("Link", "", "", "SHOP-9", "This issue blocks SHOP-9"),
                item("Link", "", "", "AWAY-1", "This issue is blocked by AWAY-1"),
                item("duedate", "", "", "", "soon"))));
    }

    @Test
    public void tellsOfTwoVersionsInOneGroupOnce() {
        List<Change> changes = derivation.changed(standing("1", "", null, Set.of(501L), false, false),
                group(3, item("Fix Version", "500", "1.0", "", ""), item("Fix Version", "", "", "501", "2.0")));
        assertEquals(List.of("RELEASE 2026-10-01/2026-12-01>/2027-02-01"), texts(changes));
    }

    @Test
    public void namesAStatusThatNoPhaseStandsFor() {
        assertEquals(List.of("PHASE status:99>DRAFT"),
                texts(derivation.changed(DRAFT, group(3, item("status", "99", "Odd", "1", "Draft")))));
        IssueState task = new IssueState("SHOP-7", 10000, "task", "4", "", Optional.empty(), Set.of(), false, false, BIRTH);
        Change moved = only(derivation.changed(task, group(3, item("status", "1", "Draft", "4", "Done"))));
        assertEquals(Kind.GATED, moved.kind());
        assertEquals("status:1>status:4", moved.from() + ">" + moved.to());
    }

    @Test
    public void tellsBothProjectsOfAMove() {
        IssueState after = new IssueState("PAY-3", 10001, "decision", "2", "owner", Optional.empty(), Set.of(), false, false, BIRTH);
        List<Change> changes = derivation.changed(after,
                group(9, item("Key", "", "SHOP-7", "", "PAY-3"), item("project", "10000", "Shop", "10001", "Payments"),
                        item("status", "1", "Draft", "2", "In review")));

        assertEquals(List.of("10000 SHOP-7 10200:9:MOVED:left", "10001 PAY-3 10200:9:CREATED", "10001 PAY-3 10200:9:PHASE"),
                changes.stream().map(change -> change.projectId() + " " + change.issueKey() + " " + change.identity()).toList());
        assertEquals("IN_REVIEW", InitialState.of(changes.get(1).to()).phase());
        assertEquals("owner", InitialState.of(changes.get(1).to()).owner());
    }

    @Test
    public void seesAnIssueComeAndGoWithItsType() {
        HistoryGroup away = group(4, item("issuetype", "decision", "Decision", "story", "Story"));
        HistoryGroup back = group(5, item("issuetype", "story", "Story", "decision", "Decision"));
        assertEquals(
                List.of("CREATED >" + only(derivation.created(DRAFT)).to(), "DELETED >",
                        "CREATED >" + only(derivation.created(DRAFT)).to()),
                texts(derivation.whole(DRAFT, List.of(away, back))));
        assertEquals(List.of(),
                derivation.changed(new IssueState("SHOP-7", 10000, "story", "1", "", Optional.empty(), Set.of(), false, false, BIRTH),
                        group(6, item("status", "3", "", "1", ""))));
    }

    @Test
    public void tellsOfADeletionOnce() {
        Change deleted = only(derivation.deleted(DRAFT, "admin", BORN.plusSeconds(60)));
        Change noticed = ChangelogReader.gone(deleted, BORN.plusSeconds(600));
        assertEquals(deleted.identity(), noticed.identity());
        assertEquals(Item.DELETED, deleted.item());
    }

    /** What the listener tells one by one and what the whole history tells must be the same, whatever happens to the issue. */
    @Test
    public void comesToTheSameStepByStepAndFromTheWholeHistory() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            IssueState standing = DRAFT;
            List<HistoryGroup> groups = new ArrayList<>();
            List<Change> steps = new ArrayList<>(derivation.created(standing));
            for (int id = 1; id <= 30; id++) {
                Step step = Step.random(standing, id, random);
                groups.add(step.group());
                standing = step.after();
                steps.addAll(derivation.changed(standing, step.group()));
            }
            Collections.shuffle(groups, random);
            assertEquals("seed " + seed, steps, derivation.whole(standing, groups));
            Set<String> names = steps.stream().map(Change::identity).collect(Collectors.toSet());
            assertEquals("seed " + seed, steps.size(), names.size());
        }
    }

    /** Something that happens to an issue, and how it stands afterwards. */
    private record Step(HistoryGroup group, IssueState after) {

        static Step random(IssueState was, int id, Random random) {
            String status = Integer.toString(random.nextInt(5));
            String owner = List.of("", "owner", "lead").get(random.nextInt(3));
            Optional<LocalDate> due = random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.of(2026, 11, 1 + random.nextInt(28)));
            Set<Long> versions = new HashSet<>(was.versions());
            long version = 500 + random.nextInt(2);
            boolean added = versions.add(version) || !versions.remove(version);
            long project = random.nextInt(6) == 0 ? 10000 + random.nextInt(2) : was.projectId();
            String key = project == was.projectId() ? was.key() : "P" + project + "-" + id;
            String type = random.nextInt(6) == 0 ? List.of("decision", "blocker", "story", "task").get(random.nextInt(4)) : was.typeId();
            boolean facing = random.nextBoolean();
            boolean fallback = random.nextBoolean();
            List<HistoryItem> items = new ArrayList<>(List.of(item("status", was.statusId(), "", status, ""),
                    custom("Owner", was.owner(), was.owner(), owner, owner),
                    item("duedate", day(was.due()), "", day(due), ""),
                    custom("Customer-facing", "", was.customerFacing() ? "Yes" : "No", "", facing ? "Yes" : "No"),
                    custom("Fallback", "", was.fallback() ? "old" : "", "", fallback ? "new" : ""), custom("Trade-offs", "", "", "", "x"),
                    item("Fix Version", added ? "" : "" + version, "", added ? "" + version : "", ""),
                    item("project", "" + was.projectId(), "", "" + project, ""),
                    item("Key", "", was.key(), "", key), item("issuetype", was.typeId(), "", type, "")));
            Collections.shuffle(items, random);
            return new Step(new HistoryGroup(id, "somebody", BORN.plusSeconds(id / 3), items),
                    new IssueState(key, project, type, status, owner, due, versions, facing, fallback, BIRTH));
        }

        private static String day(Optional<LocalDate> day) {
            return day.map(LocalDate::toString).orElse("");
        }
    }

    private static IssueState standing(String status, String owner, String due, Set<Long> versions, boolean facing, boolean fallback) {
        return new IssueState("SHOP-7", 10000, "decision", status, owner, Optional.ofNullable(due).map(LocalDate::parse), versions, facing,
                fallback, BIRTH);
    }

    private static HistoryGroup group(long id, HistoryItem... items) {
        return new HistoryGroup(id, "somebody", BORN.plusSeconds(id), List.of(items));
    }

    private static HistoryItem item(String field, String from, String fromText, String to, String toText) {
        return new HistoryItem(false, field, from, fromText, to, toText);
    }

    private static HistoryItem custom(String field, String from, String fromText, String to, String toText) {
        return new HistoryItem(true, field, from, fromText, to, toText);
    }

    /** The type of the issue is the same: its project began to use it as a Decision, or ceased to. */
    @Test
    public void saysWhatAnIssueIsNowThatWasRecordedAsSomethingElse() {
        for (String was : List.of("task", "decision")) {
            String is = was.equals("task") ? "decision" : "task";
            List<Change> recorded = new ArrayList<>(derivation.created(ofType(was)));

            Change correction = only(derivation.corrections(ofType(is), List.of(), JournalOrdering.of(recorded), BORN.plusSeconds(60)));

            assertEquals(Item.CREATED, correction.item());
            assertEquals(derivation.created(ofType(is)).get(0).kind(), correction.kind());
            assertTrue(correction.isCorrection());
            recorded.add(correction);
            assertEquals("said once", List.of(),
                    derivation.corrections(ofType(is), List.of(), JournalOrdering.of(recorded), BORN.plusSeconds(120)));
            assertEquals(correction.kind(), IssueTimeline.of(recorded, Set.of(10000L)).kind());
            assertEquals(List.of(), IssueTimeline.of(recorded, Set.of(10000L)).corrections());
        }
    }

    private static IssueState ofType(String type) {
        return new IssueState("SHOP-7", 10000, type, "1", "owner", Optional.empty(), Set.of(), false, false, BIRTH);
    }

    private static Change only(List<Change> changes) {
        assertEquals(changes.toString(), 1, changes.size());
        return changes.get(0);
    }

    private static List<String> texts(List<Change> changes) {
        return changes.stream()
                .map(change -> change.item() + (change.subject().isEmpty() ? "" : ":" + change.subject()) + " " + change.from() + ">"
                        + change.to())
                .toList();
    }

    private static final class Words implements FieldMapping {

        private static final Map<String, TrackedField> JIRAS = Map.of("Key", TrackedField.KEY, "project", TrackedField.PROJECT, "issuetype",
                TrackedField.TYPE, "status",
                TrackedField.STATUS, "duedate", TrackedField.DUE, "Fix Version", TrackedField.RELEASE, "Link", TrackedField.LINK);
        private static final Map<String, TrackedField> OURS = Map.of("Owner", TrackedField.OWNER, "Acceptance criteria", TrackedField.SCOPE,
                "Trade-offs", TrackedField.SCOPE,
                "Customer-facing", TrackedField.CUSTOMER_FACING, "Fallback", TrackedField.FALLBACK);

        @Override
        public Optional<Kind> kind(long projectId, String typeId) {
            return Optional.ofNullable(Map.of("decision", Kind.DECISION, "blocker", Kind.BLOCKER, "task", Kind.GATED).get(typeId));
        }

        @Override
        public String phase(long projectId, String typeId, String statusId, String statusName) {
            return Map.of("decision 1", "DRAFT", "decision 2", "IN_REVIEW", "blocker 11", "OPEN").getOrDefault(typeId + " " + statusId,
                    "status:" + statusId);
        }

        @Override
        public Optional<Field> field(HistoryItem item) {
            return Optional.ofNullable((item.custom() ? OURS : JIRAS).get(item.field()))
                    .map(tracked -> new Field(tracked, Optional.empty(), true));
        }

        @Override
        public String person(String id, String text) {
            return id.isEmpty() ? text : id;
        }

        @Override
        public boolean customersNotice(String optionId, String name) {
            return optionId.equals("77") || name.equals("Yes");
        }

        @Override
        public Optional<Item> link(String sentence, String otherKey) {
            return sentence.endsWith(" is blocked by " + otherKey) ? Optional.of(Item.LINK)
                    : sentence.endsWith(" is superseded by " + otherKey) ? Optional.of(Item.SUCCESSOR)
                    : Optional.empty();
        }

        @Override
        public Optional<ReleaseDates> release(long versionId) {
            return Optional.ofNullable(
                    Map.of(500L, new ReleaseDates(Optional.of(LocalDate.parse("2026-10-01")), Optional.of(LocalDate.parse("2026-12-01"))),
                            501L, new ReleaseDates(Optional.empty(), Optional.of(LocalDate.parse("2027-02-01")))).get(versionId));
        }

        @Override
        public OptionalLong issueId(String key) {
            return key.startsWith("AWAY") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(key.substring(key.indexOf('-') + 1)));
        }
    }
}
