package org.decisiongates.sandbox.confluence.link;

import java.net.URI;

/**
 * A link to another product as it is stored.
 *
 * @param rpc     where this server calls
 * @param display where readers are sent
 */
public record Link(String id, String name, URI rpc, URI display, boolean primary, Mode mode) {

    /** How calls over the link say who is asking. */
    public enum Mode {
        /** The other side is told who is reading and trusts that. */
        IMPERSONATION,
        /** Every reader has to approve once; until then calls ask for it. */
        NEEDS_AUTHORISATION,
        /** Nothing is configured: every call is anonymous. */
        NONE
    }
}
