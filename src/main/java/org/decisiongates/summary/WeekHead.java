package org.decisiongates.summary;

import java.util.Optional;

import org.decisiongates.audit.ChainHead;

/**
 * The head of a project's chain of gates that its newest closed week holds, compared with the chain: what shows that the end of a chain
 * was cut off, which the chain alone cannot (docs/decisions/0107-keep-the-head-of-the-chain-in-closed-weeks.md).
 *
 * @param week ISO week, {@code 2026-W47}
 * @param head empty where the week cannot be believed
 */
public record WeekHead(String week, Verdict verdict, Optional<ChainHead> head) {

    /** What became of the link that the week holds. */
    public enum Verdict {
        /** The chain has it. */
        MATCHES,
        /** The chain ends before it: its end was cut off. */
        SHORTER,
        /** Another link is in its place, or none in the middle of the chain: entries were sealed anew. */
        DIFFERENT,
        /** The week is not as it was closed, or cannot be read; what it says of the chain is worth nothing. */
        WEEK_CHANGED
    }
}
