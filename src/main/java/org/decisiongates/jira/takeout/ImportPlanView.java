package org.decisiongates.jira.takeout;

import java.util.List;

/**
 * What an import would do, as its template sees it.
 *
 * @param check  id of the task that has checked the file
 * @param title  what goes where
 * @param told   what would be made, found and left out, in sentences
 * @param people whom the file names
 */
public record ImportPlanView(String check, String title, List<String> told, List<ImportPersonView> people) {

    public ImportPlanView {
        told = List.copyOf(told);
        people = List.copyOf(people);
    }
}
