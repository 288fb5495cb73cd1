package org.decisiongates.jira.digest;

import java.util.List;

/**
 * What the page of digests shows.
 *
 * @param tokenName  name of the input that proves where a form comes from
 * @param tokenValue its value
 * @param address    where the forms are sent
 * @param done       what was done, in words
 * @param zone       which zone hours are meant in, in words
 * @param project    key of the project that the page was asked for; empty for none
 * @param subscriptions what the reader gets
 * @param list       caption of the list of that project, where the reader administers it; empty for none
 * @param people     who gets the week of that project
 */
public record DigestView(String tokenName, String tokenValue, String address, List<String> errors, List<String> done, String zone,
        String project, List<DigestChoiceView> days, List<DigestChoiceView> hours, List<DigestChoiceView> forms,
        List<DigestRowView> subscriptions, String list,
        List<DigestRowView> people) {

    public DigestView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        forms = List.copyOf(forms);
        subscriptions = List.copyOf(subscriptions);
        people = List.copyOf(people);
    }
}
