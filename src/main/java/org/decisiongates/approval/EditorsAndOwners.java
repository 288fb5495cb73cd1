package org.decisiongates.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.decisiongates.issue.SealedSection;

/**
 * Who has to do with an issue in a way that keeps them from approving it, and when it was edited.
 *
 * @param editors     user keys of everybody who ever edited a section, whether or not anything of that is left; whoever created the issue
 *                    is among those of each section
 * @param edits       the edits of each section that was edited since the issue was created, in no order
 * @param ownersSince user keys of everybody who was its owner at a moment or at some time since, as far as that is written down
 */
public record EditorsAndOwners(Map<SealedSection, Set<String>> editors, Map<SealedSection, List<SectionEdit>> edits,
        Function<Instant, Set<String>> ownersSince) {

    /** Those of an issue that nobody touched. */
    public static final EditorsAndOwners NONE = new EditorsAndOwners(Map.of(), Map.of(), moment -> Set.of());
}
