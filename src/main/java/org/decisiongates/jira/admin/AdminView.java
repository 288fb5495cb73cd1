package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * What the administrator's page shows.
 *
 * @param tokenName   name of the form field that proves that a form comes from this page
 * @param done        what was done just now
 * @param refusals    why nothing was done just now
 * @param setUpFaults sentences about what of the app's set-up is missing; none when it is complete
 * @param renaming    offers to rename the field of owners, in sentences; empty when there is nothing to rename
 * @param upgrade     what this version would add to an earlier set-up; none where there is nothing to say
 * @param missing     what the app calls and this Jira does not have
 * @param check       what came of the self-check, in a sentence
 * @param query       what projects were searched by
 * @param found       how many were found, in a sentence
 * @param projects    some of them
 * @param ways        to those before and behind
 */
public record AdminView(String tokenName, String tokenValue, List<String> done, List<String> refusals, List<String> setUpFaults,
        String renaming, List<InstallationUpgradeView> upgrade, List<String> missing, String check, String query, String found,
        List<ProjectView> projects, List<LinkView> ways) {

    public AdminView {
        done = List.copyOf(done);
        refusals = List.copyOf(refusals);
        setUpFaults = List.copyOf(setUpFaults);
        upgrade = List.copyOf(upgrade);
        missing = List.copyOf(missing);
        projects = List.copyOf(projects);
        ways = List.copyOf(ways);
    }
}
