package org.decisiongates.store.approval;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.audit.Erasures;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.store.timeline.StoredActor;
import org.decisiongates.text.NamedValues;

/** The steps of approvals in the product's database. */
@JiraComponent
public final class AoApprovalSteps implements ApprovalSteps {

    private static final int MAX_ISSUES = 200;

    private final ActiveObjects ao;
    private final Erasures erasures;

    public AoApprovalSteps(ActiveObjects ao, Erasures erasures) {
        this.ao = ao;
        this.erasures = erasures;
    }

    @Override
    public List<SealedApprovalStep> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<SealedApprovalStep>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        // of one issue each row was written after the one before it had been read
        Query query = Query.select().where(SqlPlaceholders.in(ApprovalStepRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        List<SealedApprovalStep> stored = ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalStepRow.class, query))
                .map(row -> readable(row).orElseGet(() -> broken(row))).toList());
        Set<String> erased = stored.stream().flatMap(sealed -> sealed.erasure().stream()).collect(Collectors.toSet());
        Set<String> onRecord = erased.isEmpty() ? Set.of() : erasures.onRecord(erased);
        return stored.stream().map(sealed -> onRecord.containsAll(sealed.erasure().stream().toList()) ? sealed : unsealed(sealed.step()))
                .collect(Collectors.groupingBy(sealed -> sealed.step().issueId()));
    }

    @Override
    public Map<String, SealedContent> contents(long issueId, Collection<String> digests) {
        if (digests.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(digests.size(), MAX_CONTENTS);
        List<String> names = digests.stream().map(digest -> name(issueId, digest)).toList();
        Query query = Query.select().where(SqlPlaceholders.in(SealedContentRow.CONTENT_NAME, names), names.toArray());
        int prefix = name(issueId, "").length();
        return ao.executeInTransaction(() -> {
            Map<String, SealedContent> found = new HashMap<>();
            for (SealedContentRow row : ao.find(SealedContentRow.class, query)) {
                SealedContent.read(row.getContentText()).ifPresent(content -> found.put(row.getContentName().substring(prefix), content));
            }
            return found;
        });
    }

    @Override
    public List<Place> placesOf(String userKey, long before, int limit) {
        Query query = Query.select().where("(ACTOR_KEY = ? OR ON_BEHALF_OF = ?) AND ID < ?", userKey, userKey, before).order("ID DESC")
                .limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalStepRow.class, query))
                .map(row -> new Place(row.getID(), row.getIssueId(), row.getStepNumber())).toList());
    }

    @Override
    public List<StoredStep> after(long issueId, long id, int limit) {
        Query query = Query.select().where("(ISSUE_ID = ? AND ID > ?) OR ISSUE_ID > ?", issueId, id, issueId).order("ISSUE_ID, ID")
                .limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(ApprovalStepRow.class, query))
                .map(row -> new StoredStep(row.getID(), row.getIssueId(), readable(row))).toList());
    }

    /**
     * The step as a row has it. Whoever changes a row can make it one that no step could be, which gives nothing: that is to be found, and
     * stops nobody.
     */
    public static Optional<SealedApprovalStep> readable(ApprovalStepRow row) {
        try {
            return Optional.of(sealed(row));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In place of a row that holds no step: it says nothing, and breaks the chain of its issue. */
    private static SealedApprovalStep broken(ApprovalStepRow row) {
        return unsealed(new ApprovalStep(row.getIssueId(), row.getProjectId(), Math.max(1, row.getStepNumber()), "",
                List.of(), Map.of(), "", "", row.getActorKey(), Optional.empty(), Instant.EPOCH));
    }

    /** With a seal that holds nothing, so that it breaks the chain of its issue. */
    private static SealedApprovalStep unsealed(ApprovalStep step) {
        return new SealedApprovalStep(step, new ApprovalSeal(Optional.empty(), "", "", ""), Optional.empty());
    }

    @Override
    public String newSalt() {
        return StoredActor.random();
    }

    @Override
    public boolean append(SealedApprovalStep sealed, Optional<SealedContent> shown) {
        // first, so that no step names what is not there
        shown.ifPresent(content -> append(sealed.step(), content));
        ApprovalStep step = sealed.step();
        if (step.kind().equals(Optional.of(ApprovalStep.Kind.REQUESTED))) {
            index(step);
        }
        ApprovalSeal seal = sealed.seal();
        String name = step.issueId() + ":" + step.step();
        Map<String, Object> row = new HashMap<>(32);
        row.put(ApprovalStepRow.STEP_NAME, name);
        row.put(ApprovalStepRow.ISSUE_ID, step.issueId());
        row.put(ApprovalStepRow.PROJECT_ID, step.projectId());
        row.put(ApprovalStepRow.STEP_NUMBER, step.step());
        row.put(ApprovalStepRow.STEP_KIND, step.word());
        TextColumn.put(row, ApprovalStepRow.REQUIREMENTS, String.join("\n", step.requirements()));
        TextColumn.put(row, ApprovalStepRow.SECTION_DIGESTS, step.digests().isEmpty() ? "" : NamedValues.write(step.digests()));
        TextColumn.put(row, ApprovalStepRow.CONTENT_DIGEST, step.content());
        TextColumn.put(row, ApprovalStepRow.STEP_COMMENT, step.comment());
        row.put(ApprovalStepRow.ACTOR_KEY, step.actor());
        step.onBehalfOf().ifPresent(approver -> row.put(ApprovalStepRow.ON_BEHALF_OF, approver));
        row.put(ApprovalStepRow.AT_MILLIS, step.at().toEpochMilli());
        row.put(ApprovalStepRow.REAUTHENTICATED, step.reauthenticated());
        seal.salt().ifPresent(salt -> row.put(ApprovalStepRow.SALT, salt));
        row.put(ApprovalStepRow.PERSONAL_HASH, seal.personal());
        TextColumn.put(row, ApprovalStepRow.PREVIOUS_HASH, seal.previous());
        row.put(ApprovalStepRow.STEP_HASH, seal.hash());
        return UniqueInsert.into(ao, ApprovalStepRow.class, row, Query.select().where("STEP_NAME = ?", name));
    }

    private void append(ApprovalStep step, SealedContent content) {
        String name = name(step.issueId(), content.digest());
        Query same = Query.select().where("CONTENT_NAME = ?", name);
        // most steps are about what others have seen before
        if (ao.count(SealedContentRow.class, same) == 0) {
            UniqueInsert.into(ao, SealedContentRow.class, Map.of(SealedContentRow.CONTENT_NAME, name, SealedContentRow.ISSUE_ID,
                    step.issueId(), SealedContentRow.CONTENT_TEXT, content.text()), same);
        }
    }

    private void index(ApprovalStep step) {
        Query same = Query.select().where("ISSUE_ID = ?", step.issueId());
        if (ao.count(ApprovalRequestRow.class, same) == 0) {
            UniqueInsert.into(ao, ApprovalRequestRow.class, Map.of(ApprovalRequestRow.ISSUE_ID, step.issueId(),
                    ApprovalRequestRow.PROJECT_ID, step.projectId(), ApprovalRequestRow.ENDED, false), same);
        }
    }

    private static String name(long issueId, String digest) {
        return issueId + ":" + digest;
    }

    private static SealedApprovalStep sealed(ApprovalStepRow row) {
        String requirements = TextColumn.read(row.getRequirements());
        String digests = TextColumn.read(row.getSectionDigests());
        ApprovalStep step = new ApprovalStep(row.getIssueId(), row.getProjectId(), row.getStepNumber(), row.getStepKind(),
                requirements.isEmpty() ? List.of() : List.of(requirements.split("\n")),
                digests.isEmpty() ? Map.of() : NamedValues.read(digests), TextColumn.read(row.getContentDigest()),
                TextColumn.read(row.getStepComment()), row.getActorKey(), Optional.ofNullable(row.getOnBehalfOf()),
                Instant.ofEpochMilli(row.getAtMillis()), Boolean.TRUE.equals(row.isReauthenticated()));
        return new SealedApprovalStep(step, new ApprovalSeal(Optional.ofNullable(row.getSalt()), row.getPersonalHash(),
                TextColumn.read(row.getPreviousHash()), row.getStepHash()), Optional.ofNullable(row.getErasureKey()));
    }
}
