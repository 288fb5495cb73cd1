package org.decisiongates.approval;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.text.Sha256;

/**
 * What makes a change of a step show: a hash over all it says and over the hash of the step before it. It is no signature: whoever can
 * write to the database can seal anew from the changed step on, unless somebody kept a later hash elsewhere.
 *
 * @param salt     32 hexadecimal digits; empty once a person was erased from the step
 * @param personal SHA-256, hex, over the salt and what may name people; it outlives their erasure
 * @param previous hash of the step before; empty text for the first
 * @param hash     SHA-256, hex, over everything else of the step, {@code personal} and {@code previous}
 */
public record ApprovalSeal(Optional<String> salt, String personal, String previous, String hash) {

    private static final String FORMAT = "decision-gates approval 1";
    /** Of a step for which its actor gave their password: that is said by the format alone, so that steps without it stay as they are. */
    private static final String REAUTHENTICATED = "decision-gates approval 2";

    public ApprovalSeal {
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(personal, "personal");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * The seal on a step.
     *
     * @param salt     32 hexadecimal digits that nobody can guess, for this step alone
     * @param previous hash of the step before; empty text for the first
     */
    public static ApprovalSeal on(ApprovalStep step, String salt, String previous) {
        String personal = personal(step, salt);
        return new ApprovalSeal(Optional.of(salt), personal, previous, hash(step, personal, previous));
    }

    /** Whether the step still says what it was sealed with; of one that a person was erased from, all that names nobody. */
    boolean holds(ApprovalStep step) {
        return hash.equals(hash(step, personal, previous)) && salt.filter(known -> !personal(step, known).equals(personal)).isEmpty();
    }

    private static String personal(ApprovalStep step, String salt) {
        return new Sha256().updateDelimited(salt).updateDelimited(step.actor()).updateDelimited(step.onBehalfOf().orElse(""))
                .updateDelimited(step.comment()).hex();
    }

    private static String hash(ApprovalStep step, String personal, String previous) {
        Sha256 digest = new Sha256();
        for (String part : List.of(step.reauthenticated() ? REAUTHENTICATED : FORMAT, Long.toString(step.issueId()),
                Long.toString(step.projectId()), Integer.toString(step.step()),
                step.word(), Long.toString(step.at().toEpochMilli()), step.content(), personal, previous,
                Integer.toString(step.requirements().size()))) {
            digest.updateDelimited(part);
        }
        step.requirements().forEach(digest::updateDelimited);
        for (Map.Entry<String, String> section : step.digests().entrySet()) {
            digest.updateDelimited(section.getKey()).updateDelimited(section.getValue());
        }
        return digest.hex();
    }
}
