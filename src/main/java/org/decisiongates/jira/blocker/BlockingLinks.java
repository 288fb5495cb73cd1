package org.decisiongates.jira.blocker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.link.BlockingLink;
import org.decisiongates.jira.platform.link.IssueLinker;

/** The links by which a Blocker blocks an issue: of the types whose words say so, as the rules about links have it. */
@JiraComponent
public class BlockingLinks {

    private final IssueLinkManager links;
    private final IssueLinkTypeManager types;
    private final IssueLinker maker;

    BlockingLinks(IssueLinkManager links, IssueLinkTypeManager types, IssueLinker maker) {
        this.links = links;
        this.types = types;
        this.maker = maker;
    }

    /** The types by which one issue blocks another; where no type has the usual words, all of them, and somebody has to choose. */
    List<IssueLinkType> choices() {
        List<IssueLinkType> all = List.copyOf(types.getIssueLinkTypes());
        List<IssueLinkType> blocking = all.stream().filter(type -> begins(type) || BlockingLink.saysOtherEndBlocks(type, true)).toList();
        return blocking.isEmpty() ? all : blocking;
    }

    /** The type that was chosen, or the only one there is to choose. */
    public Optional<IssueLinkType> chosen(String id) {
        List<IssueLinkType> choices = choices();
        return id.isEmpty() ? Optional.of(choices).filter(some -> some.size() == 1).map(some -> some.get(0))
                : choices.stream().filter(type -> type.getId().toString().equals(id)).findFirst();
    }

    /** Links the issue, unless a link of this type is there. */
    public void link(Issue blocker, Issue blocked, IssueLinkType type, ApplicationUser caller) throws CreateException {
        boolean fromBlocker = begins(type) || !BlockingLink.saysOtherEndBlocks(type, true);
        Long source = fromBlocker ? blocker.getId() : blocked.getId();
        Long destination = fromBlocker ? blocked.getId() : blocker.getId();
        maker.link(source, destination, type, caller);
    }

    /** Whether {@code blocker} is linked to {@code blocked}, or to nothing yet. */
    boolean isForOrFree(Issue blocker, Issue blocked) {
        List<Long> others = Stream.concat(links.getOutwardLinks(blocker.getId()).stream().map(IssueLink::getDestinationId),
                links.getInwardLinks(blocker.getId()).stream().map(IssueLink::getSourceId)).toList();
        return others.isEmpty() || others.contains(blocked.getId());
    }

    /** Whether a link of the type begins at the issue that blocks. */
    private static boolean begins(IssueLinkType type) {
        return BlockingLink.saysOtherEndBlocks(type, false);
    }
}
