package org.decisiongates.sandbox.confluence.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.ApplicationType;
import com.atlassian.applinks.api.TypeNotInstalledException;

import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.web.LinkSignature;

/** The application links as plugins see them. */
public final class SandboxApplicationLinks implements ApplicationLinkService {

    private final Links links;
    private final Supplier<Optional<SandboxPrincipal>> reader;
    private final LinkIdentity identity;
    private final String baseUrl;

    /**
     * @param reader who acts on the current thread, as plugins see it; asked when a request is created and again when it is executed
     * @param signature agreed with the other side
     */
    public SandboxApplicationLinks(Links links, Supplier<Optional<SandboxPrincipal>> reader, Optional<LinkSignature> signature,
            String baseUrl) {
        this.links = links;
        this.reader = reader;
        this.identity = new LinkIdentity(signature);
        this.baseUrl = baseUrl;
    }

    @Override
    public ApplicationLink getApplicationLink(ApplicationId id) throws TypeNotInstalledException {
        return links.find(id.get()).map(this::linkTo).orElse(null);
    }

    @Override
    public Iterable<ApplicationLink> getApplicationLinks() {
        return links.all().stream().map(this::linkTo).toList();
    }

    @Override
    public Iterable<ApplicationLink> getApplicationLinks(Class<? extends ApplicationType> type) {
        return type.isAssignableFrom(SandboxJiraType.class) ? getApplicationLinks() : List.of();
    }

    @Override
    public ApplicationLink getPrimaryApplicationLink(Class<? extends ApplicationType> type) {
        return type.isAssignableFrom(SandboxJiraType.class) ? links.primary().map(this::linkTo).orElse(null) : null;
    }

    private ApplicationLink linkTo(Link link) {
        return new SandboxApplicationLink(link, this);
    }

    Optional<SandboxPrincipal> reader() {
        return reader.get();
    }

    LinkIdentity identity() {
        return identity;
    }

    boolean hasApproved(Link link, SandboxPrincipal person) {
        return links.hasApproved(link.id(), person.key());
    }

    String approvalUrl(Link link) {
        return baseUrl + ApprovalPage.PATH + "?applicationLinkID=" + link.id();
    }
}
