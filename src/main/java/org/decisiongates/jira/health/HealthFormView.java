package org.decisiongates.jira.health;

import java.util.List;

/**
 * What a button of the page of health sends, and why the last one did nothing.
 *
 * @param tokenName  name of the input that proves that the form comes from the page
 * @param tokenValue value of that input
 * @param address    where it is sent
 * @param errors     none unless a button was pressed
 */
public record HealthFormView(String tokenName, String tokenValue, String address, List<String> errors) {

    public HealthFormView {
        errors = List.copyOf(errors);
    }
}
