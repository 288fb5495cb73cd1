package org.decisiongates.jira.admin;

import java.util.List;

/**
 * The project that was chosen, as the template sees it.
 *
 * @param state    how it stands, in a sentence
 * @param style    of that sentence, as a message
 * @param missing  why no project can be enabled at all
 * @param schemes  what belongs to the project
 * @param parts    what is made once for all projects
 * @param possible whether it can be enabled now
 */
public record SetupPlanView(String key, String name, String state, String style, List<String> missing, List<SetupPlanLineView> schemes,
        List<SetupPlanLineView> parts, boolean possible) {

    public SetupPlanView {
        missing = List.copyOf(missing);
        schemes = List.copyOf(schemes);
        parts = List.copyOf(parts);
    }
}
