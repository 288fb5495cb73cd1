package org.decisiongates.sandbox.host.sal;

import com.atlassian.sal.api.UrlMode;
import java.nio.file.Path;
import java.util.Optional;
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

    public String getDisplayName() {
        return product.key().equals("jira") ? "Jira" : "Confluence";
    }

    public String getPlatformId() {
        return product.key().equals("jira") ? "jira" : "conf";
    }

    public String getVersion() {
        return product.key().equals("jira") ? "11.3.0" : "10.2.0";
    }

    public Optional<Path> getLocalHomeDirectory() {
        return Optional.of(box.home());
    }
}
