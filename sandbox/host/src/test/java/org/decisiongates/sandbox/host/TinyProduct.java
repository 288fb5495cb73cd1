package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import jakarta.servlet.http.HttpServlet;

/** A product with nothing but people and a marker service: enough to boot plugins. */
final class TinyProduct implements Product, UserDirectory {

    /** What the core offers by itself. */
    private static final Set<String> SHARED = Set.of("com.atlassian.activeobjects.external.ActiveObjects",
            "com.atlassian.beehive.ClusterLockService",
            "com.atlassian.templaterenderer.TemplateRenderer", "com.atlassian.webresource.api.assembler.PageBuilderService",
            "com.atlassian.event.api.EventPublisher", "com.atlassian.cache.CacheManager", "com.atlassian.scheduler.SchedulerService");

    private static final Map<String, SandboxPrincipal> PEOPLE = Map.of(
            "key-admin", new SandboxPrincipal("key-admin", "admin", "Administrator", "admin@example.org", true),
            "key-reader", new SandboxPrincipal("key-reader", "reader", "Reader", "reader@example.org", true),
            "key-unlicensed", new SandboxPrincipal("key-unlicensed", "unlicensed", "Unlicensed", "unlicensed@example.org", true),
            "key-former", new SandboxPrincipal("key-former", "former", "Former", "former@example.org", false));

    private final String key;
    private final List<String> offered = new ArrayList<>();
    private final Map<String, HttpServlet> pages = new TreeMap<>();

    private TinyProduct(String key) {
        this.key = key;
    }

    /** Also offers every service of the product that this jar imports; each of them knows nothing. */
    TinyProduct withWhatIsImportedBy(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String name : List.of("imports", "imports-" + key)) {
                JarEntry entry = file.getJarEntry("META-INF/plugin-components/" + name);
                if (entry != null) {
                    new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).lines()
                            .map(line -> line.split("#")[0]).filter(line -> !line.startsWith("com.atlassian.sal.")).forEach(offered::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    static TinyProduct jira() {
        return new TinyProduct("jira");
    }

    static TinyProduct confluence() {
        return new TinyProduct("confluence");
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String contextPath() {
        return "/" + key;
    }

    @Override
    public Set<String> exportedPackages() {
        Set<String> packages = new TreeSet<>();
        Class<?> anchor = com.atlassian.sal.api.user.UserManager.class;
        if (key.equals("jira")) {
            packages.addAll(Packages.beside(anchor, "com.atlassian.jira", "com.atlassian.query", "com.opensymphony", "org.ofbiz"));
            packages.addAll(Packages.beside(com.opensymphony.workflow.Validator.class));
            packages.addAll(Packages.beside(com.opensymphony.module.propertyset.PropertySet.class));
        } else {
            packages.addAll(Packages.beside(anchor, "com.atlassian.confluence", "com.atlassian.renderer", "com.atlassian.user"));
        }
        return packages;
    }

    TinyProduct serving(String pattern, HttpServlet page) {
        pages.put(pattern, page);
        return this;
    }

    @Override
    public void start(Box box) {
        pages.forEach(box::servlet);
        if (key.equals("jira")) {
            publish(box, "com.atlassian.jira.bc.issue.IssueService");
        } else {
            publish(box, "com.atlassian.confluence.core.ContentEntityManager");
        }
        offered.stream().filter(name -> !SHARED.contains(name)).forEach(name -> publish(box, name));
    }

    private void publish(Box box, String name) {
        try {
            publish(box, Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void publish(Box box, Class<T> api) {
        box.publish(api, Strict.untaught(api));
    }

    @Override
    public void pluginsEnabled(Box box) {
        // Nothing to do.
    }

    @Override
    public void stop() {
        // Nothing was taken.
    }

    @Override
    public UserDirectory users() {
        return this;
    }

    @Override
    public Optional<SandboxPrincipal> byName(String name) {
        return PEOPLE.values().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public Optional<SandboxPrincipal> byKey(String userKey) {
        return Optional.ofNullable(PEOPLE.get(userKey));
    }

    @Override
    public boolean authenticates(String name, String password) {
        return byName(name).filter(SandboxPrincipal::active).isPresent() && name.equals(password);
    }

    @Override
    public boolean isAdmin(String userKey) {
        return userKey.equals("key-admin");
    }

    @Override
    public boolean isSystemAdmin(String userKey) {
        return isAdmin(userKey);
    }

    @Override
    public boolean isLicensed(String userKey) {
        return !userKey.equals("key-unlicensed");
    }

    @Override
    public boolean admitsAnonymous() {
        return false;
    }

    @Override
    public Set<String> groups(String userKey) {
        return isAdmin(userKey) ? Set.of("administrators", "users") : Set.of("users");
    }
}
