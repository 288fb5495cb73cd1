package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.fields.config.manager.FieldConfigSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.text.NamedValues;

/**
 * Adds issue types that projects use as Decisions and Blockers to the contexts in which the app's fields are for the app's own types, and
 * takes them out again. Which it has added is stored before it is done, so that nothing is taken out that somebody else has added.
 */
@JiraComponent
public class FieldContexts {

    private static final Logger LOG = LoggerFactory.getLogger(FieldContexts.class);
    private static final String ADDED = "org.decisiongates.decision-gates:added-to-fields";
    private static final String COMMA = ",";

    private final OwnFields ownFields;
    private final OwnIssueTypes types;
    private final CustomFieldManager fields;
    private final FieldConfigSchemeManager schemes;
    private final PluginSettingsFactory settings;

    FieldContexts(OwnFields ownFields, OwnIssueTypes types, CustomFieldManager fields, FieldConfigSchemeManager schemes,
            PluginSettingsFactory settings) {
        this.ownFields = ownFields;
        this.types = types;
        this.fields = fields;
        this.schemes = schemes;
        this.settings = settings;
    }

    /** Names of the app's fields that issues of the type do not have, and would get by {@link #add}. */
    public List<String> lacking(String typeId) {
        return present().stream().filter(field -> extensible(field).filter(scheme -> !covers(scheme, typeId)).isPresent())
                .map(CustomField::getFieldName).toList();
    }

    /** Names of the app's fields that the type cannot be given, since no context holds for the app's own types in all projects. */
    public List<String> withoutContext(String typeId) {
        return present().stream().filter(field -> extensible(field).isEmpty()).map(CustomField::getFieldName).toList();
    }

    /** Has issues of the type have the app's fields, in all projects; harmless to repeat. */
    public void add(String typeId) {
        Map<String, List<String>> added = added();
        for (CustomField field : present()) {
            Optional<FieldConfigScheme> scheme = extensible(field).filter(one -> !covers(one, typeId));
            if (scheme.isPresent()) {
                added.computeIfAbsent(typeId, any -> new ArrayList<>()).add(field.getId());
                record(added);
                Map<String, FieldConfig> configs = new HashMap<>(scheme.get().getConfigs());
                configs.put(typeId, configs.values().iterator().next());
                update(field, scheme.get(), configs);
            }
        }
    }

    /** Takes every type that was added out again, apart from {@code used} ones; harmless to repeat. Values that issues have stay. */
    public void keepOnly(Set<String> used) {
        Map<String, List<String>> added = added();
        for (String typeId : List.copyOf(added.keySet())) {
            if (!used.contains(typeId)) {
                added.get(typeId).stream().flatMap(id -> Optional.ofNullable(fields.getCustomFieldObject(id)).stream())
                        .forEach(field -> remove(field, typeId));
                added.remove(typeId);
                record(added);
            }
        }
    }

    private void remove(CustomField field, String typeId) {
        for (FieldConfigScheme scheme : field.getConfigurationSchemes()) {
            Map<String, FieldConfig> configs = new HashMap<>(scheme.getConfigs());
            // with no type at all it would be for every type
            if (configs.remove(typeId) != null && !configs.isEmpty()) {
                update(field, scheme, configs);
            }
        }
    }

    private void update(CustomField field, FieldConfigScheme scheme, Map<String, FieldConfig> configs) {
        schemes.updateFieldConfigScheme(new FieldConfigScheme.Builder(scheme).setConfigs(configs).toFieldConfigScheme(),
                scheme.getContexts(), field);
        fields.refreshConfigurationSchemes(field.getIdAsLong());
        LOG.info("the field {} is for the issue types {} now", field.getFieldName(), configs.keySet());
    }

    private List<CustomField> present() {
        return Arrays.stream(OwnField.values())
                .flatMap(own -> ownFields.idOf(own).map(fields::getCustomFieldObject).stream()).toList();
    }

    /** The context that holds for the app's own types in all projects. */
    private Optional<FieldConfigScheme> extensible(CustomField field) {
        return field.getConfigurationSchemes().stream().filter(FieldConfigScheme::isAllProjects)
                .filter(scheme -> Arrays.stream(OwnIssueType.values()).allMatch(own -> covers(scheme, types.idOf(own).orElseThrow())))
                .findFirst();
    }

    private static boolean covers(FieldConfigScheme scheme, String typeId) {
        return scheme.isAllIssueTypes()
                || scheme.getAssociatedIssueTypes().stream().anyMatch(type -> type != null && type.getId().equals(typeId));
    }

    private Map<String, List<String>> added() {
        Map<String, List<String>> added = new LinkedHashMap<>();
        Optional.ofNullable(settings.createGlobalSettings().get(ADDED)).map(Object::toString).filter(text -> !text.isEmpty())
                .map(NamedValues::read).orElse(Map.of())
                .forEach((typeId, ids) -> added.put(typeId, new ArrayList<>(List.of(ids.split(COMMA)))));
        return added;
    }

    private void record(Map<String, List<String>> added) {
        if (added.isEmpty()) {
            settings.createGlobalSettings().remove(ADDED);
            return;
        }
        Map<String, String> members = new LinkedHashMap<>();
        added.forEach((typeId, ids) -> members.put(typeId, String.join(COMMA, ids.stream().distinct().toList())));
        settings.createGlobalSettings().put(ADDED, NamedValues.write(members));
    }
}
