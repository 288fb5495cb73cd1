package org.decisiongates.jira.blocker;

import java.util.Optional;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.creation.LinkTypeChoices;
import org.decisiongates.jira.platform.link.BlockingLink;
import org.decisiongates.jira.platform.link.IssueLinkCreator;

/** The links by which a Blocker blocks an issue: of the types whose words say so, as the rules about links have it. */
@JiraComponent
public class BlockingLinks {

    private final IssueLinkTypeManager types;
    private final IssueLinkCreator maker;

    BlockingLinks(IssueLinkTypeManager types, IssueLinkCreator maker) {
        this.types = types;
        this.maker = maker;
    }

    /** The types by which one issue blocks another; where no type has the usual words, all of them, and somebody has to choose. */
    LinkTypeChoices choices() {
        return LinkTypeChoices.of(types.getIssueLinkTypes(), type -> begins(type) || BlockingLink.saysOtherEndBlocks(type, true));
    }

    /** The type that was chosen, or the only one there is to choose. */
    public Optional<IssueLinkType> chosen(String id) {
        return choices().chosen(id);
    }

    /** Links the issue, unless a link of this type is there. */
    public void link(Issue blocker, Issue blocked, IssueLinkType type, ApplicationUser caller) throws CreateException {
        boolean fromBlocker = begins(type) || !BlockingLink.saysOtherEndBlocks(type, true);
        Long source = fromBlocker ? blocker.getId() : blocked.getId();
        Long destination = fromBlocker ? blocked.getId() : blocker.getId();
        maker.link(source, destination, type, caller);
    }

    /** Whether a link of the type begins at the issue that blocks. */
    private static boolean begins(IssueLinkType type) {
        return BlockingLink.saysOtherEndBlocks(type, false);
    }
}
