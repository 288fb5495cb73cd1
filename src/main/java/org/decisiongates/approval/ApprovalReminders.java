package org.decisiongates.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who was reminded last of the approvals of issues. */
public interface ApprovalReminders {

    /** How many people are reminded of an issue at once. */
    int MAX = 500;

    /** The last reminder of each person about these issues (at most 200), by issue id; the newest first. One statement. */
    Map<Long, List<ApprovalReminder>> latest(Collection<Long> issueIds);

    /**
     * Reminds people of an issue: stores that they were, in place of what was stored of them before, and puts them on the next e-mail. All
     * of it or nothing, and once, whichever nodes ask and however often.
     *
     * @param reminders of one issue, each person once, 1 to {@link #MAX}
     * @param day       the day in the zone of projects
     * @return false where one of them was reminded of the issue on this day already
     */
    boolean store(List<ApprovalReminder> reminders, LocalDate day);

    /** Forgets reminders from before this moment. One statement. */
    void forget(Instant before);
}
