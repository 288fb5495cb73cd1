package org.decisiongates.jira.platform.fields;

import java.util.Arrays;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** Knows which custom field of this installation each of the app's own fields became. */
@JiraComponent
public class OwnFields {

    private final SetupRegistry registry;

    public OwnFields(SetupRegistry registry) {
        this.registry = registry;
    }

    /** The name set-up remembers {@code field} by. */
    public static String thing(OwnField field) {
        return "field." + field.key();
    }

    /** The app's field of this key. */
    public static Optional<OwnField> keyed(String key) {
        return Arrays.stream(OwnField.values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** {@code customfield_10100} and the like; empty before set-up. */
    public Optional<String> idOf(OwnField field) {
        return registry.id(thing(field));
    }
}
