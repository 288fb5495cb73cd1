package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.Setting;
import org.decisiongates.text.Message;
import org.decisiongates.text.content.TextContent;

/**
 * The form of one approval that a policy requires, but for its conditions. What is stored and Jira no longer has is shown and kept until
 * somebody takes it out; nothing else that Jira does not have is accepted.
 */
@JiraComponent
class ApprovalRequirementForm {

    private static final String KEY = ".key";
    private static final String NAME = ".name";
    private static final String STAGE = ".stage";
    private static final String PEOPLE = ".people";
    private static final String GROUPS = ".groups";
    private static final String ROLES = ".roles";
    private static final String FIELDS = ".fields";
    private static final String NUMBER = ".number";
    private static final String UNIT = ".unit";
    private static final String SECTIONS = ".sections";
    private static final String COMMENT = ".comment";
    private static final String PASSWORD = ".password";
    private static final Set<String> INPUTS = Set.of(KEY, NAME, STAGE, PEOPLE, GROUPS, ROLES, FIELDS, NUMBER, UNIT, SECTIONS);

    private final HostNames names;
    private final JiraFields fields;
    private final JiraTexts texts;

    ApprovalRequirementForm(HostNames names, JiraFields fields, JiraTexts texts) {
        this.names = names;
        this.fields = fields;
        this.texts = texts;
    }

    /** @param at where the approval is in the page */
    ApprovalFormView view(EditedPolicy edited, String at, ApprovalRequirement one) {
        ApproverSources approvers = one.approvers();
        String sectionsFault = edited.faultAt(at + SECTIONS);
        return new ApprovalFormView(input(edited, at, NAME, PolicyInputView.TEXT, one.name(), PolicyJson.MAX_NAME),
                input(edited, at, KEY, PolicyInputView.TEXT, one.key(), PolicyJson.MAX_KEY),
                input(edited, at, PEOPLE, PolicyInputView.AREA,
                        approvers.people().stream().map(this::userName).collect(Collectors.joining("\n")), 0),
                input(edited, at, GROUPS, PolicyInputView.AREA, String.join("\n", approvers.groups()), 0),
                List.of(select(edited, at, ROLES, names.all(HostReference.Kind.ROLE, Optional.empty()), approvers.roles()),
                        select(edited, at, FIELDS, peopleFields(), approvers.fields().stream().map(Field::id).toList())),
                input(edited, at, NUMBER, PolicyInputView.NUMBER, String.valueOf(one.quorum().number()),
                        ApprovalQuorum.Unit.PEOPLE.most()),
                units(at, one.quorum().unit()),
                input(edited, at, STAGE, PolicyInputView.NUMBER, String.valueOf(one.stage()), PolicyJson.MAX_STAGE),
                new SelectView(at + SECTIONS, label(SECTIONS),
                        sections(edited.typed(at + SECTIONS).isPresent() ? Set.of() : one.sections()), true, sectionsFault),
                at + COMMENT, one.commentRequired(), at + PASSWORD, one.passwordRequired());
    }

    private PolicyInputView input(EditedPolicy edited, String at, String name, String kind, String value, int most) {
        return PolicyInputView.of(edited, at + name, label(name), kind, value, most);
    }

    /** What an input is called, by what stands behind the place of the approval in its name. */
    String label(String name) {
        return texts.text("decision-gates.jira.policy.approval." + name.substring(1));
    }

    /** The input in which a member of a requirement is edited, as {@code people[0]}; empty for what no input holds. */
    static Optional<String> inputOf(String member) {
        return Optional.of("." + member.replaceFirst("[\\[.].*", "")).filter(INPUTS::contains);
    }

    private List<Choice> peopleFields() {
        return fields.fitting(Setting.Type.PEOPLE_FIELD).stream().map(field -> new Choice(field.id(), nameOf(field))).toList();
    }

    private String nameOf(Field field) {
        return fields.nameOf(field, texts.locale());
    }

    private SelectView select(EditedPolicy edited, String at, String name, List<Choice> offered, List<String> chosen) {
        Stream<Choice> gone = chosen.stream().filter(id -> offered.stream().noneMatch(choice -> choice.id().equals(id)))
                .map(id -> new Choice(id, name.equals(FIELDS) ? nameOf(new Field(id)) : id));
        return new SelectView(at + name, label(name), Stream.concat(offered.stream(), gone)
                .map(choice -> new ChoiceView(choice.id(), choice.name(), chosen.contains(choice.id()))).toList(), true,
                edited.faultAt(at + name));
    }

    private SelectView units(String at, ApprovalQuorum.Unit chosen) {
        return new SelectView(at + UNIT, label(UNIT), Arrays.stream(ApprovalQuorum.Unit.values()).map(unit -> new ChoiceView(unit.name(),
                texts.text("decision-gates.jira.policy.approval-unit." + unit.name()), unit == chosen)).toList(), false);
    }

    private List<ChoiceView> sections(Set<SealedSection> chosen) {
        return Arrays.stream(SealedSection.values())
                .map(section -> new ChoiceView(section.key(), nameOf(section), chosen.contains(section)))
                .toList();
    }

    String nameOf(SealedSection section) {
        return texts.text("decision-gates.approval.section." + section.key());
    }

    /** The approval as it was submitted, with what it was before in place of what is no value. */
    ApprovalRequirement read(String at, ApprovalRequirement one, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        Inputs inputs = new Inputs(at, submitted, rejected);
        ApproverSources before = one.approvers();
        List<String> typedPeople = PolicyForm.lines(inputs.text(PEOPLE));
        List<String> typedGroups = PolicyForm.lines(inputs.text(GROUPS));
        ApproverSources approvers = new ApproverSources(
                inputs.known(PEOPLE, typedPeople, typedPeople.stream().filter(name -> person(before, name).isEmpty()).toList(), "no-users")
                        ? typedPeople.stream().flatMap(name -> person(before, name).stream()).distinct().toList()
                        : before.people(),
                inputs.known(GROUPS, typedGroups, typedGroups.stream().filter(name -> !isGroup(before, name)).toList(), "no-groups")
                        ? typedGroups
                        : before.groups(),
                inputs.chosen(ROLES), inputs.chosen(FIELDS).stream().map(Field::new).toList());
        ApprovalQuorum.Unit unit = Arrays.stream(ApprovalQuorum.Unit.values()).filter(known -> known.name().equals(inputs.text(UNIT)))
                .findFirst().orElse(one.quorum().unit());
        return new ApprovalRequirement(inputs.text(KEY), inputs.text(NAME),
                inputs.number(STAGE, PolicyJson.MAX_STAGE).orElse(one.stage()), approvers,
                new ApprovalQuorum(unit, inputs.number(NUMBER, unit.most()).orElse(Math.min(one.quorum().number(), unit.most()))),
                one.when(),
                inputs.sections().orElse(one.sections()), submitted.containsKey(at + COMMENT), submitted.containsKey(at + PASSWORD));
    }

    /** The key of whoever is called so; of somebody whom Jira does not have, only where they were named before. */
    private Optional<String> person(ApproverSources before, String name) {
        return before.people().stream().filter(key -> userName(key).equals(name)).findFirst()
                .or(() -> names.called(HostReference.Kind.PERSON, Optional.empty(), name).stream().map(Choice::id).findFirst());
    }

    private boolean isGroup(ApproverSources before, String name) {
        return before.groups().contains(name) || !names.called(HostReference.Kind.GROUP, Optional.empty(), name).isEmpty();
    }

    String userName(String key) {
        return nameOf(HostReference.Kind.PERSON, key);
    }

    /** Who may approve, source by source, in words. */
    List<String> sources(ApproverSources approvers) {
        List<String> sources = new ArrayList<>();
        approvers.people().forEach(key -> sources.add(userName(key)));
        approvers.groups().forEach(group -> sources.add(texts.text("decision-gates.jira.policy.approval-from.group", group)));
        approvers.roles().forEach(role -> sources.add(
                texts.text("decision-gates.jira.policy.approval-from.role", nameOf(HostReference.Kind.ROLE, role))));
        approvers.fields().forEach(field -> sources.add(texts.text("decision-gates.jira.policy.approval-from.field", nameOf(field))));
        return sources;
    }

    private String nameOf(HostReference.Kind kind, String id) {
        return names.nameOf(new HostReference(kind, id, Optional.empty())).orElse(id);
    }

    /** What was submitted of the approval at a place. */
    private record Inputs(String at, Map<String, String[]> submitted, List<RejectedInput> rejected) {

        String text(String name) {
            return PolicyForm.text(submitted, at + name);
        }

        List<String> chosen(String name) {
            return PolicyForm.several(submitted, at + name).stream().filter(id -> !id.isEmpty()).distinct().toList();
        }

        Optional<Integer> number(String name, int most) {
            return PolicyForm.number(submitted, at + name, 1, most, rejected).filter(number -> {
                boolean isInRange = number >= 1 && number <= most;
                if (!isInRange) {
                    reject(name, text(name), PolicyForm.outOfRange(text(name), 1, most));
                }
                return isInRange;
            });
        }

        boolean known(String name, List<String> typed, List<String> unknown, String fault) {
            if (!unknown.isEmpty()) {
                reject(name, String.join("\n", typed), Message.of("decision-gates.jira.policy." + fault,
                        unknown.stream().map(TextContent::excerpt).collect(Collectors.joining(", "))));
            }
            return unknown.isEmpty();
        }

        Optional<Set<SealedSection>> sections() {
            Set<SealedSection> sections = EnumSet.noneOf(SealedSection.class);
            chosen(SECTIONS).forEach(key -> SealedSection.keyed(key).ifPresent(sections::add));
            if (sections.isEmpty()) {
                reject(SECTIONS, "", Message.of("decision-gates.policy.fault.no-sections"));
            }
            return Optional.of(sections).filter(chosen -> !chosen.isEmpty());
        }

        private void reject(String name, String typed, Message fault) {
            rejected.add(new RejectedInput(at + name, typed, fault));
        }
    }
}
