package org.decisiongates.jira.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.HostReference.Kind;

/** Knows what policies name of this Jira: by which names people know it, and what goes by a name. */
@JiraComponent
public class HostNames {

    private final CustomFieldManager fields;
    private final FieldOptions options;
    private final IssueTypeManager issueTypes;
    private final OwnIssueTypes ownTypes;
    private final ConstantsManager constants;
    private final IssueLinkTypeManager linkTypes;
    private final ProjectRoleManager roles;
    private final GroupManager groups;
    private final UserManager users;

    public HostNames(CustomFieldManager fields, FieldOptions options, IssueTypeManager issueTypes, OwnIssueTypes ownTypes,
            ConstantsManager constants, IssueLinkTypeManager linkTypes, ProjectRoleManager roles, GroupManager groups, UserManager users) {
        this.fields = fields;
        this.options = options;
        this.issueTypes = issueTypes;
        this.ownTypes = ownTypes;
        this.constants = constants;
        this.linkTypes = linkTypes;
        this.roles = roles;
        this.groups = groups;
        this.users = users;
    }

    /** The name of what is meant; empty when this Jira does not have it. */
    public Optional<String> nameOf(HostReference reference) {
        return switch (reference.kind()) {
            case PERSON -> Optional.ofNullable(users.getUserByKey(reference.id())).map(ApplicationUser::getUsername);
            case GROUP -> Optional.of(reference.id()).filter(name -> groups.getGroup(name) != null);
            default -> isFree(reference) ? Optional.of(reference.id())
                    : all(reference.kind(), reference.field()).stream()
                            .filter(choice -> choice.id().equals(idOf(reference.kind(), reference.id()))).findFirst()
                            .map(Choice::name);
        };
    }

    /** Whether the field takes any value: labels and the like name themselves. */
    public boolean isFree(HostReference reference) {
        return reference.kind() == Kind.OPTION && options.of(reference.field().orElseThrow()).isEmpty();
    }

    /**
     * What goes by {@code text}: by exactly this name, else in whatever case, else by this id. Several for options, which a field may have
     * one of in each project.
     */
    public List<Choice> called(Kind kind, Optional<Field> field, String text) {
        return switch (kind) {
            case PERSON -> Stream.of(Optional.ofNullable(users.getUserByName(text)), Optional.ofNullable(users.getUserByKey(text)))
                    .flatMap(Optional::stream).limit(1).map(user -> new Choice(user.getKey(), user.getUsername())).toList();
            case GROUP -> groups.getGroup(text) == null ? List.of() : List.of(new Choice(text, text));
            default -> {
                List<Choice> all = all(kind, field);
                yield Stream.<Predicate<Choice>>of(choice -> choice.name().equals(text), choice -> choice.name().equalsIgnoreCase(text),
                        choice -> choice.id().equals(idOf(kind, text))).map(test -> all.stream().filter(test).toList())
                        .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
            }
        };
    }

    /** Everything of a kind; none of people and groups, which there may be too many of. */
    public List<Choice> all(Kind kind, Optional<Field> field) {
        return switch (kind) {
            case FIELD -> fields.getCustomFieldObjects().stream().map(custom -> new Choice(custom.getId(), custom.getFieldName())).toList();
            case OPTION -> options.of(field.orElseThrow());
            case ISSUE_TYPE -> choices(issueTypes.getIssueTypes()).stream().map(type -> new Choice(idOf(kind, type.id()), type.name()))
                    .toList();
            case STATUS -> choices(constants.getStatuses());
            case ROLE -> roles.getProjectRoles().stream().map(role -> new Choice(String.valueOf(role.getId()), role.getName())).toList();
            case LINK_TYPE -> linkTypes.getIssueLinkTypes().stream()
                    .map(type -> new Choice(String.valueOf(type.getId()), type.getName())).toList();
            case PERSON, GROUP -> List.of();
        };
    }

    /** The types that the app brings go by the key that it knows them by: of their ids no issue is, as far as policies see. */
    private String idOf(Kind kind, String id) {
        return kind == Kind.ISSUE_TYPE ? ownTypes.typeOf(id) : id;
    }

    private static List<Choice> choices(Collection<? extends IssueConstant> constants) {
        return constants.stream().map(constant -> new Choice(constant.getId(), constant.getName())).toList();
    }
}
