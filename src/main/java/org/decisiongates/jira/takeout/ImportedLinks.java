package org.decisiongates.jira.takeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenLink;

/** Links imported issues to one another, by types of the same names. Links to issues that are not in the file are left out. */
@JiraComponent
class ImportedLinks {

    private static final Logger LOG = LoggerFactory.getLogger(ImportedLinks.class);

    private final IssueLinkManager links;
    private final IssueLinkTypeManager types;
    private final PermissionManager permissions;
    private final JiraTexts texts;

    ImportedLinks(IssueLinkManager links, IssueLinkTypeManager types, PermissionManager permissions, JiraTexts texts) {
        this.links = links;
        this.types = types;
        this.permissions = permissions;
        this.texts = texts;
    }

    /** The type of this name; empty for none. */
    Optional<IssueLinkType> type(String name) {
        return types.getIssueLinkTypes().stream().filter(type -> type.getName().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * Makes the links of an issue that are not there yet.
     *
     * @param id    of the issue here
     * @param here  ids here by keys there
     * @param notes takes what is left out
     */
    void take(TakenIssue taken, long id, Map<String, Long> here, IssueImport.Target target, List<String> notes) {
        if (taken.links().isEmpty()) {
            return;
        }
        if (!permissions.hasPermission(ProjectPermissions.LINK_ISSUES, target.project(), target.caller())) {
            notes.add(texts.text("decision-gates.takeout.import.may-not-link"));
            return;
        }
        Set<String> left = new TreeSet<>();
        for (TakenLink link : taken.links()) {
            Long other = here.get(link.issue());
            Optional<IssueLinkType> type = type(link.type());
            if (other == null || type.isEmpty()) {
                left.add(link.issue());
            } else {
                link(link.outward() ? id : other, link.outward() ? other : id, type.get(), target, link, left);
            }
        }
        if (!left.isEmpty()) {
            notes.add(texts.text("decision-gates.takeout.import.not-linked", String.join(", ", left)));
        }
    }

    private void link(long source, long destination, IssueLinkType type, IssueImport.Target target, TakenLink link, Set<String> left) {
        boolean isThere = links.getOutwardLinks(source).stream()
                .anyMatch(one -> one.getDestinationId().equals(destination) && one.getLinkTypeId().equals(type.getId()));
        if (!isThere) {
            try {
                links.createIssueLink(source, destination, type.getId(), null, target.caller());
            } catch (CreateException e) {
                LOG.error("an imported issue could not be linked to {}", link.issue(), e);
                left.add(link.issue());
            }
        }
    }
}
