package org.decisiongates.jira.task;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.decisiongates.task.BackgroundTask;

/**
 * How a background task stands; the components are the members of the JSON.
 *
 * @param total 0 while nobody knows
 * @param fault why it failed
 */
record TaskReply(String id, String kind, String title, BackgroundTask.State state, int done, int total, Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endedAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> fault) {

    static TaskReply of(BackgroundTask task) {
        return new TaskReply(task.id(), task.kind(), task.title(), task.state(), task.done(), task.total(), task.startedAt(),
                task.endedAt(), Optional.of(task.fault()).filter(fault -> !fault.isEmpty()));
    }
}
