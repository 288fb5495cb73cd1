package org.decisiongates.jira.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;

/**
 * Knows what the value of a setting can stand for in this Jira: the choices a form offers, the names people read for what is stored by
 * id, and what is stored for the names they type.
 */
@JiraComponent
class SettingChoices {

    private final JiraTexts texts;
    private final JiraFields fields;
    private final FieldOptions options;
    private final ConstantsManager constants;
    private final IssueLinkTypeManager linkTypes;
    private final ProjectRoleManager roles;
    private final GroupManager groups;
    private final UserManager users;

    SettingChoices(JiraTexts texts, JiraFields fields, FieldOptions options,
            ConstantsManager constants, IssueLinkTypeManager linkTypes, ProjectRoleManager roles, GroupManager groups, UserManager users) {
        this.texts = texts;
        this.fields = fields;
        this.options = options;
        this.constants = constants;
        this.linkTypes = linkTypes;
        this.roles = roles;
        this.groups = groups;
        this.users = users;
    }

    /** What there is to choose from, in the order a form shows it; none for what is typed. */
    List<Choice> offered(RuleDefinition rule, Setting setting) {
        return switch (setting.type()) {
            case NUMBER, DECIMAL, DAY, TEXT, PATTERN, PEOPLE, GROUPS, OPTIONS -> List.of();
            case CHOICE ->
                setting.choices().stream().map(word -> new Choice(word, texts.text(settingKey(rule, setting) + "." + word))).toList();
            case PHASES -> Stream.concat(Arrays.stream(DecisionPhase.values()).map(phase -> new Choice(phase.name(), phase.label())),
                    Arrays.stream(BlockerPhase.values()).map(phase -> new Choice(phase.name(), phase.label()))).distinct().toList();
            case ROLES -> roles.getProjectRoles().stream().map(role -> new Choice(String.valueOf(role.getId()), role.getName())).toList();
            case LINK_TYPES -> linkTypes.getIssueLinkTypes().stream()
                    .map(type -> new Choice(String.valueOf(type.getId()), type.getName())).toList();
            case STATUSES -> constants.getStatuses().stream().map(status -> new Choice(status.getId(), status.getName())).toList();
            default -> fields.fitting(setting.type()).stream().map(field -> new Choice(field.id(), nameOf(field))).toList();
        };
    }

    /** Names of those {@code types} of issues that do not have the field which {@code setting} names; none where it names no field. */
    List<String> without(Setting setting, String value, List<IssueType> types) {
        return setting.type().isField() && !value.isEmpty()
                ? fields.without(new Field(value), types).stream().map(IssueType::getNameTranslation).toList()
                : List.of();
    }

    /**
     * What people read for a value: names, each behind a comma, for a list.
     *
     * @param values every value of the rule: options are those of the fields it names
     */
    String shown(RuleDefinition rule, Setting setting, Map<String, String> values) {
        String value = values.get(setting.name());
        if (value.isEmpty()) {
            return texts.text("decision-gates.jira.gate.not-chosen");
        }
        if (setting.type().isField()) {
            return nameOf(new Field(value));
        }
        if (setting.type() == Setting.Type.CHOICE || setting.type().isList()) {
            List<Choice> known = known(rule, setting, values);
            return entries(setting, value).stream().map(entry -> name(known, setting, entry)).distinct()
                    .collect(Collectors.joining(", "));
        }
        return value;
    }

    /** What a form shows of a value to be typed: people by the names they log in with, options by their names. */
    String typed(RuleDefinition rule, Setting setting, Map<String, String> values) {
        String stored = values.get(setting.name());
        return switch (setting.type()) {
            case PEOPLE -> Setting.entries(stored).stream().map(key -> user(key).map(ApplicationUser::getUsername).orElse(key))
                    .collect(Collectors.joining("\n"));
            case OPTIONS -> {
                List<Choice> known = options(rule, values);
                yield Setting.entries(stored).stream().map(id -> name(known, setting, id)).distinct().collect(Collectors.joining("\n"));
            }
            default -> stored;
        };
    }

    /**
     * What is stored for what was submitted: one entry a line, each once, people by their keys and options by their ids. Invalid entries
     * stay as they are.
     *
     * @param fields the values of the rule's settings that name fields
     */
    String stored(RuleDefinition rule, Setting setting, List<String> submitted, Map<String, String> fields) {
        if (!setting.type().isList()) {
            String typed = submitted.stream().findFirst().orElse("");
            // a blank at the end of a pattern is part of what it matches
            return setting.type() == Setting.Type.PATTERN ? typed : typed.strip();
        }
        List<Choice> known = setting.type() == Setting.Type.OPTIONS ? options(rule, fields) : List.of();
        return submitted.stream().flatMap(String::lines).map(String::strip).filter(entry -> !entry.isEmpty())
                .flatMap(entry -> switch (setting.type()) {
                    case PEOPLE -> Stream.of(key(entry));
                    case OPTIONS -> ids(known, entry);
                    default -> Stream.of(entry);
                }).distinct().collect(Collectors.joining("\n"));
    }

    /** The entries of a list that stand for nothing in this Jira. */
    List<String> unknown(RuleDefinition rule, Setting setting, Map<String, String> values) {
        String value = values.get(setting.name());
        return switch (setting.type()) {
            case GROUPS -> entries(setting, value).stream().filter(group -> groups.getGroup(group) == null).toList();
            case PEOPLE -> entries(setting, value).stream().filter(key -> user(key).isEmpty()).toList();
            case OPTIONS, ROLES, LINK_TYPES, STATUSES -> {
                if (setting.type() == Setting.Type.OPTIONS && isTypedFreely(rule, values)) {
                    yield List.of();
                }
                List<String> ids = known(rule, setting, values).stream().map(Choice::id).toList();
                yield entries(setting, value).stream().filter(entry -> !ids.contains(entry)).toList();
            }
            default -> List.of();
        };
    }

    /** The options of the fields that the rule names; of all fields when it has no setting for such a field. */
    List<Choice> options(RuleDefinition rule, Map<String, String> values) {
        List<Field> named = fieldsOfOptions(rule, values);
        return named.isEmpty() ? options.ofAll() : named.stream().flatMap(field -> options.of(field).stream()).distinct().toList();
    }

    /** Labels and the like: whatever is typed exists as soon as somebody uses it. */
    private boolean isTypedFreely(RuleDefinition rule, Map<String, String> values) {
        List<Field> named = fieldsOfOptions(rule, values);
        return !named.isEmpty() && named.stream().noneMatch(options::isListed);
    }

    private static List<Field> fieldsOfOptions(RuleDefinition rule, Map<String, String> values) {
        return rule.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.OPTION_FIELD || setting.type() == Setting.Type.ANY_FIELD)
                .map(setting -> new Field(values.getOrDefault(setting.name(), setting.initial()))).toList();
    }

    private List<Choice> known(RuleDefinition rule, Setting setting, Map<String, String> values) {
        return setting.type() == Setting.Type.OPTIONS ? options(rule, values) : offered(rule, setting);
    }

    /** A field used in several projects can have an option of this name in each: all of them are meant. */
    private static Stream<String> ids(List<Choice> known, String entry) {
        List<String> named = known.stream().filter(choice -> choice.name().equalsIgnoreCase(entry)).map(Choice::id).toList();
        return named.isEmpty() ? Stream.of(entry) : named.stream();
    }

    /** The values that stand in a value: several in a list, else itself. */
    static List<String> entries(Setting setting, String value) {
        return setting.type().isList() ? Setting.entries(value) : List.of(value);
    }

    static String settingKey(RuleDefinition rule, Setting setting) {
        return "decision-gates.rule." + rule.key() + ".setting." + setting.name();
    }

    private String name(List<Choice> known, Setting setting, String entry) {
        if (setting.type() == Setting.Type.PEOPLE) {
            return user(entry).map(ApplicationUser::getDisplayName).orElse(entry);
        }
        return known.stream().filter(choice -> choice.id().equals(entry)).findFirst().map(Choice::name).orElse(entry);
    }

    private Optional<ApplicationUser> user(String key) {
        return Optional.ofNullable(users.getUserByKey(key));
    }

    private String key(String name) {
        ApplicationUser user = users.getUserByName(name);
        return user == null ? name : user.getKey();
    }

    private String nameOf(Field field) {
        return fields.nameOf(field, texts.locale());
    }
}
