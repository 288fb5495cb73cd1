package org.decisiongates.jira.setup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.avatar.AvatarManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.icon.IconOwningObjectId;
import com.atlassian.jira.icon.IconType;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** The issue types with their icons. */
@JiraComponent
class IssueTypeSteps {

    private static final Logger LOG = LoggerFactory.getLogger(IssueTypeSteps.class);
    private static final String ANY_OWNER = "0";

    private final IssueTypeManager types;
    private final AvatarManager avatars;
    private final SetupRegistry registry;

    IssueTypeSteps(IssueTypeManager types, AvatarManager avatars, SetupRegistry registry) {
        this.types = types;
        this.avatars = avatars;
        this.registry = registry;
    }

    List<SetupStep> all() {
        return Arrays.stream(OwnIssueType.values()).flatMap(type -> Stream.of(
                new SetupStep(avatarThing(type), "", id -> Optional.ofNullable(avatars.getById(Long.valueOf(id))).map(Avatar::getFileName),
                        () -> iconsLike(type),
                        () -> makeIcon(type)),
                new SetupStep(type.thing(), type.label(), id -> Optional.ofNullable(types.getIssueType(id)).map(IssueType::getName),
                        () -> typesLike(type), () -> make(type))))
                .toList();
    }

    private static String avatarThing(OwnIssueType type) {
        return "avatar." + type.key();
    }

    private static String fileName(OwnIssueType type) {
        return "decision-gates-" + type.key() + ".png";
    }

    private Set<String> iconsLike(OwnIssueType type) {
        return avatars.getCustomAvatarsForOwner(IconType.ISSUE_TYPE_ICON_TYPE, ANY_OWNER).stream()
                .filter(avatar -> fileName(type).equals(avatar.getFileName())).map(avatar -> avatar.getId().toString())
                .collect(Collectors.toSet());
    }

    private String makeIcon(OwnIssueType type) throws IOException {
        try (InputStream image = IssueTypeSteps.class.getResourceAsStream("/jira/setup/" + type.key() + ".png")) {
            Avatar avatar = avatars.create(fileName(type), AvatarManager.PNG_CONTENT_TYPE, IconType.ISSUE_TYPE_ICON_TYPE,
                    new IconOwningObjectId(ANY_OWNER), image, null);
            return avatar.getId().toString();
        } catch (IOException e) {
            LOG.warn("the icon of the issue type {} could not be stored; Jira's own is used", type.label(), e);
            return avatars.getDefaultAvatarId(IconType.ISSUE_TYPE_ICON_TYPE).toString();
        }
    }

    private Set<String> typesLike(OwnIssueType type) {
        return types.getIssueTypes().stream()
                .filter(existing -> UnusedNames.isVariant(existing.getName(), type.label())
                        && type.description().equals(existing.getDescription()))
                .map(IssueType::getId).collect(Collectors.toSet());
    }

    private String make(OwnIssueType type) {
        String name = UnusedNames.free(type.label(),
                wanted -> types.getIssueTypes().stream().anyMatch(existing -> existing.getName().equalsIgnoreCase(wanted)));
        return types.createIssueType(name, type.description(), Long.valueOf(registry.id(avatarThing(type)).orElseThrow())).getId();
    }
}
