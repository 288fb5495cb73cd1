package org.decisiongates.sandbox.confluence.link;

/** Where a reader approves that Confluence asks the other side in their name. */
public final class ApprovalPage {

    /** Below the context path. */
    public static final String PATH = "/plugins/servlet/applinks/oauth/login-dance/authorize";

    private ApprovalPage() {
    }
}
