package org.decisiongates.jira.platform.fields;

import java.util.Arrays;
import java.util.Optional;

import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** Knows which custom field of this installation each of the app's own fields became. */
@JiraComponent
public class OwnFields {

    /** The name set-up remembers the option by that says yes in {@link OwnField#CUSTOMER_FACING}. */
    public static final String YES = "option.customer-facing.yes";
    /** The same of the option that says no. */
    public static final String NO = "option.customer-facing.no";

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

    /** Id of the option that says yes in {@link OwnField#CUSTOMER_FACING}; empty before set-up. */
    public Optional<String> yes() {
        return registry.id(YES);
    }

    /** The same of the option that says no. */
    public Optional<String> no() {
        return registry.id(NO);
    }

    /** What an option of {@link OwnField#CUSTOMER_FACING} was called when set-up made it; the name of any other option. */
    String nameOf(Choice choice) {
        if (yes().filter(choice.id()::equals).isPresent()) {
            return OwnField.YES;
        }
        return no().filter(choice.id()::equals).isPresent() ? OwnField.NO : choice.name();
    }

    /** Whether an option of {@link OwnField#CUSTOMER_FACING} says yes: the one that set-up made, or another of that name. */
    public boolean saysYes(Option option) {
        return saysYes(String.valueOf(option.getOptionId()), option.getValue());
    }

    /**
     * The same of an option in Jira's history.
     *
     * @param id   its id, empty where the history has none
     * @param name what it was called then
     */
    public boolean saysYes(String id, String name) {
        return OwnField.YES.equals(name) || yes().filter(id::equals).isPresent();
    }
}
