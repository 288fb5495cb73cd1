package org.decisiongates.jira.admin;

import java.util.List;

/**
 * What this version of the app would add to an installation that an earlier one set up.
 *
 * @param additions what it would add, in sentences
 * @param obstacles why workflows are left alone
 * @param undo      what it has added and can take back
 */
public record InstallationUpgradeView(List<String> additions, List<String> obstacles, List<String> undo) {

    public InstallationUpgradeView {
        additions = List.copyOf(additions);
        obstacles = List.copyOf(obstacles);
        undo = List.copyOf(undo);
    }

    boolean isEmpty() {
        return additions.isEmpty() && obstacles.isEmpty() && undo.isEmpty();
    }
}
