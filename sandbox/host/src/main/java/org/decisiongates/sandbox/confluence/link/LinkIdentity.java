package org.decisiongates.sandbox.confluence.link;

import java.util.Map;
import java.util.Optional;

import org.decisiongates.sandbox.host.web.LinkSignature;

/** Signs who is reading, so that the other side can believe it: the sandbox's stand-in for OAuth with impersonation. */
final class LinkIdentity {

    private final Optional<LinkSignature> signature;

    LinkIdentity(Optional<LinkSignature> signature) {
        this.signature = signature;
    }

    /** The headers that speak for that user; none when the two sides share no secret, which makes the call anonymous. */
    Map<String, String> headers(String userName) {
        return signature.map(shared -> Map.of(LinkSignature.USER, userName, LinkSignature.SIGNATURE, shared.sign(userName)))
                .orElse(Map.of());
    }
}
