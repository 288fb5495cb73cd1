package org.decisiongates.confluence.summary;

import java.util.Optional;

import org.decisiongates.confluence.link.JiraAnswer.Reason;

/**
 * Where a reader can go from a macro and come back to its page.
 *
 * @param refresh address that asks Jira again and leads back to the page; empty where there is no page to come back to
 * @param weeks   other weeks on the same page; empty where that cannot be told from its address, and for a query
 */
record PageLinks(Optional<String> refresh, Optional<WeekNavigation> weeks) {

    static final PageLinks NONE = new PageLinks(Optional.empty(), Optional.empty());

    /** The same without what the address asks for and Jira refuses; empty where that is not what is refused. */
    Optional<PageLinks> without(Reason refused) {
        return weeks.flatMap(all -> all.without(refused)).map(left -> new PageLinks(refresh, Optional.of(left)));
    }
}
