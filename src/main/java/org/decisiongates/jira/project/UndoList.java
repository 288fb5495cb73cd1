package org.decisiongates.jira.project;

import java.util.List;

import org.decisiongates.text.Message;

/**
 * What can be taken back of a project, in the order in which it is.
 *
 * @param additions what the project got beside its schemes, a sentence each
 * @param schemes   what enabling did to its schemes
 * @param types     which issue types of its own it uses, a sentence each
 * @param obstacles why nothing of it can be taken back now; none when it can, or there is nothing
 */
public record UndoList(List<Message> additions, List<SchemeUndoPreview> schemes, List<Message> types, List<Message> obstacles) {

    public UndoList {
        additions = List.copyOf(additions);
        schemes = List.copyOf(schemes);
        types = List.copyOf(types);
        obstacles = List.copyOf(obstacles);
    }

    public boolean isEmpty() {
        return additions.isEmpty() && schemes.isEmpty() && types.isEmpty();
    }
}
