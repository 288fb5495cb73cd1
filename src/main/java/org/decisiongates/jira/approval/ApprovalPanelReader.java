package org.decisiongates.jira.approval;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.RequirementState;

/**
 * Whom the panel of approvals is shown to.
 *
 * @param userKey      empty text where nobody is logged in
 * @param allowed      the steps that they may take
 * @param onBehalf     those that they may take for others, by the user key of the approver
 * @param wantsComment whether an approval that they may give takes a comment
 * @param needsPassword whether something of it needs their password
 * @param named        whom they are told of those who could still approve
 */
record ApprovalPanelReader(String userKey, Set<Kind> allowed, Map<String, Set<Kind>> onBehalf, boolean wantsComment,
        boolean needsPassword, Function<RequirementState, List<String>> named) {

    ApprovalPanelReader {
        allowed = Set.copyOf(allowed);
        onBehalf = new LinkedHashMap<>(onBehalf);
    }

    /** Everything that they may do, in whose name ever. */
    Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(allowed);
        onBehalf.values().forEach(kinds::addAll);
        return kinds;
    }
}
