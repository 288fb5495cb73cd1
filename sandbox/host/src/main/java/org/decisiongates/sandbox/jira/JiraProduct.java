package org.decisiongates.sandbox.jira;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.web.ExecutingHttpRequest;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.Validator;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Packages;
import org.decisiongates.sandbox.host.Product;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.jira.api.AppPermissions;
import org.decisiongates.sandbox.jira.api.JiraApps;
import org.decisiongates.sandbox.jira.api.JiraFragments;
import org.decisiongates.sandbox.jira.api.JiraObjects;
import org.decisiongates.sandbox.jira.api.JiraServices;
import org.decisiongates.sandbox.jira.data.FirstData;
import org.decisiongates.sandbox.jira.data.PastWeeks;
import org.decisiongates.sandbox.jira.data.SamplePeople;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.model.Users;
import org.decisiongates.sandbox.jira.web.JiraWeb;

/** Jira: its model, its services for apps, its pages. */
public final class JiraProduct implements Product {

    private SandboxJira jira;

    @Override
    public String key() {
        return "jira";
    }

    @Override
    public String contextPath() {
        return "/jira";
    }

    @Override
    public Set<String> exportedPackages() {
        Set<String> packages = new TreeSet<>(Packages.beside(Issue.class, "com.atlassian.jira", "com.atlassian.query", "org.ofbiz"));
        packages.addAll(Packages.beside(Validator.class, "com.opensymphony"));
        packages.addAll(Packages.beside(PropertySet.class, "com.opensymphony"));
        return packages;
    }

    @Override
    public void start(Box box) {
        jira = new SandboxJira(box.dataSource(), box.transactions(), box.options().clock());
        PastWeeks.begin(box, jira);
        JiraObjects objects = new JiraObjects(jira);
        jira.connect(new JiraApps(box, objects));
        new JiraServices(box, jira, objects).publish();
        box.fragments().onlyForConditions("user", "helper", "request");
        box.filter("/*", new RequestInReach());
        new JiraWeb(box, jira, new JiraFragments(objects, box)).install();
        if (box.options().sample() || box.options().data().isPresent()) {
            new SamplePeople(jira).create();
        }
    }

    @Override
    public void pluginsEnabled(Box box) {
        new AppPermissions(box).check();
    }

    @Override
    public void opened(Box box) {
        new FirstData(box, jira).load();
    }

    @Override
    public void stop() {
        // everything lives in the database
    }

    /** The model, for tests and pages. */
    public SandboxJira jira() {
        return jira;
    }

    @Override
    public UserDirectory users() {
        return new People(jira);
    }

    /** The accounts as the box's login sees them. */
    private record People(SandboxJira jira) implements UserDirectory {

        @Override
        public Optional<SandboxPrincipal> byName(String name) {
            return jira.users().byName(name).map(People::principal);
        }

        @Override
        public Optional<SandboxPrincipal> byKey(String key) {
            return jira.users().byKey(key).map(People::principal);
        }

        @Override
        public boolean authenticates(String name, String password) {
            return jira.users().authenticates(name, password);
        }

        @Override
        public boolean isAdmin(String key) {
            return jira.permissions().isAdmin(key);
        }

        @Override
        public boolean isSystemAdmin(String key) {
            return jira.permissions().isSystemAdmin(key);
        }

        @Override
        public Set<String> groups(String key) {
            return jira.users().groups(key);
        }

        @Override
        public boolean isLicensed(String key) {
            return groups(key).contains(Users.LICENSED);
        }

        @Override
        public boolean admitsAnonymous() {
            return !jira.permissions().projects(Permission.BROWSE_PROJECTS, null).isEmpty();
        }

        private static SandboxPrincipal principal(UserRow row) {
            return new SandboxPrincipal(row.key(), row.name(), row.displayName(), row.email(), row.active());
        }
    }

    /** Lets apps ask Jira for the request at hand. */
    private static final class RequestInReach implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
            ExecutingHttpRequest.set((HttpServletRequest) request, (HttpServletResponse) response);
            try {
                chain.doFilter(request, response);
            } finally {
                ExecutingHttpRequest.clear();
            }
        }
    }
}
