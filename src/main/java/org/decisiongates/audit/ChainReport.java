package org.decisiongates.audit;

import java.util.List;
import java.util.Optional;

/**
 * What the verification of a part of a chain found.
 *
 * @param checked  links that were looked at, up to the broken one
 * @param broken   the first link that is not as it was sealed; nothing behind it was looked at
 * @param late     places of links that were sealed long after the gate was evaluated: a reason to ask, not a break
 * @param erasures those that took people out of the entries
 * @param next     the position to go on from; empty at the end of the chain and behind a broken link
 * @param head     at the end of the chain, its newest link: who keeps it elsewhere can show later that nothing behind was cut off
 * @param unsealed at the end of the chain, how many entries wait for their seal
 */
public record ChainReport(int checked, Optional<Broken> broken, List<Long> late, List<Erasure> erasures, Optional<Long> next,
        Optional<ChainHead> head, long unsealed) {

    public ChainReport {
        late = List.copyOf(late);
        erasures = List.copyOf(erasures);
    }

    /** Whether every link that was looked at is as it was sealed. */
    public boolean isIntact() {
        return broken.isEmpty();
    }

    /** What is wrong with a link. */
    public enum Fault {
        /** Its entry is not in the journal any more. */
        ENTRY_MISSING,
        /** The entry, or the seal, is not what was sealed. */
        CHANGED,
        /** The seal of this place, or of the place before it in the other chain, is not there. */
        SEAL_MISSING,
        /** Who acted was taken out of the entry, and no erasure says so. */
        ERASURE_MISSING,
        /** The chain ends before a link that it had. */
        CUT_OFF
    }

    /**
     * @param position in the chain
     * @param sequence of the entry, where it is known
     */
    public record Broken(long position, Fault fault, Optional<Long> sequence) {
    }
}
