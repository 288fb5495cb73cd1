package org.decisiongates.jira.takeout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        Map<String, IssueLinkType> typesByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        types.getIssueLinkTypes().forEach(type -> typesByName.putIfAbsent(type.getName(), type));
        Set<End> there = ends(taken, id);
        Set<String> left = new TreeSet<>();
        for (TakenLink link : taken.links()) {
            Long other = here.get(link.issue());
            IssueLinkType type = typesByName.get(link.type());
            if (other == null || type == null) {
                left.add(link.issue());
            } else if (there.add(new End(other, link.outward(), type.getId())) && !link(id, other, link, type, target)) {
                left.add(link.issue());
            }
        }
        if (!left.isEmpty()) {
            notes.add(texts.text("decision-gates.takeout.import.not-linked", String.join(", ", left)));
        }
    }

    /** The links that an issue has, of the directions that the file names: Jira reads all of them each time it is asked. */
    private Set<End> ends(TakenIssue taken, long id) {
        Set<End> ends = new HashSet<>();
        if (taken.links().stream().anyMatch(TakenLink::outward)) {
            links.getOutwardLinks(id).forEach(link -> ends.add(new End(link.getDestinationId(), true, link.getLinkTypeId())));
        }
        if (!taken.links().stream().allMatch(TakenLink::outward)) {
            links.getInwardLinks(id).forEach(link -> ends.add(new End(link.getSourceId(), false, link.getLinkTypeId())));
        }
        return ends;
    }

    /** Whether Jira made it. */
    private boolean link(long id, long other, TakenLink link, IssueLinkType type, IssueImport.Target target) {
        try {
            links.createIssueLink(link.outward() ? id : other, link.outward() ? other : id, type.getId(), null, target.caller());
            return true;
        } catch (CreateException e) {
            LOG.error("an imported issue could not be linked to {}", link.issue(), e);
            return false;
        }
    }

    /**
     * The other end of a link of an issue.
     *
     * @param outward whether the link leads to it
     * @param type    id of the type of the link
     */
    private record End(long issue, boolean outward, long type) {
    }
}
