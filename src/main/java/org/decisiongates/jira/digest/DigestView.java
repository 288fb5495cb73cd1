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
 * @param project    of the digest that the reader asks for
 * @param quiet      days on which nothing is sent that is late
 * @param subscriptions what the reader gets
 * @param list       caption of the list of that project, where the reader administers it; empty for none
 * @param listed     key of that project
 * @param person     who is put on that list
 * @param people     who gets the week of that project
 */
public record DigestView(String tokenName, String tokenValue, String address, List<String> errors, List<String> done, String zone,
        DigestInputView project, DigestInputView day, DigestInputView hour, DigestInputView form, DigestInputView quiet,
        List<DigestRowView> subscriptions, String list, String listed, DigestInputView person, List<DigestRowView> people) {

    public DigestView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        subscriptions = List.copyOf(subscriptions);
        people = List.copyOf(people);
    }
}
