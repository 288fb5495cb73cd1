package org.decisiongates.store.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.decisiongates.audit.RecordedEntry;
import org.decisiongates.store.timeline.GateEventRow;
import org.decisiongates.store.timeline.StoredActor;
import org.decisiongates.text.Sha256;

/** What a seal needs of a row of the journal: a hash over its columns, each with its length, in an order that never changes. */
final class RowDigest {

    private RowDigest() {
    }

    static RecordedEntry of(GateEventRow row) {
        Long issue = row.getIssueId();
        return new RecordedEntry(row.getID(), issue == null ? OptionalLong.empty() : OptionalLong.of(issue), row.getProjectId(),
                Instant.ofEpochMilli(row.getAtMillis()), digest(row), StoredActor.fits(row), Optional.ofNullable(row.getErasureKey()));
    }

    /** Of who acted the hash alone, so that it stays the same when the person is erased; nothing and an empty text are one (Oracle). */
    private static String digest(GateEventRow row) {
        Sha256 digest = new Sha256();
        Stream.of(row.getID(), row.getIssueId(), row.getProjectId(), row.getWorkflowName(), row.getActionId(), row.getTransitionName(),
                row.getActorHash(), row.getAskedBy(), row.getPolicyKey(), row.getPolicyVersion(), row.getGateKey(), row.getEnforcement(),
                row.getVerdict(), row.getOutcome(), row.getRuleResults(), row.getSettingsHash(), row.getAtMillis())
                .map(value -> value == null ? "" : value.toString())
                .forEach(text -> digest.update(text.length() + ":").update(text));
        return digest.hex();
    }
}
