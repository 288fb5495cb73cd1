package org.decisiongates.sandbox.host.sal;

import com.atlassian.sal.api.UrlMode;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Product;

/** Who the host says it is. The platform id of Confluence is "conf", unlike its application key. */
public record SandboxApplicationProperties(Box box, Product product) {

    public String getBaseUrl(UrlMode mode) {
        return switch (mode) {
            case RELATIVE, RELATIVE_CANONICAL -> product.contextPath();
            default -> box.baseUrl();
        };
    }

    /** What the box plays, and that it is none. */
    public String getDisplayName() {
        return "Sandbox of " + product.key();
    }

    public String getVersion() {
        return "0";
    }

    public String getBuildNumber() {
        return "0";
    }
}
