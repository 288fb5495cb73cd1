package org.decisiongates.jira.trail;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.fields.JiraFields;

/** The app's own texts that approvals can be bound to, and of which the journal does not tell every edit. */
@JiraComponent
class OwnTextFields {

    private static final List<OwnField> TEXTS = List.of(OwnField.QUESTION, OwnField.FALLBACK);

    private final JiraFields fields;
    private final CustomFieldManager customFields;
    private final FormerNames names;

    OwnTextFields(JiraFields fields, CustomFieldManager customFields, FormerNames names) {
        this.fields = fields;
        this.customFields = customFields;
        this.names = names;
    }

    /** How they are recognised in the history of one issue, of which it says the names of then, which other fields may have, too. */
    Recognition recognition(Issue issue) {
        Map<OwnField, CustomField> found = new EnumMap<>(OwnField.class);
        TEXTS.forEach(text -> fields.custom(new Field(text.key())).ifPresent(field -> found.put(text, field)));
        return new Recognition(issue, found);
    }

    /** Is asked from the last item of the history to the first. */
    final class Recognition {

        private final Map<OwnField, CustomField> found;
        /** What the fields had before the items that were asked about so far. */
        private final Map<OwnField, String> values = new EnumMap<>(OwnField.class);

        private Recognition(Issue issue, Map<OwnField, CustomField> found) {
            this.found = found;
            found.forEach((text, field) -> values.put(text, Objects.toString(issue.getCustomFieldValue(field), "")));
        }

        /**
         * Which of them an item of a custom field is of. Where another field has the name, too, it is ours if it leads to the value that
         * our field has there.
         */
        Optional<OwnField> field(String name, String before, String after) {
            List<OwnField> named = TEXTS.stream().filter(found::containsKey)
                    .filter(text -> names.of(text, found.get(text)).contains(name)).toList();
            Optional<OwnField> ours = named.size() == 1 && isOursAlone(named.get(0), name) ? Optional.of(named.get(0))
                    : named.stream().filter(text -> values.get(text).equals(after)).findFirst();
            ours.ifPresent(text -> values.put(text, before));
            return ours;
        }

        private boolean isOursAlone(OwnField text, String name) {
            return customFields.getCustomFieldObjectsByName(name).stream()
                    .allMatch(other -> other.getId().equals(found.get(text).getId()));
        }
    }
}
