package org.decisiongates.sandbox.confluence.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.sal.api.net.Request;

import org.decisiongates.sandbox.host.SandboxPrincipal;

/**
 * Makes calls over one link. Nothing public says when a real link looks who is acting; this one takes the less convenient possibility: the
 * approval is looked up when a request is created, and the call is signed for whoever acts on the thread that executes it.
 */
final class SandboxRequestFactory implements ApplicationLinkRequestFactory {

    private final Link link;
    private final SandboxApplicationLinks service;
    private final Link.Mode mode;

    SandboxRequestFactory(Link link, SandboxApplicationLinks service, Link.Mode mode) {
        this.link = link;
        this.service = service;
        this.mode = mode;
    }

    @Override
    public ApplicationLinkRequest createRequest(Request.MethodType methodType, String url) throws CredentialsRequiredException {
        Optional<SandboxPrincipal> reader = service.reader();
        if (mode == Link.Mode.NEEDS_AUTHORISATION && !reader.map(person -> service.hasApproved(link, person)).orElse(false)) {
            throw new CredentialsRequiredException(this, "You do not have an authorized access token for the remote resource.");
        }
        return new SandboxLinkRequest(methodType, link.rpc(), url, this::identity);
    }

    private Map<String, String> identity() {
        return mode == Link.Mode.NONE ? Map.of()
                : service.reader().map(person -> service.identity().headers(person.name())).orElse(Map.of());
    }

    @Override
    public URI getAuthorisationURI(URI callback) {
        return URI.create(service.approvalUrl(link) + "&redirectUrl=" + URLEncoder.encode(callback.toString(), StandardCharsets.UTF_8));
    }

    @Override
    public URI getAuthorisationURI() {
        return URI.create(service.approvalUrl(link));
    }
}
