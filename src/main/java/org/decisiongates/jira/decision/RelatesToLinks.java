package org.decisiongates.jira.decision;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.creation.LinkTypeChoices;
import org.decisiongates.jira.platform.link.IssueLinkCreator;

/** The links by which a Decision relates to the issue that raised its question: of Jira's own type, or of one that reads alike. */
@JiraComponent
public class RelatesToLinks {

    private static final String RELATES = "Relates";
    private static final String RELATES_TO = "relates to";

    private final IssueLinkTypeManager types;
    private final IssueLinkCreator maker;

    RelatesToLinks(IssueLinkTypeManager types, IssueLinkCreator maker) {
        this.types = types;
        this.maker = maker;
    }

    LinkTypeChoices choices() {
        return LinkTypeChoices.of(types.getIssueLinkTypes(),
                type -> RELATES.equalsIgnoreCase(type.getName()) || RELATES_TO.equalsIgnoreCase(type.getOutward()));
    }

    /** Links the issue, unless a link of this type is there. */
    void link(Issue decision, Issue about, IssueLinkType type, ApplicationUser caller) throws CreateException {
        maker.link(decision.getId(), about.getId(), type, caller);
    }
}
