package org.decisiongates.jira.owner;

import java.util.List;

/**
 * In which hours of a project the time of owners passes, as a form shows it.
 *
 * @param business whether in business hours alone
 * @param from     when they begin, {@code 09:00}; what is proposed where there are none
 * @param to       when they end
 * @param zone     id of the zone whose clock they go by
 * @param changed  who chose that last, and when; none where it is not known
 */
public record OwnerActionHoursView(boolean business, String from, String to, String zone, List<String> changed) {

    public OwnerActionHoursView {
        changed = List.copyOf(changed);
    }
}
