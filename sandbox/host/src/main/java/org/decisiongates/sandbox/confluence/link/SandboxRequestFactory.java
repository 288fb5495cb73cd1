package org.decisiongates.sandbox.confluence.link;

import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.sal.api.net.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.decisiongates.sandbox.host.SandboxPrincipal;

/** Makes calls over one link in the name of whoever is reading when the call is made. */
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
        Map<String, String> identity = mode == Link.Mode.NONE ? Map.of()
                : reader.map(person -> service.identity().headers(person.name())).orElse(Map.of());
        return new SandboxLinkRequest(methodType, link.rpc(), url, identity);
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
