package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.issue.context.GlobalIssueContext;
import com.atlassian.jira.issue.customfields.CustomFieldSearcher;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.ConfigurableField;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code CustomFieldManager}. Two fields may have one name, as in Jira. */
record SandboxFields(SandboxJira jira, JiraObjects objects, Map<String, List<String>> changed) {

    SandboxFields(SandboxJira jira, JiraObjects objects) {
        this(jira, objects, new ConcurrentHashMap<>());
    }

    public CustomField createCustomField(String name, String description, CustomFieldType<?, ?> type, CustomFieldSearcher searcher,
            List<?> contexts, List<?> issueTypes) {
        FieldType known = FieldType.ofModule(type.getKey())
                .orElseThrow(() -> new IllegalArgumentException("There is no custom field type " + type.getKey() + "."));
        // one null in the list stands for every type
        List<String> types = issueTypes == null ? List.of()
                : issueTypes.stream().filter(Objects::nonNull).map(each -> ((IssueType) each).getId()).toList();
        return objects.field(jira.fields().create(name, description, known,
                searcher instanceof SandboxSearcher ours ? ours.key() : null, types));
    }

    public void updateCustomField(Long id, String name, String description, CustomFieldSearcher searcher) {
        FieldRow field = jira.fields().custom().stream().filter(each -> each.number() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no custom field " + id + "."));
        // without a searcher Jira takes the field out of the index
        jira.fields().update(field.id(), name, description, searcher instanceof SandboxSearcher ours ? ours.key() : null);
    }

    /** What the contexts of a field were changed to is seen from here on. */
    public void refreshConfigurationSchemes(Long customFieldId) {
        FieldRow field = jira.fields().custom().stream().filter(each -> each.number() == customFieldId).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no custom field " + customFieldId + "."));
        List<String> types = changed.remove(field.id());
        if (types != null) {
            jira.fields().applyTo(field.id(), types);
        }
    }

    public CustomField getCustomFieldObject(String fullId) {
        return jira.fields().byId(fullId).filter(FieldRow::custom).map(objects::field).orElse(null);
    }

    public Collection<CustomField> getCustomFieldObjectsByName(String name) {
        return jira.fields().customNamed(name).stream().map(objects::field).toList();
    }

    public List<CustomField> getCustomFieldObjects() {
        return jira.fields().custom().stream().map(objects::field).toList();
    }

    public CustomFieldType<?, ?> getCustomFieldType(String moduleKey) {
        return FieldType.ofModule(moduleKey).map(SandboxFieldType::new).orElse(null);
    }

    public CustomFieldSearcher getCustomFieldSearcher(String moduleKey) {
        return moduleKey.startsWith("com.atlassian.jira.plugin.system.customfieldtypes:") ? new SandboxSearcher(moduleKey) : null;
    }

    /** {@code FieldConfigSchemeManager}: of contexts that hold for all projects and have one configuration. */
    record Contexts(SandboxFields fields) {

        public FieldConfigScheme updateFieldConfigScheme(FieldConfigScheme scheme, List<?> contexts, ConfigurableField field) {
            if (!contexts.equals(List.of(GlobalIssueContext.getInstance()))) {
                throw new NotInSandbox(FieldConfigScheme.class, "a context of single projects");
            }
            List<String> types = scheme.getConfigs().containsKey(null) ? List.of() : List.copyOf(scheme.getConfigs().keySet());
            if (types.isEmpty() && !scheme.getConfigs().containsKey(null)) {
                throw new IllegalArgumentException("The context of " + field.getId() + " is left with no issue type.");
            }
            fields.changed.put(field.getId(), types);
            return scheme;
        }
    }

    /** {@code OptionsManager}. */
    record FieldOptions(SandboxJira jira, JiraObjects objects) {

        public Option findByOptionId(Long optionId) {
            return jira.fields().option(optionId).map(SandboxOption::new).orElse(null);
        }

        public Options getOptions(FieldConfig config) {
            return objects.options(config.getFieldId());
        }

        public Option createOption(FieldConfig config, Long parentId, Long sequence, String value) {
            return new SandboxOption(jira.fields().addOption(config.getFieldId(), value));
        }
    }
}
