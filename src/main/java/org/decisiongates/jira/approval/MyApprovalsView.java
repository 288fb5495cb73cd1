package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What the page of approvals shows.
 *
 * @param tokenName  name of the input that proves where a form comes from
 * @param tokenValue its value
 * @param address    where the forms are sent
 * @param done       what was done, in words
 * @param zone       which zone moments are in, as a sentence; empty text where there are none
 * @param waiting    what waits for the reader
 * @param stale      what the reader approved and what has changed since
 * @param made       who stands in for the reader
 * @param received   for whom the reader stands in
 * @param notSaved   that a delegation was not saved, in words; empty text for nothing
 * @param delegate   who is to stand in
 * @param scope      keys of projects
 */
public record MyApprovalsView(String tokenName, String tokenValue, String address, List<String> errors, List<String> done, String zone,
        MyApprovalListView waiting, MyApprovalListView stale, List<DelegationRowView> made, List<DelegationRowView> received,
        String notSaved, DelegationInputView delegate, DelegationInputView first, DelegationInputView last, DelegationInputView scope) {

    public MyApprovalsView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        made = List.copyOf(made);
        received = List.copyOf(received);
    }
}
