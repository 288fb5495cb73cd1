package org.decisiongates.jira.phase;

import java.util.List;
import java.util.Optional;

/**
 * A phase map as programs read and send it. Statuses go by name, so that it can be read from one Jira and sent to another.
 *
 * @param revision that it was read at, and is based on
 * @param changedBy user key of who changed it last, if that is known; of no meaning in what is sent
 * @param changedAt when that was, UTC; likewise
 * @param statuses what stands for which phase; what is not there stands for none
 */
record PhaseMapDocument(int revision, Optional<String> changedBy, Optional<String> changedAt, List<Entry> statuses) {

    PhaseMapDocument {
        statuses = List.copyOf(statuses);
    }

    /**
     * A status of issues of a type.
     *
     * @param type     {@code decision} or {@code blocker}
     * @param id       the host's id; what is sent needs it only where several statuses have the name
     * @param phase    {@code IN_REVIEW}; empty for none
     * @param own      whether it is one of the app's, whose phase is fixed; of no meaning in what is sent, as are the others below
     * @param proposed which phase it probably stands for
     * @param basis    what says so
     */
    record Entry(String type, String status, Optional<String> id, Optional<String> phase, Optional<Boolean> own, Optional<String> proposed,
            Optional<String> basis) {
    }
}
