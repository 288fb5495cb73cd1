package org.decisiongates.sandbox.confluence.link;

import java.net.URI;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationType;
import com.atlassian.applinks.api.auth.Anonymous;
import com.atlassian.applinks.api.auth.AuthenticationProvider;
import com.atlassian.applinks.api.auth.types.OAuthAuthenticationProvider;
import com.atlassian.applinks.api.auth.types.TwoLeggedOAuthWithImpersonationAuthenticationProvider;

import org.decisiongates.sandbox.host.NotInSandbox;

/** A link as plugins see it. */
final class SandboxApplicationLink implements ApplicationLink {

    private final Link link;
    private final SandboxApplicationLinks service;

    SandboxApplicationLink(Link link, SandboxApplicationLinks service) {
        this.link = link;
        this.service = service;
    }

    @Override
    public ApplicationId getId() {
        return new ApplicationId(link.id());
    }

    @Override
    public ApplicationType getType() {
        return new SandboxJiraType();
    }

    @Override
    public String getName() {
        return link.name();
    }

    @Override
    public URI getDisplayUrl() {
        return link.display();
    }

    @Override
    public URI getRpcUrl() {
        return link.rpc();
    }

    @Override
    public boolean isPrimary() {
        return link.primary();
    }

    @Override
    public boolean isSystem() {
        throw new NotInSandbox(ApplicationLink.class, "isSystem()");
    }

    @Override
    public ApplicationLinkRequestFactory createAuthenticatedRequestFactory() {
        return new SandboxRequestFactory(link, service, link.mode());
    }

    @Override
    public ApplicationLinkRequestFactory createAuthenticatedRequestFactory(Class<? extends AuthenticationProvider> provider) {
        if (provider == Anonymous.class) {
            return new SandboxRequestFactory(link, service, Link.Mode.NONE);
        }
        boolean configured = switch (link.mode()) {
            case IMPERSONATION -> provider == TwoLeggedOAuthWithImpersonationAuthenticationProvider.class;
            case NEEDS_AUTHORISATION -> provider == OAuthAuthenticationProvider.class;
            case NONE -> false;
        };
        return configured ? createAuthenticatedRequestFactory() : null;
    }

    @Override
    public ApplicationLinkRequestFactory createImpersonatingAuthenticatedRequestFactory() {
        return link.mode() == Link.Mode.NONE ? null : createAuthenticatedRequestFactory();
    }

    @Override
    public ApplicationLinkRequestFactory createNonImpersonatingAuthenticatedRequestFactory() {
        return null;
    }

    @Override
    public Object getProperty(String key) {
        throw new NotInSandbox(ApplicationLink.class, "getProperty");
    }

    @Override
    public Object putProperty(String key, Object value) {
        throw new NotInSandbox(ApplicationLink.class, "putProperty");
    }

    @Override
    public Object removeProperty(String key) {
        throw new NotInSandbox(ApplicationLink.class, "removeProperty");
    }
}
