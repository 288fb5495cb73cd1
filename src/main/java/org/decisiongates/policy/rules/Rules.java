package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;

import org.decisiongates.policy.RuleDefinition;

/** Every rule there is, in the order a form shows them. Nothing is scanned: a new rule is one line here. */
public final class Rules {

    private static final List<RuleDefinition> ALL = List.of(HasOwner.DEFINITION, OneActiveUser.DEFINITION, HasDueDate.DEFINITION,
            HasAcceptanceCriteria.DEFINITION,
            HasFallback.DEFINITION,
            HasStatement.DEFINITION,
            HasTradeOff.DEFINITION,
            HasOutcome.DEFINITION,
            StatesDocumented.DEFINITION,
            HasCommunicationPlan.DEFINITION,
            HasEscalationPath.DEFINITION,
            AllCriteriaVerified.DEFINITION,
            CriteriaHaveEvidence.DEFINITION,
            HypothesesValidated.DEFINITION,
            AcceptedRiskHasApprover.DEFINITION,
            NoOpenBlockingDecision.DEFINITION,
            NoOpenOwnerAction.DEFINITION,
            NotDisputed.DEFINITION,
            ApprovalsCurrent.DEFINITION,
            ScopeChange.DEFINITION,
            LinkedIssuesInPhase.DEFINITION,
            PhaseVisited.DEFINITION,
            HasOutcomeLink.DEFINITION,
            HasRequestLink.DEFINITION,
            UserInGroupOrRole.DEFINITION,
            ActorInGroupOrRole.DEFINITION,
            SeparationOfDuties.DEFINITION,
            DateWithin.DEFINITION,
            DateBefore.DEFINITION,
            DateInRange.DEFINITION,
            NumberInRange.DEFINITION,
            NumberBelow.DEFINITION,
            FieldRequired.DEFINITION,
            FieldEmpty.DEFINITION,
            FieldChanged.DEFINITION,
            FieldEquals.DEFINITION,
            FieldMatches.DEFINITION,
            HasAttachmentOrLink.DEFINITION,
            HasComment.DEFINITION,
            HasReason.DEFINITION,
            HasSuccessor.DEFINITION,
            HasResolutionNote.DEFINITION,
            HasReopeningReason.DEFINITION);

    private Rules() {
    }

    /** All definitions. */
    public static List<RuleDefinition> all() {
        return ALL;
    }

    /** The definition with this key. */
    public static Optional<RuleDefinition> of(String key) {
        return ALL.stream().filter(definition -> definition.key().equals(key)).findFirst();
    }
}
