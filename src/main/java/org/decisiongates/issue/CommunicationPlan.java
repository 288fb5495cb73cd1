package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told of an issue outside the team, and how.
 *
 * @param audience   who is told
 * @param channel    where, such as a status page
 * @param owner      user key of who writes the message
 * @param nextUpdate the day on which the next update is due, project zone
 */
public record CommunicationPlan(String audience, String channel, Optional<String> owner,
        Optional<LocalDate> nextUpdate) implements IssueRecord {

    public CommunicationPlan {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(nextUpdate, "nextUpdate");
    }

    @Override
    public Kind kind() {
        return Kind.COMMUNICATION_PLAN;
    }

    @Override
    public String text() {
        return audience;
    }

    /** Whether it says who is told, where, by whom and when next. */
    public boolean isComplete() {
        return !audience.isEmpty() && !channel.isEmpty() && owner.isPresent() && nextUpdate.isPresent();
    }
}
