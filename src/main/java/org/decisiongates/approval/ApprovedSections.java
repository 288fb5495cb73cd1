package org.decisiongates.approval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.issue.SealedSection;

/** What an edit of an issue would make stale: the requirements with approvals that count now, by the sections that these are bound to. */
public final class ApprovedSections {

    private ApprovedSections() {
    }

    /** Names of the requirements, in their order; only sections that some approval is bound to. */
    public static Map<SealedSection, List<String>> of(Approvals approvals) {
        Map<SealedSection, List<String>> bound = new EnumMap<>(SealedSection.class);
        approvals.states().stream().filter(state -> state.verdicts().stream().anyMatch(verdict -> verdict.isCurrent(Kind.APPROVED)))
                .map(state -> state.required().requirement()).forEach(requirement -> requirement.sections()
                        .forEach(section -> bound.computeIfAbsent(section, any -> new ArrayList<>()).add(requirement.name())));
        return bound;
    }
}
