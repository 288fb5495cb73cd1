package org.decisiongates.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.When;

/**
 * A rule as the support zip shows it.
 *
 * @param rule        its key; {@code unknown} where the app has no such rule
 * @param enforcement its own; empty where it follows its gate
 * @param conditions  kinds of the conditions it is bound to
 * @param ownMessage  whether people read another message than its own
 * @param settings    what is stored, by the names that the app gives: numbers, days, phases and choices as they are, ids of custom fields
 *                    too; of everything else how much there is
 * @param others      how many settings are stored that the rule does not have
 */
public record SupportRule(String rule, Optional<Enforcement> enforcement, List<RuleCondition.Kind> conditions, boolean ownMessage,
        SortedMap<String, String> settings, int others) {

    private static final String UNKNOWN = "unknown";
    private static final String CUSTOM_FIELD = "customfield_[0-9]{1,18}";
    private static final String NUMBER = "[+-]?[0-9.]{1,30}";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /**
     * @param rule        the name that is stored; anything
     * @param stored      what is stored by names of settings; anything
     * @param definitions what the app knows of rules
     */
    public static SupportRule of(String rule, Map<String, String> stored, boolean ownMessage, Optional<Enforcement> enforcement, When when,
            Function<String, Optional<RuleDefinition>> definitions) {
        Optional<RuleDefinition> definition = definitions.apply(rule);
        SortedMap<String, String> shown = new TreeMap<>();
        definition.stream().flatMap(known -> known.settings().stream()).forEach(setting -> {
            String value = stored.get(setting.name());
            if (value != null) {
                shown.put(setting.name(), shown(setting, value));
            }
        });
        return new SupportRule(definition.map(RuleDefinition::key).orElse(UNKNOWN), enforcement,
                when.conditions().stream().map(RuleCondition::kind).toList(), ownMessage, shown, stored.size() - shown.size());
    }

    private static String shown(Setting setting, String value) {
        if (value.equals(setting.initial())) {
            return "as initially";
        }
        if (setting.type().isField()) {
            return value.matches(CUSTOM_FIELD) ? value : "another field";
        }
        return switch (setting.type()) {
            case NUMBER, DECIMAL -> value.matches(NUMBER) ? value : characters(value);
            case DAY -> value.matches(DAY) ? value : characters(value);
            case CHOICE -> setting.choices().contains(value) ? value : characters(value);
            case PHASES -> setting.choices().containsAll(Setting.entries(value)) ? String.join(", ", Setting.entries(value))
                    : entries(value);
            case OPTIONS, PEOPLE, GROUPS, ROLES, LINK_TYPES, STATUSES -> entries(value);
            default -> characters(value);
        };
    }

    private static String characters(String value) {
        return value.length() + " characters";
    }

    private static String entries(String value) {
        return Setting.entries(value).size() + " entries";
    }
}
