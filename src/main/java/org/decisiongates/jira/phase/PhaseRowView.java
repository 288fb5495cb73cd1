package org.decisiongates.jira.phase;

import java.util.List;

/**
 * A status of a type and what it stands for, as the template sees it.
 *
 * @param name    of the status
 * @param label   what the choice is called for those who cannot see the table
 * @param input   name of the choice
 * @param fixed   the phase, where it cannot be chosen; else empty text
 * @param options none where it cannot be chosen
 * @param note    what is proposed and why, or what is special about it; empty text for nothing
 */
public record PhaseRowView(String name, String label, String input, String fixed, List<PhaseOptionView> options, String note) {

    public PhaseRowView {
        options = List.copyOf(options);
    }
}
