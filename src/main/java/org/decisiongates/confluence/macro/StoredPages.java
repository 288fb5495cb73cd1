package org.decisiongates.confluence.macro;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

/** Pages as they are stored, if the current user may see them. */
@ConfluenceComponent
public class StoredPages {

    private final PageManager pages;
    private final PermissionManager permissions;

    public StoredPages(PageManager pages, PermissionManager permissions) {
        this.pages = pages;
        this.permissions = permissions;
    }

    /**
     * Whether there is such a macro on that page, and the reader may see the page; the answer does not say which of the two is missing.
     *
     * @param macro  name of the macro
     * @param wanted whether a macro with these parameters, on that page, is meant
     */
    public boolean hold(long page, String macro, BiPredicate<Map<String, String>, ContentEntityObject> wanted) {
        Optional<AbstractPage> stored = Optional.ofNullable(pages.getAbstractPage(page))
                .filter(found -> permissions.hasPermission(AuthenticatedUserThreadLocal.get(), Permission.VIEW, found));
        return stored.filter(found -> Optional.ofNullable(found.getBodyAsString()).map(body -> StoredMacros.parameters(body, macro))
                .orElse(List.of()).stream().anyMatch(parameters -> wanted.test(parameters, found))).isPresent();
    }
}
