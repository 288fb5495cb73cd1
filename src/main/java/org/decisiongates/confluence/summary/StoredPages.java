package org.decisiongates.confluence.summary;

import java.util.List;
import java.util.Optional;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

/** Pages as they are stored, if the current user may see them. */
@ConfluenceComponent
class StoredPages {

    private final PageManager pages;
    private final PermissionManager permissions;

    StoredPages(PageManager pages, PermissionManager permissions) {
        this.pages = pages;
        this.permissions = permissions;
    }

    /** Whether a macro on that page asks this, and the reader may see the page; the answer does not say which of the two is missing. */
    boolean asks(long page, SummaryQuestion question) {
        Optional<AbstractPage> stored = Optional.ofNullable(pages.getAbstractPage(page))
                .filter(found -> permissions.hasPermission(AuthenticatedUserThreadLocal.get(), Permission.VIEW, found));
        return stored.filter(found -> Optional.ofNullable(found.getBodyAsString()).map(StoredMacros::parameters).orElse(List.of()).stream()
                .map(parameters -> SummaryQuestion.of(WeekOfPage.resolve(parameters, found))).anyMatch(question::equals)).isPresent();
    }
}
