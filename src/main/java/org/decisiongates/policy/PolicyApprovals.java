package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.text.content.TextContent;

/** The approvals that a policy asks for, as JSON. */
final class PolicyApprovals {

    private static final int MAX_STAGE = PolicyJson.MAX_STAGE;

    private PolicyApprovals() {
    }

    /** What is read; a requirement that cannot be is left out, and its faults are told. */
    static ApprovalTerms terms(PolicyDocument.Approvals read, PolicyFaults faults) {
        List<ApprovalRequirement> requirements = new ArrayList<>();
        for (int i = 0; i < read.requirements().size(); i++) {
            requirement(read.requirements().get(i), "approvals.requirements[" + i + "]", faults).ifPresent(requirements::add);
        }
        return new ApprovalTerms(requirements, read.separationOfDuties().orElse(true),
                (int) Math.max(-1, Math.min(read.reminderDays().orElse(0L), Integer.MAX_VALUE)));
    }

    static Optional<ApprovalRequirement> requirement(PolicyDocument.Requirement read, String place, PolicyFaults faults) {
        Optional<Integer> stage = inRange(read.stage().orElse(1L), MAX_STAGE, place + ".stage", faults);
        Optional<ApprovalQuorum> quorum = quorum(read.quorum(), place + ".quorum", faults);
        Set<SealedSection> sections = sections(read.sections(), place + ".sections", faults);
        if (stage.isEmpty() || quorum.isEmpty() || sections.isEmpty()) {
            return Optional.empty();
        }
        ApproverSources approvers = new ApproverSources(read.people().orElse(List.of()), read.groups().orElse(List.of()),
                read.roles().orElse(List.of()), read.fields().orElse(List.of()).stream().map(Field::new).toList());
        return Optional.of(new ApprovalRequirement(read.key(), read.name(), stage.get(), approvers, quorum.get(),
                PolicyJson.when(read.when(), place, faults), sections, read.commentRequired().orElse(false),
                read.passwordRequired().orElse(false)));
    }

    private static Optional<ApprovalQuorum> quorum(Optional<PolicyDocument.Quorum> read, String place, PolicyFaults faults) {
        ApprovalQuorum.Unit unit = read.map(PolicyDocument.Quorum::unit).orElse(ApprovalQuorum.Unit.PEOPLE);
        return inRange(read.map(PolicyDocument.Quorum::number).orElse(1L), unit.most(),
                place + ".number", faults).map(number -> new ApprovalQuorum(unit, number));
    }

    private static Optional<Integer> inRange(long number, int most, String place, PolicyFaults faults) {
        if (number < 1 || number > most) {
            faults.add(place, "range", String.valueOf(number), 1, most);
            return Optional.empty();
        }
        return Optional.of((int) number);
    }

    private static Set<SealedSection> sections(List<String> read, String place, PolicyFaults faults) {
        Set<SealedSection> sections = EnumSet.noneOf(SealedSection.class);
        for (int i = 0; i < read.size(); i++) {
            Optional<SealedSection> section = SealedSection.keyed(read.get(i));
            section.ifPresent(sections::add);
            if (section.isEmpty()) {
                faults.add(place + "[" + i + "]", "section", TextContent.excerpt(read.get(i)));
            }
        }
        if (read.isEmpty()) {
            faults.add(place, "no-sections");
        }
        return sections;
    }

    static Optional<PolicyDocument.Approvals> document(ApprovalTerms terms) {
        return Optional.of(terms).filter(asked -> !asked.equals(ApprovalTerms.NONE))
                .map(asked -> new PolicyDocument.Approvals(Optional.of(asked.separationOfDuties()).filter(separated -> !separated),
                        Optional.of((long) asked.reminderDays()).filter(days -> days > 0),
                        asked.requirements().stream().map(PolicyApprovals::document).toList()));
    }

    static PolicyDocument.Requirement document(ApprovalRequirement one) {
        ApproverSources approvers = one.approvers();
        return new PolicyDocument.Requirement(one.key(), one.name(), Optional.of((long) one.stage()).filter(stage -> stage > 1),
                PolicyJson.some(approvers.people()), PolicyJson.some(approvers.groups()), PolicyJson.some(approvers.roles()),
                PolicyJson.some(approvers.fields().stream().map(Field::id).toList()),
                Optional.of(one.quorum()).filter(quorum -> !quorum.equals(ApprovalQuorum.people(1)))
                        .map(quorum -> new PolicyDocument.Quorum(quorum.unit(), quorum.number())),
                PolicyJson.document(one.when()), one.sections().stream().map(SealedSection::key).toList(),
                Optional.of(one.commentRequired()).filter(required -> required),
                Optional.of(one.passwordRequired()).filter(required -> required));
    }
}
