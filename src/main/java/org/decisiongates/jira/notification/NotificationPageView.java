package org.decisiongates.jira.notification;

import java.util.List;

import org.decisiongates.jira.digest.DigestInputView;

/**
 * What the page shows on which people choose when they are told of feedback.
 *
 * @param tokenName  name of the input that proves where a form comes from
 * @param tokenValue its value
 * @param address    where the form is sent
 * @param done       what was done, in words
 * @param zone       which zone hours are meant in, in words
 * @param from       when quiet hours begin
 * @param to         when they end
 * @param weekends   its only choice says that weekends are quiet
 * @param week       address of the page of weekly e-mails
 */
public record NotificationPageView(String tokenName, String tokenValue, String address, List<String> errors, List<String> done,
        String zone, DigestInputView delivery, DigestInputView hour, DigestInputView from, DigestInputView to, DigestInputView weekends,
        DigestInputView form, String week) {

    public NotificationPageView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
    }
}
