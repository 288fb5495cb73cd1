package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import org.junit.Test;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.CurrentLink;
import org.decisiongates.timeline.FieldMapping;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;
import org.decisiongates.timeline.InitialState;
import org.decisiongates.timeline.IssueState;
import org.decisiongates.timeline.JournalOrdering;
import org.decisiongates.timeline.PhaseChange;

/** Histories as Jiras that real people use hold them, each the smallest that was once read wrongly. */
public class RealHistoriesTest {

    private static final Instant BORN = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final IssueState.Birth BIRTH = new IssueState.Birth(10200, BORN, "lead");

    private final AnInstallation jira = new AnInstallation().withLinkType(1, "Blocks", "is blocked by", "blocks").withLinkType(2, "Relates",
            "relates to", "relates to");

    @Test
    public void readsTwoStepsOfOneFieldInOneEntry() {
        List<Change> changes = jira.derivation().whole(decision("DECIDED"),
                List.of(group(5, TEN, status("DRAFT", "IN_REVIEW"), status("IN_REVIEW", "DECIDED"))));
        assertEquals(List.of("10200:0:CREATED >phase=DRAFT", "10200:5:PHASE DRAFT>IN_REVIEW", "10200:5:PHASE#1 IN_REVIEW>DECIDED"),
                texts(changes));
        assertClosed("DECIDED", TEN, changes);
    }

    @Test
    public void readsTheStepsOfAnEntryInWhicheverOrderTheyAreListed() {
        List<Change> changes = jira.derivation().whole(decision("DECIDED"),
                List.of(group(5, TEN, status("IN_REVIEW", "DECIDED"), status("DRAFT", "IN_REVIEW"))));
        assertEquals(List.of("10200:0:CREATED >phase=DRAFT", "10200:5:PHASE DRAFT>IN_REVIEW", "10200:5:PHASE#1 IN_REVIEW>DECIDED"),
                texts(changes));
    }

    @Test
    public void readsTwoEntriesOfOneMillisecondOfWhichTheLaterHasTheSmallerId() {
        List<Change> changes = jira.derivation().whole(decision("DECIDED"),
                List.of(group(5, TEN, status("IN_REVIEW", "DECIDED")), group(6, TEN, status("DRAFT", "IN_REVIEW"))));
        assertEquals("phase=DRAFT", changes.get(0).to());
        assertClosed("DECIDED", TEN, changes);
    }

    @Test
    public void readsEntriesOfTwoNodesWhoseClocksAreFourMinutesApart() {
        List<Change> changes = jira.derivation().whole(decision("DECIDED"),
                List.of(group(5, TEN, status("IN_REVIEW", "DECIDED")), group(6, TEN.plusSeconds(240), status("DRAFT", "IN_REVIEW"))));
        assertEquals("phase=DRAFT", changes.get(0).to());
        assertClosed("DECIDED", TEN.plusSeconds(240), changes);
    }

    @Test
    public void readsAStatusThatWasDeletedSince() {
        jira.deletedStatuses.add("77");
        List<Change> changes = jira.derivation().whole(decision("DECIDED"), List.of(
                group(5, TEN.minusSeconds(86_400 * 3),
                        new HistoryItem(false, "status", AnInstallation.statusId("DRAFT"), "Draft", "77", "Parked")),
                group(6, TEN, new HistoryItem(false, "status", "77", "Parked", AnInstallation.statusId("DECIDED"), "Decided"))));
        assertClosed("DECIDED", TEN, changes);
    }

    @Test
    public void readsADeletedStatusThatWasCalledLikeAPhaseAsThatPhase() {
        jira.deletedStatuses.add("77");
        List<Change> changes = jira.derivation().whole(decision("DECIDED"), List.of(
                group(6, TEN, new HistoryItem(false, "status", "77", "In review", AnInstallation.statusId("DECIDED"), "Decided"))));
        assertEquals(List.of("10200:0:CREATED >phase=IN_REVIEW", "10200:6:PHASE IN_REVIEW>DECIDED"), texts(changes));
    }

    @Test
    public void findsTheOnlyOrderInWhichManyStepsOfOneMomentFollowOn() {
        List<Change> changes = jira.derivation().whole(decision("REJECTED"),
                List.of(group(5, TEN, status("DRAFT", "REJECTED")), group(6, TEN, status("IN_REVIEW", "DRAFT")),
                        group(7, TEN, status("DRAFT", "IN_REVIEW"))));
        assertEquals("phase=DRAFT", changes.get(0).to());
        assertClosed("REJECTED", TEN, changes);
    }

    @Test
    public void correctsAHistoryThatEndsElsewhereOnceAndSaysSo() {
        List<Change> changes = new ArrayList<>(
                jira.derivation().whole(decision("DECIDED"), List.of(group(5, TEN, status("DRAFT", "IN_REVIEW")))));
        List<Change> corrections = jira.derivation().corrections(decision("DECIDED"), List.of(), JournalOrdering.of(changes),
                TEN.plusSeconds(3600));
        assertEquals(List.of("10200:correction-1:PHASE IN_REVIEW>DECIDED"), texts(corrections));
        changes.addAll(corrections);
        assertEquals(List.of(),
                jira.derivation().corrections(decision("DECIDED"), List.of(), JournalOrdering.of(changes), TEN.plusSeconds(7200)));
        assertClosed("DECIDED", TEN.plusSeconds(3600), changes);
        assertEquals(1, result(changes).figures().stream().filter(figure -> figure.metric().equals("decision-closure-rate")).findFirst()
                .orElseThrow().corrected());
        assertEquals("a second one", List.of("10200:correction-2:PHASE DECIDED>REJECTED"),
                texts(jira.derivation().corrections(decision("REJECTED"), List.of(), JournalOrdering.of(changes), TEN.plusSeconds(9000))));
    }

    @Test
    public void correctsNothingThatTheHistoryExplainsLater() {
        List<Change> changes = new ArrayList<>(
                jira.derivation().whole(decision("DECIDED"), List.of(group(5, TEN, status("DRAFT", "IN_REVIEW")))));
        changes.addAll(jira.derivation().corrections(decision("DECIDED"), List.of(), JournalOrdering.of(changes), TEN.plusSeconds(3600)));
        changes.addAll(jira.derivation().changed(decision("DECIDED"), group(6, TEN.plusSeconds(1800), status("IN_REVIEW", "DECIDED"))));
        assertClosed("DECIDED", TEN.plusSeconds(1800), changes);
        assertEquals(0, result(changes).figures().stream().mapToLong(figure -> figure.corrected()).sum());
    }

    @Test
    public void correctsWhatCameBackAndWhatIsNoDecisionAnyMore() {
        List<Change> changes = new ArrayList<>(jira.derivation().whole(decision("DRAFT"), List.of()));
        IssueState story = new IssueState("SHOP-7", 10000, "1", "1", "", Optional.empty(), Set.of(), false, false, BIRTH);
        changes.addAll(jira.derivation().corrections(story, List.of(), JournalOrdering.of(changes), TEN));
        assertEquals("10200:correction-1:DELETED >", texts(changes).get(1));
        changes.addAll(jira.derivation().corrections(decision("DRAFT"), List.of(), JournalOrdering.of(changes), TEN.plusSeconds(60)));
        assertEquals("10200:correction-2:CREATED >phase=DRAFT", texts(changes).get(2));
        IssueState elsewhere = new IssueState("PAY-7", 10001, AnInstallation.DECISION, AnInstallation.statusId("DRAFT"), "",
                Optional.empty(), Set.of(), false, false, BIRTH);
        assertEquals(List.of("10200:correction-3:MOVED:left SHOP-7>PAY-7", "10200:correction-3:CREATED >phase=DRAFT"),
                texts(jira.derivation().corrections(elsewhere, List.of(), JournalOrdering.of(changes), TEN.plusSeconds(120))));
    }

    @Test
    public void knowsFieldsByEveryNameTheyHad() {
        jira.users.put("lead", "JIRAUSER10000");
        jira.fieldNames.put("owner", "Verantwortlich");
        jira.noticeNames();
        List<Change> changes = jira.derivation().changed(owned("JIRAUSER10000"),
                group(5, TEN, custom("Verantwortlich", "", "", "JIRAUSER10000", "Lea Lead")));
        assertEquals(List.of("10200:5:OWNER >JIRAUSER10000"), texts(changes));
        assertEquals(texts(changes), texts(jira.derivation().changed(owned("JIRAUSER10000"),
                group(5, TEN, custom("Owner", "", "", "JIRAUSER10000", "Lea Lead")))));
    }

    /** The journal asks nothing about the question; who edited it is asked when somebody approves. */
    @Test
    public void keepsTheNamesOfTheQuestionAsWell() {
        jira.fieldNames.put("question", "Frage");
        jira.noticeNames();
        assertEquals(Set.of("Question", "Frage"), jira.names.of(OwnFields.thing(OwnField.QUESTION), List.of()));
    }

    @Test
    public void keepsNamesThatAreWritableAndStopsAtAHundred() {
        for (int i = 0; i < 150; i++) {
            jira.fieldNames.put("owner", "Owner; the " + i + "th=\\");
            jira.noticeNames();
        }
        assertEquals(List.of("10200:5:OWNER >nobody"),
                texts(jira.derivation().changed(owned("nobody"), group(5, TEN, custom("Owner; the 7th=\\", "", "", "nobody", "")))));
        assertEquals("the name of now is always known", 1,
                jira.derivation().changed(owned("nobody"), group(5, TEN, custom("Owner; the 149th=\\", "", "", "nobody", ""))).size());
    }

    @Test
    public void takesNothingFromAForeignFieldOfTheSameName() {
        jira.users.put("lead", "JIRAUSER10000");
        jira.users.put("other", "JIRAUSER10001");
        jira.foreignFields.add("Owner");
        assertEquals(List.of(), texts(jira.derivation().changed(owned("JIRAUSER10000"),
                group(5, TEN, custom("Owner", "", "", "JIRAUSER10001", "Otto Other")))));
        assertEquals(List.of("10200:6:OWNER >JIRAUSER10000"), texts(jira.derivation().changed(owned("JIRAUSER10000"), group(6, TEN,
                custom("Owner", "", "", "JIRAUSER10000", "Lea Lead"),
                custom("Owner", "", "", "JIRAUSER10001", "Otto Other")))));
        jira.foreignFields.add("Acceptance criteria");
        IssueState accepted = new IssueState("SHOP-7", 10000, AnInstallation.DECISION, AnInstallation.statusId("DRAFT"), "",
                Optional.empty(), Set.of(), false, false,
                Map.of(OwnField.ACCEPTANCE_CRITERIA, "Pays within a second."), BIRTH);
        assertEquals(List.of(),
                texts(jira.derivation().changed(accepted, group(5, TEN, custom("Acceptance criteria", "", "", "", "As before.")))));
        assertEquals(List.of("10200:6:SCOPE >"), texts(
                jira.derivation().changed(accepted, group(6, TEN, custom("Acceptance criteria", "", "", "", "Pays within a second.")))));
    }

    @Test
    public void findsAPersonByKeyThenByNameAndElseShowsWhatTheHistoryShows() {
        jira.users.put("lead", "JIRAUSER10000");
        FieldMapping mapping = jira.mapping();
        assertEquals("JIRAUSER10000", mapping.person("JIRAUSER10000", "Lea Lead"));
        assertEquals("JIRAUSER10000", mapping.person("lead", "Lea Lead"));
        assertEquals("Nora Gone", mapping.person("JIRAUSER10009", "Nora Gone"));
        assertEquals("called like somebody's name", "lead", mapping.person("JIRAUSER10009", "lead"));
        assertEquals("JIRAUSER10009", mapping.person("JIRAUSER10009", ""));
        assertEquals("", mapping.person("", ""));
    }

    @Test
    public void knowsLinksByEveryNameTheirTypeHadInAnyLanguage() {
        assertEquals(List.of("10200:5:LINK:9 >SHOP-9"), links("This issue is blocked by SHOP-9"));
        jira.withLinkType(1, "Blockiert", "wird blockiert von", "blockiert");
        jira.noticeNames();
        assertEquals(List.of("10200:5:LINK:9 >SHOP-9"), links("Dieser Vorgang wird blockiert von SHOP-9"));
        assertEquals(List.of("10200:5:LINK:9 >SHOP-9"), links("This issue is blocked by SHOP-9"));
        jira.linkTypes.clear();
        jira.noticeNames();
        assertEquals("a type that was deleted", List.of("10200:5:LINK:9 >SHOP-9"), links("Dieser Vorgang wird blockiert von SHOP-9"));
        assertEquals(List.of(), links("Dieser Vorgang blockiert SHOP-9"));
    }

    @Test
    public void knowsALinkOfWhichTheHistoryTellsInUnknownWordsByTheIdOfItsType() {
        List<Change> changes = new ArrayList<>(
                jira.derivation().whole(decision("DRAFT"), List.of(group(5, TEN, new HistoryItem(false, "Link", "", "", "SHOP-9",
                        "Este asunto está bloqueado por SHOP-9")))));
        List<CurrentLink> now = List.of(new CurrentLink(Item.LINK, 9, "SHOP-9"), new CurrentLink(Item.SUCCESSOR, 11, "SHOP-11"));
        List<Change> corrections = jira.derivation().corrections(decision("DRAFT"), now, JournalOrdering.of(changes),
                TEN.plusSeconds(3600));
        assertEquals(List.of("10200:correction-1:LINK:9 >SHOP-9", "10200:correction-1:SUCCESSOR:11 >SHOP-11"), texts(corrections));
        changes.addAll(corrections);
        assertEquals(List.of(), jira.derivation().corrections(decision("DRAFT"), now, JournalOrdering.of(changes), TEN.plusSeconds(7200)));
        assertEquals("one that is gone", List.of("10200:correction-2:LINK:9 SHOP-9>"),
                texts(jira.derivation().corrections(decision("DRAFT"), now.subList(1, 2),
                        JournalOrdering.of(changes), TEN.plusSeconds(7200))));
    }

    @Test
    public void tellsOnceOfTwoLinksToOneIssueThatMeanTheSame() {
        List<Change> changes = new ArrayList<>(jira.derivation().whole(decision("DRAFT"), List.of()));
        List<CurrentLink> now = List.of(new CurrentLink(Item.LINK, 9, "SHOP-9"), new CurrentLink(Item.LINK, 9, "SHOP-9"));
        changes.addAll(jira.derivation().corrections(decision("DRAFT"), now, JournalOrdering.of(changes), TEN.plusSeconds(3600)));
        assertEquals(List.of("10200:0:CREATED >phase=DRAFT", "10200:correction-1:LINK:9 >SHOP-9"), texts(changes));
        assertEquals(List.of(),
                texts(jira.derivation().corrections(decision("DRAFT"), now, JournalOrdering.of(changes), TEN.plusSeconds(7200))));
    }

    @Test
    public void passesOverALinkWhoseOtherEndIsGone() {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(10200L);
        Issue other = mock(Issue.class);
        when(other.getKey()).thenReturn("SHOP-9");
        List<IssueLink> blocking = List.of(blocking(8, null), blocking(9, other));
        when(jira.issueLinks.getInwardLinks(10200L)).thenReturn(blocking);
        assertEquals(List.of(new CurrentLink(Item.LINK, 9, "SHOP-9")), jira.links.of(issue));
    }

    private static IssueLink blocking(long id, Issue source) {
        IssueLink link = mock(IssueLink.class);
        when(link.getLinkTypeId()).thenReturn(1L);
        when(link.getSourceId()).thenReturn(id);
        when(link.getSourceObject()).thenReturn(source);
        return link;
    }

    @Test
    public void correctsOnceAHistoryThatIsDatedAhead() {
        List<Change> changes = new ArrayList<>(
                jira.derivation().whole(decision("IN_REVIEW"), List.of(group(5, TEN.plusSeconds(86_400), status("DRAFT", "IN_REVIEW")))));
        List<Change> corrections = jira.derivation().corrections(decision("DECIDED"), List.of(), JournalOrdering.of(changes), TEN);
        assertEquals(List.of("10200:correction-1:PHASE IN_REVIEW>DECIDED"), texts(corrections));
        changes.addAll(corrections);
        assertEquals(List.of(),
                texts(jira.derivation().corrections(decision("DECIDED"), List.of(), JournalOrdering.of(changes), TEN.plusSeconds(3600))));
    }

    @Test
    public void tellsLinkTypesOfSimilarReadingsApart() {
        jira.withLinkType(7, "Softly", "is not is blocked by", "softly blocks");
        assertEquals(List.of(), links("This issue is not is blocked by SHOP-9"));
        assertEquals(List.of(), links("This issue blocks SHOP-9"));
        jira.withLinkType(8, "Reverse", "stands before", "is blocked by");
        assertEquals(List.of("10200:5:LINK:9 >SHOP-9"), links("This issue is blocked by SHOP-9"));
        jira.withLinkType(8, "Reverse", "stands before", "waits for");
        assertEquals(List.of("10200:5:LINK:9 >SHOP-9"), links("This issue waits for SHOP-9"));
    }

    private List<String> links(String sentence) {
        return texts(
                jira.derivation().changed(decision("DRAFT"), group(5, TEN, new HistoryItem(false, "Link", "", "", "SHOP-9", sentence))));
    }

    private static void assertClosed(String phase, Instant at, List<Change> changes) {
        Listing<PhaseChange> closures = result(changes).closures();
        assertEquals(List.of(phase + " " + at), closures.rows().stream().map(turn -> turn.phase() + " " + turn.at()).toList());
        assertEquals(Optional.of(phase), JournalOrdering.of(changes).last(Item.PHASE));
    }

    static MetricsProjection.Result result(List<Change> changes) {
        MetricsProjection projection = new MetricsProjection(
                Period.of(Week.parse("2026-W47"), ZoneOffset.UTC, Instant.parse("2026-12-31T00:00:00Z")), Set.of(10000L), id -> true);
        changes.forEach(projection::take);
        return projection.result();
    }

    private static IssueState decision(String phase) {
        return new IssueState("SHOP-7", 10000, AnInstallation.DECISION, AnInstallation.statusId(phase), "", Optional.empty(), Set.of(),
                false, false, BIRTH);
    }

    private static IssueState owned(String owner) {
        return new IssueState("SHOP-7", 10000, AnInstallation.DECISION, AnInstallation.statusId("DRAFT"), owner,
                Optional.<LocalDate>empty(), Set.of(), false, false, BIRTH);
    }

    private static HistoryGroup group(long id, Instant at, HistoryItem... items) {
        return new HistoryGroup(id, "somebody", at, List.of(items));
    }

    private static HistoryItem status(String from, String to) {
        return new HistoryItem(false, "status", AnInstallation.statusId(from), from, AnInstallation.statusId(to), to);
    }

    private static HistoryItem custom(String field, String from, String fromText, String to, String toText) {
        return new HistoryItem(true, field, from, fromText, to, toText);
    }

    private static List<String> texts(List<Change> changes) {
        return changes.stream().map(change -> change.identity() + " " + change.from() + ">"
                + (change.item() == Item.CREATED ? "phase=" + InitialState.of(change.to()).phase() : change.to())).toList();
    }
}
