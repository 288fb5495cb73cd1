package org.decisiongates.metric;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of issue ids: about a bit each, since hosts number issues in sequence. */
final class IssueIdSet {

    private static final int BITS = 16;

    private final Map<Long, BitSet> blocks = new HashMap<>();

    void add(long id) {
        blocks.computeIfAbsent(id >> BITS, block -> new BitSet()).set((int) (id & (1 << BITS) - 1));
    }

    boolean has(long id) {
        BitSet block = blocks.get(id >> BITS);
        return block != null && block.get((int) (id & (1 << BITS) - 1));
    }
}
