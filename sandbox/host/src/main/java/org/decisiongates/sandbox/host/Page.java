package org.decisiongates.sandbox.host;

import java.util.Optional;
import java.util.function.Supplier;

import org.decisiongates.sandbox.host.template.TemplateTool;
import org.decisiongates.sandbox.host.web.RequestScope;
import org.decisiongates.sandbox.host.web.Xsrf;

/** {@code $page} in the templates of the host: where it is, who reads it, the token for its forms, the tags for its head. */
public final class Page implements TemplateTool {

    private final String contextPath;
    private final RequestScope requests;
    private final CurrentUser currentUser;
    private final Supplier<UserDirectory> users;
    private final WebResources webResources;

    Page(String contextPath, RequestScope requests, CurrentUser currentUser, Supplier<UserDirectory> users, WebResources webResources) {
        this.contextPath = contextPath;
        this.requests = requests;
        this.currentUser = currentUser;
        this.users = users;
        this.webResources = webResources;
    }

    public String getContextPath() {
        return contextPath;
    }

    /** For a hidden field {@code atl_token} in every form. */
    public String getToken() {
        return requests.current().map(Xsrf::token).orElse("");
    }

    /** The reader, or nothing for anonymous. */
    public SandboxPrincipal getUser() {
        return currentUser.key().flatMap(key -> users.get().byKey(key)).orElse(null);
    }

    public String getUserName() {
        return Optional.ofNullable(getUser()).map(SandboxPrincipal::name).orElse("");
    }

    public String getUserDisplayName() {
        return Optional.ofNullable(getUser()).map(SandboxPrincipal::displayName).orElse("");
    }

    public boolean isAdmin() {
        return currentUser.key().filter(key -> users.get().isAdmin(key)).isPresent();
    }

    /** Everything the page required; ends in Html, so it is not escaped. */
    public String getResourcesHtml() {
        return webResources.tags();
    }
}
