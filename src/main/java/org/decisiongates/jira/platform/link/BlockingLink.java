package org.decisiongates.jira.platform.link;

import com.atlassian.jira.issue.link.IssueLinkType;

/** What the words of a type of link say about who blocks whom. */
public final class BlockingLink {

    private static final String BLOCKS = "Blocks";
    private static final String IS_BLOCKED_BY = "is blocked by";

    private BlockingLink() {
    }

    /**
     * Whether a link of the type says that its other end blocks the issue: with Jira's own type, or with one that reads alike.
     *
     * @param outward whether the link begins at the issue
     */
    public static boolean saysOtherEndBlocks(IssueLinkType type, boolean outward) {
        return outward ? IS_BLOCKED_BY.equalsIgnoreCase(type.getOutward())
                : IS_BLOCKED_BY.equalsIgnoreCase(type.getInward()) || BLOCKS.equalsIgnoreCase(type.getName());
    }
}
