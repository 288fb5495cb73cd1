package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.page.view.MarkView;

/**
 * One thing that a project needs, as the template sees it.
 *
 * @param kind      what it is, in words
 * @param effect    what enabling the project would do to it
 * @param note      what is added to it; empty text for nothing
 * @param shared    which other projects use it; empty text for none
 * @param obstacles why that must not be done, and what to do about it
 */
public record SetupPlanLineView(String kind, String name, MarkView effect, String note, String shared, List<String> obstacles) {

    public SetupPlanLineView {
        obstacles = List.copyOf(obstacles);
    }
}
