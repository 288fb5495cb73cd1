package org.decisiongates.jira.takeout;

import java.util.List;

/**
 * What an import would do, as its template sees it.
 *
 * @param check  id of the task that has checked the file
 * @param title  what goes where
 * @param told   what would be made, found and left out, in sentences
 * @param people whom the file names
 * @param secured what is allowed by including issues that had a security level; none where none had one
 * @param includesSecured whether that was chosen
 */
public record ImportPlanView(String check, String title, List<String> told, List<ImportPersonView> people, List<String> secured,
        boolean includesSecured) {

    public ImportPlanView {
        told = List.copyOf(told);
        people = List.copyOf(people);
        secured = List.copyOf(secured);
    }
}
