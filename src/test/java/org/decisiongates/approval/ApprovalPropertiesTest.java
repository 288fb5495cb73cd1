package org.decisiongates.approval;

import static org.decisiongates.approval.ApprovedIssue.NOON;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Stored;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApproverSources;

/** What holds whatever people do in whatever order. Each seed is a story of its own, and the message of a failure names it. */
public class ApprovalPropertiesTest {

    private static final int STORIES = 1_000;
    private static final List<String> PEOPLE = List.of("ann", "ben", "cleo", "otto");
    private static final List<String> TEXTS = List.of("yes", "no", "maybe");
    private static final List<SealedSection> SECTIONS = List.of(SealedSection.QUESTION, SealedSection.FALLBACK);

    /**
     * Approving and editing at once: somebody opens the page, somebody edits, the click of the first one arrives; others append between
     * reading and writing.
     */
    @Test
    public void neverCountsAnApprovalOfWhatItsActorWasNotShown() {
        int current = 0;
        int refused = 0;
        int stale = 0;
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            ApprovedIssue issue = issue(random).requested();
            Map<String, Set<Map<String, String>>> shown = new HashMap<>();
            Map<String, Action> open = new HashMap<>();
            for (int move = 0; move < 25; move++) {
                String user = PEOPLE.get(random.nextInt(3));
                switch (random.nextInt(4)) {
                    case 0 -> issue.edit("otto", SECTIONS.get(random.nextInt(2)), TEXTS.get(random.nextInt(3)));
                    case 1 -> {
                        open.put(user, issue.action(user, ""));
                        shown.computeIfAbsent(user, any -> new HashSet<>()).add(issue.subject().content().digests());
                    }
                    case 2 -> {
                        // the page is old, the issue is read anew by the server
                        Action page = open.getOrDefault(user, issue.action(user, ""));
                        shown.computeIfAbsent(user, any -> new HashSet<>())
                                .addAll(open.containsKey(user) ? Set.of() : Set.of(issue.subject().content().digests()));
                        Action sent = new Action(issue.subject(), page.shown(), "", user, Optional.empty(), Password.NONE, NOON);
                        if (random.nextBoolean()) {
                            issue.steps.meanwhile(() -> issue.service().abstain(issue.action("cleo", "")));
                        }
                        refused += issue.service().approve(sent) instanceof Stored ? 0 : 1;
                    }
                    default -> {
                        // the server has read the issue, which is edited before the step is written
                        Action read = open.getOrDefault(user, issue.action(user, ""));
                        shown.computeIfAbsent(user, any -> new HashSet<>()).add(read.subject().content().digests());
                        issue.steps.meanwhile(
                                () -> issue.edit("otto", SECTIONS.get(random.nextInt(2)), TEXTS.get(random.nextInt(3))));
                        issue.service().approve(read);
                        issue.steps.meanwhile(() -> {
                        });
                    }
                }
                for (RequirementState state : issue.approvals().states()) {
                    for (Verdict verdict : state.verdicts()) {
                        if (verdict.isCurrent(Kind.APPROVED)) {
                            Map<String, String> now = issue.subject().content().digests();
                            assertTrue("seed " + seed, shown.get(verdict.step().actor()).stream().anyMatch(seen -> state.required()
                                    .requirement().sections().stream().map(SealedSection::key)
                                    .allMatch(section -> seen.get(section).equals(now.get(section)))));
                            current++;
                        }
                        stale += verdict.standing() == Standing.STALE ? 1 : 0;
                    }
                }
            }
            assertEquals("seed " + seed, OptionalInt.empty(),
                    SealedApprovalStep.firstBroken(issue.steps.ofIssue(10200), any -> false));
        }
        assertTrue("the stories are about something: " + List.of(current, refused, stale),
                current > STORIES && refused > STORIES && stale > STORIES);
    }

    /** An approval is stale exactly where a section of its requirement says something else, whatever way led there. */
    @Test
    public void isStaleExactlyWhereItsSectionsSaySomethingElse() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            ApprovedIssue issue = issue(random).requested().approvedBy("ann");
            Map<SealedSection, String> approved = texts(issue);
            for (int edit = random.nextInt(5); edit >= 0; edit--) {
                issue.edit("otto", SECTIONS.get(random.nextInt(2)), TEXTS.get(random.nextInt(3)) + (random.nextBoolean() ? " " : ""));
            }
            Map<SealedSection, String> now = texts(issue);
            for (RequirementState state : issue.approvals().states()) {
                boolean isSame = state.required().requirement().sections().stream()
                        .allMatch(section -> approved.get(section).equals(now.get(section)));
                assertEquals("seed " + seed + " " + state.required().id(), isSame ? Standing.CURRENT : Standing.STALE,
                        state.verdicts().get(0).standing());
            }
            approved.forEach((section, text) -> issue.edit("otto", section, text));
            assertTrue("seed " + seed, issue.approvals().states().stream()
                    .allMatch(state -> state.verdicts().get(0).standing() == Standing.CURRENT));
        }
    }

    /** Nobody's approval counts who is kept from it, and no delegation leads around that. */
    @Test
    public void neverCountsWhoTheDutyRulesExclude() {
        int counted = 0;
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            LocalDate day = NOON.toLocalDate();
            ApprovedIssue issue = issue(random);
            List<Delegation> delegations = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                String from = PEOPLE.get(random.nextInt(4));
                String to = PEOPLE.get(random.nextInt(4));
                if (!from.equals(to)) {
                    LocalDate first = day.plusDays(random.nextInt(5) - 2);
                    delegations.add(new Delegation(0, from, to, first, first.plusDays(random.nextInt(3)),
                            random.nextBoolean() ? Set.of() : Set.of(10000L + random.nextInt(2))));
                }
            }
            delegations.forEach(issue::delegating);
            issue.requested();
            Map<String, Set<String>> editors = new HashMap<>();
            Set<String> owners = new HashSet<>();
            for (int move = 0; move < 15; move++) {
                String user = PEOPLE.get(random.nextInt(4));
                switch (random.nextInt(4)) {
                    case 0 -> {
                        SealedSection section = SECTIONS.get(random.nextInt(2));
                        issue.edit(user, section, TEXTS.get(random.nextInt(3)));
                        editors.computeIfAbsent(section.key(), any -> new HashSet<>()).add(user);
                    }
                    case 1 -> {
                        owners.add(user);
                        issue.ownedBy(user);
                    }
                    case 2 -> issue.service().approve(issue.action(user, ""));
                    default -> issue.service().approve(issue.action(user, Optional.of(PEOPLE.get(random.nextInt(4))), NOON));
                }
                for (RequirementState state : issue.approvals().states()) {
                    for (Verdict verdict : state.verdicts().stream().filter(one -> one.isCurrent(Kind.APPROVED)).toList()) {
                        counted++;
                        ApprovalStep step = verdict.step();
                        for (String person : List.of(step.actor(), step.approver())) {
                            assertTrue("seed " + seed, !owners.contains(person));
                            assertTrue("seed " + seed, state.required().requirement().sections().stream()
                                    .noneMatch(section -> editors.getOrDefault(section.key(), Set.of()).contains(person)));
                        }
                        assertTrue("seed " + seed, step.onBehalfOf().isEmpty() || delegations.stream()
                                .anyMatch(one -> one.delegate().equals(step.actor()) && one.approver().equals(step.approver())
                                        && !day.isBefore(one.first()) && !day.isAfter(one.last())
                                        && (one.projects().isEmpty() || one.projects().contains(10000L))));
                    }
                }
            }
        }
        assertTrue("the stories are about something: " + counted, counted > STORIES);
    }

    private static ApprovedIssue issue(Random random) {
        ApproverSources approvers = new ApproverSources(List.of("ann", "ben", "cleo"), List.of(), List.of(), List.of());
        return new ApprovedIssue(
                ApprovedIssue.required("one", 1, ApprovalQuorum.people(1 + random.nextInt(2)), approvers, SealedSection.QUESTION),
                ApprovedIssue.required("two", 1, ApprovalQuorum.percent(50), approvers,
                        EnumSet.copyOf(SECTIONS).toArray(SealedSection[]::new)));
    }

    private static Map<SealedSection, String> texts(ApprovedIssue issue) {
        return Map.of(SealedSection.QUESTION, issue.issue.text(ApprovedIssue.QUESTION).strip(), SealedSection.FALLBACK,
                issue.issue.text(Field.FALLBACK).strip());
    }
}
