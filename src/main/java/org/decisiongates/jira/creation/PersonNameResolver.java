package org.decisiongates.jira.creation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.jira.bc.user.search.UserSearchParams;
import com.atlassian.jira.bc.user.search.UserSearchService;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.PersonNameMatcher;

/**
 * Takes a name, or the beginning of one, for the only active person whom it fits: pages complete names only with a script. Whoever may not
 * browse people in Jira has to know user names.
 */
@JiraComponent
public class PersonNameResolver {

    /** Where Jira finds that many, there may be more. */
    private static final int MAX_FOUND = 20;

    private final UserManager users;
    private final UserSearchService search;
    private final GlobalPermissionManager permissions;
    private final JiraTexts texts;

    PersonNameResolver(UserManager users, UserSearchService search, GlobalPermissionManager permissions, JiraTexts texts) {
        this.users = users;
        this.search = search;
        this.permissions = permissions;
        this.texts = texts;
    }

    /**
     * The same with user names for what fits one person alone.
     *
     * @param faults is told of what fits several; what fits nobody stays for Jira to refuse
     */
    public CreationFormValues completed(CreationFormValues typed, Collection<? extends CreationInput> inputs, ApplicationUser caller,
            Map<CreationInput, String> faults) {
        CreationFormValues completed = typed;
        for (CreationInput input : inputs) {
            List<ApplicationUser> fitting = fitting(typed.text(input), caller);
            if (fitting.size() == 1) {
                completed = completed.with(input, fitting.get(0).getUsername());
            } else if (!fitting.isEmpty()) {
                faults.put(input, texts.text("decision-gates.jira.creation.several-people", typed.excerpt(input),
                        fitting.stream().map(user -> user.getDisplayName() + " (" + user.getUsername() + ")")
                                .collect(Collectors.joining(", "))));
            }
        }
        return completed;
    }

    private List<ApplicationUser> fitting(String typed, ApplicationUser caller) {
        if (typed.isEmpty() || users.getUserByName(typed) != null
                || !permissions.hasPermission(GlobalPermissionKey.USER_PICKER, caller)) {
            return List.of();
        }
        List<ApplicationUser> found = search.findUsers(typed,
                new UserSearchParams.Builder(MAX_FOUND).includeActive(true).includeInactive(false).build());
        return found.size() < MAX_FOUND ? found.stream().filter(user -> PersonNameMatcher.fits(typed, user.getDisplayName())).toList()
                : List.of();
    }
}
