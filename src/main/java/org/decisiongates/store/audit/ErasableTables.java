package org.decisiongates.store.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import net.java.ao.Query;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.issue.Person;
import org.decisiongates.json.JsonStrings;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.Scope;
import org.decisiongates.record.RecordPart;
import org.decisiongates.store.approval.AoApprovalSteps;
import org.decisiongates.store.approval.ApprovalStepRow;
import org.decisiongates.store.approval.DelegationRow;
import org.decisiongates.store.approval.SealedContentRow;
import org.decisiongates.store.digest.DigestRow;
import org.decisiongates.store.impact.ImpactLineRow;
import org.decisiongates.store.notification.ApprovalReminderRow;
import org.decisiongates.store.notification.NotificationChoiceRow;
import org.decisiongates.store.notification.NotificationRow;
import org.decisiongates.store.policy.PolicyVersionRow;
import org.decisiongates.store.record.RecordRow;
import org.decisiongates.store.review.ThreadStepRow;
import org.decisiongates.store.summary.AoSnapshots;
import org.decisiongates.store.summary.SnapshotRow;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.timeline.StoredActor;
import org.decisiongates.store.waiver.WaiverStepRow;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.Change.Item;

/** Where the app's tables name people (docs/guide/data-protection.md). */
final class ErasableTables {

    private static final int PAGE = 500;
    /** A closed week or a policy may take megabytes. */
    private static final int PAGE_OF_LONG_TEXTS = 10;
    private static final Set<RecordPart.Form> WRITTEN = Set.of(RecordPart.Form.LINES, RecordPart.Form.LINE, RecordPart.Form.REFERENCE);
    private static final Set<String> PEOPLE_OF_WEEKS = Set.of("owner", "ownerKey", "by", "who");
    private static final Set<String> TEXTS_OF_WEEKS = Set.of("summary", "question", "decided", "fallback", "metric", "reason", "deciders",
            "risk");
    /** Beside those of rows of the record, which cases hold. */
    private static final Set<String> TEXTS_OF_POLICIES = Set.of("name", "message", "comment");
    /** What a case of a policy says of the policy itself, which is nobody's key. */
    private static final Set<String> NOBODY_IN_CASES = Set.of("gate", "field", "link", "changes", "absent", "visited", "status",
            "expected", "state", "type", "section");
    /** Where the names of members of a case are user keys. */
    private static final String KEYED_BY_PERSON = "accounts";

    private static final String APPROVALS = "approvals";

    private ErasableTables() {
    }

    static List<Erasable> all() {
        return List.of(
                new ErasableTable<>(ErasurePart.GATES, GateEventRow.class, GateEventRow::getID, PAGE)
                        .key(GateEventRow.ACTOR_KEY, GateEventRow::getActorKey, GateEventRow::setActorKey)
                        .marked((row, onRecord) -> StoredActor.fits(row), (row, erasure) -> {
                            row.setActorKey(null);
                            row.setActorSalt(null);
                            row.setErasureKey(erasure.key());
                        }),
                new ErasableTable<>(ErasurePart.CHANGES, ChangeRow.class, ChangeRow::getID, PAGE)
                        .key(ChangeRow.ACTOR_KEY, ChangeRow::getActorKey, ChangeRow::setActorKey)
                        .text(ChangeRow.VALUE_BEFORE, ChangeRow::getValueBefore, ChangeRow::setValueBefore, ErasableTables::ofChange)
                        .text(ChangeRow.VALUE_AFTER, ChangeRow::getValueAfter, ChangeRow::setValueAfter, ErasableTables::ofChange),
                new ErasableTable<>(ErasurePart.RECORDS, RecordRow.class, RecordRow::getID, PAGE)
                        .key(RecordRow.PERSON_KEY, RecordRow::getPersonKey, RecordRow::setPersonKey)
                        .text(RecordRow.RECORD_TEXT, RecordRow::getRecordText, RecordRow::setRecordText, ErasableTables::ofText)
                        .text(RecordRow.DETAIL, RecordRow::getDetail, RecordRow::setDetail, ErasableTables::ofText)
                        .text(RecordRow.OUTCOME, RecordRow::getOutcome, RecordRow::setOutcome, ErasableTables::ofText),
                new ErasableTable<>(ErasurePart.IMPACT_LINES, ImpactLineRow.class, ImpactLineRow::getID, PAGE)
                        .text(ImpactLineRow.METRIC, ImpactLineRow::getMetric, ImpactLineRow::setMetric,
                                (row, person, metric) -> Abbreviation.cut(person.withoutNames(metric), ImpactLineRow.METRIC_LENGTH)),
                new ErasableTable<>(ErasurePart.WAIVERS, WaiverStepRow.class, WaiverStepRow::getID, PAGE)
                        .key(WaiverStepRow.ACTOR_KEY, WaiverStepRow::getActorKey, WaiverStepRow::setActorKey)
                        .text(WaiverStepRow.REASON, WaiverStepRow::getReason, WaiverStepRow::setReason, ErasableTables::ofText),
                threads(), approvals(), approvedContent(),
                new ErasableTable<>(ErasurePart.POLICIES, PolicyVersionRow.class, PolicyVersionRow::getID, PAGE_OF_LONG_TEXTS)
                        .reading(PolicyVersionRow.CONTENT + ", " + PolicyVersionRow.WHY_CHANGED)
                        .key(PolicyVersionRow.AUTHOR_KEY, PolicyVersionRow::getAuthorKey, PolicyVersionRow::setAuthorKey)
                        .text(PolicyVersionRow.WHY_CHANGED, PolicyVersionRow::getWhyChanged, PolicyVersionRow::setWhyChanged,
                                ErasableTables::ofText)
                        .text(PolicyVersionRow.CONTENT, PolicyVersionRow::getContent, PolicyVersionRow::setContent,
                                ErasableTables::ofPolicy)
                        .marked((row, onRecord) -> true, (row, erasure) -> row.setErasureKey(erasure.key())),
                new ErasableTable<>(ErasurePart.WEEKS, SnapshotRow.class, SnapshotRow::getID, PAGE_OF_LONG_TEXTS)
                        .text(SnapshotRow.BODY, SnapshotRow::getBody, SnapshotRow::setBody, (row, person, json) -> ofWeek(person, json))
                        .marked((row, onRecord) -> isSealed(AoSnapshots.snapshot(row), onRecord), ErasableTables::sealAnew),
                new ErasableTasks(), digests(), delegations(), notifications(), approvalReminders(), approvalRemindersOfOthers(),
                notificationChoices());
    }

    /** That a person gets one concerns nobody else. */
    private static Erasable digests() {
        return new ErasableRows<>(ErasurePart.DIGESTS, DigestRow.class, person -> Query.select().where("PERSON_KEY = ?", person.key()));
    }

    /** Nobody is told what they would have been told. */
    private static Erasable notifications() {
        return new ErasableRows<>(ErasurePart.NOTIFICATIONS, NotificationRow.class,
                person -> Query.select().where("PERSON_KEY = ?", person.key()));
    }

    /** That somebody was reminded concerns nobody once they are gone. */
    private static Erasable approvalReminders() {
        return new ErasableRows<>(ErasurePart.APPROVAL_REMINDERS, ApprovalReminderRow.class, person -> Query.select()
                .where("PERSON_KEY = ?", person.key()).order(ApprovalReminderRow.ID));
    }

    /** When others were reminded stays, whoever asked for it: they would be reminded again. */
    private static Erasable approvalRemindersOfOthers() {
        return new ErasableTable<>(ErasurePart.APPROVAL_REMINDERS, ApprovalReminderRow.class, ApprovalReminderRow::getID, PAGE)
                .key(ApprovalReminderRow.ACTOR_KEY, ApprovalReminderRow::getActorKey, ApprovalReminderRow::setActorKey);
    }

    private static Erasable notificationChoices() {
        return new ErasableRows<>(ErasurePart.NOTIFICATION_CHOICES, NotificationChoiceRow.class,
                person -> Query.select().where("PERSON_KEY = ?", person.key()));
    }

    /** Nobody stands in for who is erased, and what was approved says so itself. */
    private static Erasable delegations() {
        return new ErasableRows<>(ErasurePart.DELEGATIONS, DelegationRow.class, person -> Query.select()
                .where("APPROVER_KEY = ? OR DELEGATE_KEY = ?", person.key(), person.key()).order(DelegationRow.ID));
    }

    private static Erasable threads() {
        return new ErasableTable<>(ErasurePart.THREADS, ThreadStepRow.class, ThreadStepRow::getID, PAGE)
                .reading(ThreadStepRow.STEP_TEXT + ", " + ThreadStepRow.QUOTED_TEXT + ", " + ThreadStepRow.OBJECTIVE)
                .key(ThreadStepRow.ACTOR_KEY, ThreadStepRow::getActorKey, ThreadStepRow::setActorKey)
                .text(ThreadStepRow.STEP_TEXT, ThreadStepRow::getStepText, ThreadStepRow::setStepText, ErasableTables::ofText)
                .text(ThreadStepRow.QUOTED_TEXT, ThreadStepRow::getQuotedText, ThreadStepRow::setQuotedText,
                        ErasableTables::ofText)
                .text(ThreadStepRow.OBJECTIVE, ThreadStepRow::getObjective, ThreadStepRow::setObjective,
                        (row, person, objective) -> Abbreviation.cut(person.withoutNames(objective),
                                ThreadStepRow.OBJECTIVE_LENGTH));
    }

    private static Erasable approvals() {
        return new ErasableTable<>(ErasurePart.APPROVALS, ApprovalStepRow.class, ApprovalStepRow::getID, PAGE)
                .key(ApprovalStepRow.ACTOR_KEY, ApprovalStepRow::getActorKey, ApprovalStepRow::setActorKey)
                .key(ApprovalStepRow.ON_BEHALF_OF, ApprovalStepRow::getOnBehalfOf, ApprovalStepRow::setOnBehalfOf)
                .text(ApprovalStepRow.STEP_COMMENT, ApprovalStepRow::getStepComment, ApprovalStepRow::setStepComment,
                        ErasableTables::ofText)
                .marked((row, onRecord) -> AoApprovalSteps.readable(row).filter(step -> step.isIntact(onRecord)).isPresent(),
                        (row, erasure) -> {
                            row.setSalt(null);
                            row.setErasureKey(erasure.key());
                        });
    }

    private static Erasable approvedContent() {
        return new ErasableTable<>(ErasurePart.APPROVED_CONTENT, SealedContentRow.class, SealedContentRow::getID, PAGE_OF_LONG_TEXTS)
                .text(SealedContentRow.CONTENT_TEXT, SealedContentRow::getContentText, SealedContentRow::setContentText,
                        (row, person, json) -> ofJson(person, json,
                                (path, text, isName) -> isName ? text : person.withoutNames(text)));
    }

    private static <R> String ofText(R row, ErasedPerson person, String text) {
        return person.withoutNames(text);
    }

    private static String ofChange(ChangeRow row, ErasedPerson person, String value) {
        return switch (Item.stored(row.getItem())) {
            case OWNER -> person.withoutKey(value);
            case CREATED, RECORD, IMPACT -> ofNamedValues(person, value);
            default -> value;
        };
    }

    /** Unchanged, unless something in it is: a text of an older version may be written in another way today. */
    private static String ofNamedValues(ErasedPerson person, String text) {
        Map<String, String> members;
        try {
            members = NamedValues.read(text);
        } catch (IllegalArgumentException e) {
            return person.withoutNames(text);
        }
        boolean[] named = {false};
        members.replaceAll((name, value) -> {
            String left = ofMember(person, name).apply(value);
            named[0] |= !left.equals(value);
            return left;
        });
        return named[0] ? NamedValues.write(members) : text;
    }

    private static UnaryOperator<String> ofMember(ErasedPerson person, String name) {
        if (isPart(name, RecordPart.Form.PERSON::equals)) {
            return person::withoutKey;
        }
        return name.equals("metric") || isPart(name, WRITTEN::contains) ? person::withoutNames : UnaryOperator.identity();
    }

    private static boolean isPart(String name, Predicate<RecordPart.Form> isMeant) {
        return Arrays.stream(RecordPart.values()).anyMatch(part -> part.key().equals(name) && isMeant.test(part.form()));
    }

    /** Null where what is left could not be read as a policy again: then every gate it could be about would refuse. */
    private static String ofPolicy(PolicyVersionRow row, ErasedPerson person, String json) {
        String left = ofJson(person, json, (path, text, isName) -> {
            String member = path.isEmpty() ? "" : path.get(path.size() - 1);
            boolean inCase = path.contains("cases") && path.stream().noneMatch(NOBODY_IN_CASES::contains);
            if (inCase && text.equals(person.key()) && (!isName || member.equals(KEYED_BY_PERSON))) {
                return Person.ERASED;
            }
            if (path.contains(APPROVALS) && member.equals("people") && text.equals(person.key())) {
                return Person.ERASED;
            }
            boolean isText = !isName && (TEXTS_OF_POLICIES.contains(member) || isPart(member, WRITTEN::contains));
            String without = isText ? person.withoutNames(text) : text;
            return without.equals(text) ? text : Abbreviation.cut(without, longest(path));
        });
        return left.equals(json) || isPolicy(left) || !isPolicy(json) ? left : null;
    }

    /** What stands for a person may be longer than the name, and a policy with too long a text is not read. */
    private static int longest(List<String> path) {
        boolean isNamed = path.get(path.size() - 1).equals("name") && (path.size() <= 2 || path.contains(APPROVALS));
        return isNamed ? PolicyJson.MAX_NAME : path.contains("rules") ? PolicyJson.MAX_MESSAGE : PolicyJson.MAX_STORED_TEXT;
    }

    private static boolean isPolicy(String json) {
        try {
            PolicyJson.readStored(json, Scope.GLOBAL, 1);
            return true;
        } catch (InvalidPolicyException e) {
            return false;
        }
    }

    private static String ofWeek(ErasedPerson person, String json) {
        return ofJson(person, json, (path, text, isName) -> {
            String member = path.isEmpty() || isName ? "" : path.get(path.size() - 1);
            if (PEOPLE_OF_WEEKS.contains(member)) {
                return person.withoutName(text);
            }
            return TEXTS_OF_WEEKS.contains(member) ? person.withoutNames(text) : text;
        });
    }

    /** The same text where nothing in it changes, however it is written; of what is no JSON nothing can be told apart. */
    private static String ofJson(ErasedPerson person, String json, JsonStrings.Change change) {
        boolean[] named = {false};
        try {
            String changed = JsonStrings.changed(json, (path, text, isName) -> {
                String left = change.of(path, text, isName);
                named[0] |= !left.equals(text);
                return left;
            });
            return named[0] ? changed : json;
        } catch (IllegalArgumentException e) {
            return person.withoutNames(json);
        }
    }

    private static boolean isSealed(SealedSnapshot week, Predicate<String> onRecord) {
        return Seal.verify(List.of(week)).equals(List.of(Seal.INTACT))
                && week.erased().map(SealedSnapshot.Erased::erasure).filter(onRecord.negate()).isEmpty();
    }

    private static void sealAnew(SnapshotRow row, Erasure erasure) {
        SealedSnapshot week = Seal.erased(AoSnapshots.snapshot(row), row.getBody(), erasure.key());
        week.erased().ifPresent(erased -> {
            row.setErasureKey(erased.erasure());
            row.setErasedSeal(erased.seal());
        });
    }
}
