package org.decisiongates.jira.platform.service;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Services that a Jira may lack, looked for when they are needed: the app starts without them, where an imported one would keep it from
 * starting. Whoever uses one casts it in a class of its own, which is loaded only where there is a service (ADR-0116).
 */
@JiraComponent
public class OptionalServices {

    /** What Jira offers by the name of an interface; empty where it offers nothing by that name. */
    public Optional<Object> find(String api) {
        BundleContext app = FrameworkUtil.getBundle(OptionalServices.class).getBundleContext();
        ServiceReference<?> offered = app.getServiceReference(api);
        // Jira's are the same object for everybody, and are given back when the app stops
        return offered == null ? Optional.empty() : Optional.ofNullable(app.getService(offered));
    }
}
