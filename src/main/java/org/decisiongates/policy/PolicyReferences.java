package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.policy.HostReference.Kind;

/** Finds everything of the host that a policy names by its id, and puts the ids of another host in its place. */
public final class PolicyReferences {

    private static final String CUSTOM_FIELD = "customfield_";

    private final Function<String, Optional<RuleDefinition>> definitions;
    private final Function<HostReference, List<String>> ids;
    /** What the groups that the gates name are called in the other host: those of tests are called so, too. */
    private final Map<String, String> groups = new HashMap<>();

    private PolicyReferences(Function<String, Optional<RuleDefinition>> definitions, Function<HostReference, List<String>> ids) {
        this.definitions = definitions;
        this.ids = reference -> {
            List<String> found = ids.apply(reference);
            if (reference.kind() == Kind.GROUP) {
                groups.put(reference.id(), found.get(0));
            }
            return found;
        };
    }

    /** What {@code policy} names, in the order in which it does; settings of rules that are not known are left alone. */
    public static Set<HostReference> of(Policy policy, Function<String, Optional<RuleDefinition>> definitions) {
        Set<HostReference> found = new LinkedHashSet<>();
        replace(policy, definitions, reference -> {
            found.add(reference);
            return List.of(reference.id());
        });
        return found;
    }

    /**
     * The same policy with other ids.
     *
     * @param ids what stands for each reference, at least one id; the first counts where a single one can stand
     */
    public static Policy replace(Policy policy, Function<String, Optional<RuleDefinition>> definitions,
            Function<HostReference, List<String>> ids) {
        return new PolicyReferences(definitions, ids).replaced(policy);
    }

    private Policy replaced(Policy policy) {
        WaiverTerms waivers = policy.waivers();
        return new Policy(policy.version(), policy.name(), issueType(policy.issueType()), policy.locked(),
                new WaiverTerms(all(waivers.groups(), Kind.GROUP), all(waivers.roles(), Kind.ROLE), waivers.longestDays()),
                approvals(policy.approvals()), policy.weights(), policy.gates().stream().map(this::gate).toList(),
                policy.cases().stream().map(this::oneCase).toList());
    }

    private ApprovalTerms approvals(ApprovalTerms terms) {
        return new ApprovalTerms(terms.requirements().stream().map(this::requirement).toList(), terms.separationOfDuties(),
                terms.reminderDays());
    }

    private ApprovalRequirement requirement(ApprovalRequirement one) {
        ApproverSources approvers = one.approvers();
        return new ApprovalRequirement(one.key(), one.name(), one.stage(),
                new ApproverSources(all(approvers.people(), Kind.PERSON), all(approvers.groups(), Kind.GROUP),
                        all(approvers.roles(), Kind.ROLE), approvers.fields().stream().map(this::field).toList()),
                one.quorum(), new When(one.when().conditions().stream().map(this::condition).toList()), one.sections(),
                one.commentRequired(), one.passwordRequired());
    }

    private PolicyGate gate(PolicyGate gate) {
        return new PolicyGate(gate.key(), gate.name(), gate.phase(), gate.enforcement(), gate.rules().stream().map(this::rule).toList());
    }

    private PolicyRule rule(PolicyRule rule) {
        return new PolicyRule(rule.rule(),
                definitions.apply(rule.rule()).map(definition -> settings(definition, rule.settings())).orElse(rule.settings()),
                rule.message(), rule.enforcement(), new When(rule.when().conditions().stream().map(this::condition).toList()));
    }

    private Map<String, String> settings(RuleDefinition definition, Map<String, String> stored) {
        Map<String, String> replaced = new HashMap<>(stored);
        for (Setting setting : definition.settings()) {
            String value = stored.get(setting.name());
            if (value != null && setting.type().isField()) {
                replaced.put(setting.name(), field(value));
            } else if (value != null && setting.type().names().isPresent()) {
                Kind kind = Kind.valueOf(setting.type().names().get().name());
                Optional<Field> of = kind == Kind.OPTION ? fieldOfOptions(definition, stored) : Optional.empty();
                replaced.put(setting.name(),
                        Setting.entries(value).stream().flatMap(id -> ids.apply(new HostReference(kind, id, of)).stream())
                                .distinct().collect(Collectors.joining("\n")));
            }
        }
        return replaced;
    }

    private static Optional<Field> fieldOfOptions(RuleDefinition definition, Map<String, String> stored) {
        return definition.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.OPTION_FIELD || setting.type() == Setting.Type.ANY_FIELD).findFirst()
                .map(setting -> new Field(stored.getOrDefault(setting.name(), setting.initial())));
    }

    private RuleCondition condition(RuleCondition condition) {
        return new RuleCondition(condition.kind(), condition.field().map(field -> new Field(field(field.id()))), switch (condition.kind()) {
            case FIELD_IS -> options(condition.values(), condition.field().get());
            case PRIORITY -> options(condition.values(), Field.PRIORITY);
            case ISSUE_TYPE -> condition.values().stream().map(this::issueType).distinct().toList();
            case ACTOR_GROUP -> all(condition.values(), Kind.GROUP);
            default -> condition.values();
        }, condition.holds());
    }

    private PolicyCase oneCase(PolicyCase one) {
        IssueSnapshot issue = one.issue();
        Map<Field, Object> values = new HashMap<>();
        issue.values().forEach((field, value) -> values.put(field(field), value(field, value)));
        Map<String, Set<String>> ofGroups = new TreeMap<>();
        issue.groups().forEach((group, users) -> ofGroups.put(groups.getOrDefault(group, group), users));
        Map<String, Set<String>> roles = new TreeMap<>();
        issue.roles().forEach((role, members) -> ids.apply(HostReference.to(Kind.ROLE, role)).forEach(id -> roles.put(id, members)));
        IssueSnapshot replaced = new IssueSnapshot(status(issue.status()), values, fields(issue.absent()),
                issue.links().stream().map(this::link).toList(), issue.visited(), ofGroups, roles, issue.comments(),
                issue.attachments(), issue.records(), issue.followUps(), issue.threads(), issue.disputes(), issue.approvals(),
                issue.approvedScope(),
                issue.accounts());
        return new PolicyCase(one.name(), one.gate(), replaced, one.day(), one.actor(), fields(one.changes()), one.comment(),
                one.expected());
    }

    private Object value(Field field, Object value) {
        if (!(value instanceof List<?> several)) {
            return value;
        }
        List<Object> replaced = new ArrayList<>();
        for (Object one : several) {
            if (one instanceof Choice type && field.equals(Field.ISSUE_TYPE)) {
                // decision and blocker are called so everywhere
                replaced.add(new Choice(issueType(type.id()), type.name()));
            } else if (one instanceof Choice choice) {
                ids.apply(new HostReference(Kind.OPTION, choice.id(), Optional.of(field)))
                        .forEach(id -> replaced.add(new Choice(id, choice.name())));
            } else {
                replaced.add(one);
            }
        }
        return replaced;
    }

    private LinkedIssue link(LinkedIssue other) {
        LinkedIssue.Link link = new LinkedIssue.Link(
                isHostId(other.link().type()) ? one(Kind.LINK_TYPE, other.link().type()) : other.link().type(), other.link().isOutward(),
                other.link().blocks());
        IssueStatus status = status(other.storedStatus());
        String type = issueType(other.type());
        return other.key().map(key -> LinkedIssue.visible(link, other.storedId(), key, type, status))
                .orElseGet(() -> LinkedIssue.hidden(link, other.storedId(), type, status));
    }

    private IssueStatus status(IssueStatus status) {
        return new IssueStatus(isHostId(status.id()) ? one(Kind.STATUS, status.id()) : status.id(), status.name(), status.phase());
    }

    private String issueType(String type) {
        return isHostId(type) ? one(Kind.ISSUE_TYPE, type) : type;
    }

    private Set<Field> fields(Set<Field> fields) {
        return fields.stream().map(this::field).collect(Collectors.toSet());
    }

    private Field field(Field field) {
        return new Field(field(field.id()));
    }

    /** Fields of the app and of every host have names of their own, the same everywhere. */
    private String field(String id) {
        return id.startsWith(CUSTOM_FIELD) ? one(Kind.FIELD, id) : id;
    }

    private List<String> options(List<String> options, Field field) {
        return options.stream().flatMap(id -> ids.apply(new HostReference(Kind.OPTION, id, Optional.of(field))).stream()).distinct()
                .toList();
    }

    private List<String> all(List<String> references, Kind kind) {
        return references.stream().flatMap(id -> ids.apply(HostReference.to(kind, id)).stream()).distinct().toList();
    }

    private String one(Kind kind, String id) {
        return ids.apply(HostReference.to(kind, id)).get(0);
    }

    private static boolean isHostId(String text) {
        return text.matches("[0-9]+");
    }
}
