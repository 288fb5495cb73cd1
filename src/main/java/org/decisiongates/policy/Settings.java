package org.decisiongates.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.Reference;
import org.decisiongates.text.content.TextContent;

/** The values of one rule's settings as stored, completed with the initial ones. */
public final class Settings {

    private final String rule;
    private final List<Setting> known;
    private final Map<String, String> values;

    private Settings(String rule, List<Setting> known, Map<String, String> values) {
        this.rule = rule;
        this.known = known;
        this.values = values;
    }

    /** The settings of {@code definition}, with {@code stored} values in place of the initial ones. */
    public static Settings of(RuleDefinition definition, Map<String, String> stored) {
        Map<String, String> values = new TreeMap<>();
        definition.settings().forEach(setting -> values.put(setting.name(), setting.initial()));
        values.putAll(stored);
        return new Settings(definition.key(), definition.settings(), Map.copyOf(values));
    }

    /** Every value by the name of its setting. */
    public Map<String, String> values() {
        return values;
    }

    /** The field a setting names. */
    public Field field(String name) {
        return new Field(text(name));
    }

    /** The field a setting names, if it names one. */
    public Optional<Field> optionalField(String name) {
        return value(name).map(Field::new);
    }

    /** The number of a setting, if it holds one. */
    public Optional<BigDecimal> decimal(String name) {
        return value(name).map(BigDecimal::new);
    }

    /** The day of a setting, if it holds one. */
    public Optional<LocalDate> day(String name) {
        return value(name).map(LocalDate::parse);
    }

    /** The expression of a setting, if it holds one. */
    public Optional<TextPattern> optionalPattern(String name) {
        return value(name).flatMap(TextPattern::of);
    }

    private Optional<String> value(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    /** The number of a setting. */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** The entries of a list. */
    public List<String> list(String name) {
        return Setting.entries(text(name));
    }

    /** The expression of a setting. */
    public TextPattern pattern(String name) {
        return TextPattern.of(text(name)).orElseThrow();
    }

    /** The value as stored. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("rule " + rule + " has no setting " + name);
        }
        return value;
    }

    /** What the values name of the host by its id, in the order of the settings. */
    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Setting setting : known) {
            setting.type().names().ifPresent(kind -> list(setting.name()).forEach(id -> references.add(
                    new Reference(kind, id, kind == Reference.Kind.OPTION ? fieldOfOptions() : Optional.empty()))));
        }
        return references;
    }

    /** Options are those of the field that the rule reads. */
    private Optional<Field> fieldOfOptions() {
        return known.stream().filter(setting -> setting.type() == Setting.Type.OPTION_FIELD || setting.type() == Setting.Type.ANY_FIELD)
                .findFirst().map(setting -> field(setting.name()));
    }

    /** Why no rule can be made of these values. */
    Optional<Finding> fault() {
        return faults().values().stream().findFirst();
    }

    /** What is wrong with each value that no rule can be made of, by the name of its setting. */
    SortedMap<String, Finding> faults() {
        SortedMap<String, Finding> faults = new TreeMap<>();
        values.forEach((name, value) -> {
            if (known.stream().noneMatch(setting -> setting.name().equals(name) && setting.accepts(value))) {
                faults.put(name, Finding.general("decision-gates.gate.error.setting", rule, TextContent.excerpt(name),
                        TextContent.excerpt(value)));
            }
        });
        return faults;
    }
}
