package org.decisiongates.sandbox.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.osgi.OsgiFramework;
import org.decisiongates.sandbox.host.osgi.PluginJar;
import org.decisiongates.sandbox.host.osgi.SignatureCheck;
import org.decisiongates.sandbox.host.rest.RestModules;
import org.decisiongates.sandbox.host.spring.PluginContext;
import org.decisiongates.sandbox.host.store.AoStores;
import org.decisiongates.sandbox.host.template.AllowList;
import org.decisiongates.sandbox.host.web.PluginServlets;

/** Installs, enables and removes plugins. Whatever fails on the way disables the whole plugin and leaves nothing of it behind. */
final class Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Box box;
    private final String product;
    private final OsgiFramework framework;
    private final AoStores stores;
    private final RestModules rest;
    private final PluginServlets servlets;
    private final Map<String, InstalledPlugin> installed = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<LifecycleAware> started = new LinkedHashSet<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    Plugins(Box box, String product, OsgiFramework framework, AoStores stores, RestModules rest, PluginServlets servlets) {
        this.box = box;
        this.product = product;
        this.framework = framework;
        this.stores = stores;
        this.rest = rest;
        this.servlets = servlets;
    }

    Optional<InstalledPlugin> find(String key) {
        return Optional.ofNullable(installed.get(key));
    }

    /** Checks a jar and enables its plugin. */
    InstalledPlugin install(Path file) {
        long start = System.nanoTime();
        box.options().truststore().ifPresent(trusted -> SignatureCheck.verify(file, trusted));
        PluginJar jar = PluginJar.read(file);
        if (installed.containsKey(jar.key())) {
            throw new PluginRefused(jar.key(), "it is installed already.");
        }
        List<Element> modules = ModuleTypes.of(jar.key(), jar.descriptor(), product);
        InstalledPlugin plugin = new InstalledPlugin(jar, framework.install(jar));
        installed.put(plugin.key(), plugin);
        try {
            enable(plugin, jar, modules.stream().map(xml -> new Module(plugin, xml)).toList());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Plugin {} is disabled, 0 of {} modules enabled: {}", plugin.key(), modules.size(), e.getMessage());
            remove(plugin);
            throw e;
        }
        LOG.info("Plugin {} is enabled with {} modules after {} ms", plugin, modules.size(), (System.nanoTime() - start) / 1_000_000);
        return plugin;
    }

    void uninstall(String key) {
        InstalledPlugin plugin = find(key).orElseThrow(() -> new IllegalArgumentException("No plugin " + key + " is installed"));
        List<LifecycleAware> own = started.stream().filter(one -> FrameworkUtil.getBundle(one.getClass()) == plugin.bundle()).toList();
        own.forEach(this::stop);
        remove(plugin);
    }

    /** Tells the plugins that the host is up; each is told once. */
    void hostStarted() {
        for (ServiceReference<LifecycleAware> reference : references()) {
            LifecycleAware aware = framework.context().getService(reference);
            if (aware != null && started.add(aware)) {
                try {
                    aware.onStart();
                } catch (RuntimeException | LinkageError e) {
                    LOG.error("{} failed in onStart", aware.getClass().getName(), e);
                }
            }
        }
    }

    /** What plugins that were removed have left behind. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    void close() {
        List<LifecycleAware> reversed = new ArrayList<>(started);
        Collections.reverse(reversed);
        reversed.forEach(this::stop);
        List.copyOf(installed.values()).forEach(this::remove);
    }

    private void stop(LifecycleAware aware) {
        started.remove(aware);
        try {
            aware.onStop();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} failed in onStop", aware.getClass().getName(), e);
        }
    }

    private List<ServiceReference<LifecycleAware>> references() {
        try {
            return framework.context().getServiceReferences(LifecycleAware.class, null).stream().sorted(Collections.reverseOrder())
                    .toList();
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enable(InstalledPlugin plugin, PluginJar jar, List<Module> modules) {
        for (Element resource : Xml.children(jar.descriptor(), "resource")) {
            if (resource.getAttribute("type").equals("i18n")) {
                box.texts().add(plugin, resource.getAttribute("location"));
            }
        }
        checkKeys(plugin, modules);
        modules.forEach(Plugins::checkClasses);
        box.templates().allow(plugin, allowList(plugin, modules));
        plugin.context(PluginContext.start(plugin.bundle(), box.options().serviceWait(), box.options().clock()));
        // Tables last: whatever is made on the way must not have used them.
        modules.stream().filter(module -> !isAo(module)).forEach(module -> open(plugin, module));
        modules.stream().filter(Plugins::isAo).forEach(stores::open);
        box.modules().add(modules);
    }

    private void open(InstalledPlugin plugin, Module module) {
        switch (module.xml().getTagName()) {
            case "rest" -> rest.add(module, plugin.bundle());
            case "servlet", "servlet-filter" -> servlets.add(module);
            case "web-item", "web-section", "web-panel" -> box.fragments().prepare(module);
            case "web-resource" -> checkWebResource(module);
            default -> LOG.debug("{} is the product's business", module);
        }
    }

    private static boolean isAo(Module module) {
        return module.xml().getTagName().equals("ao");
    }

    private static void checkKeys(Plugin plugin, List<Module> modules) {
        Set<String> keys = new LinkedHashSet<>();
        for (Module module : modules) {
            if (!keys.add(module.key())) {
                throw new PluginRefused(plugin.key(), "two modules have the key " + module.key() + ".");
            }
        }
    }

    private static void checkClasses(Module module) {
        ModuleTypes.classes(module.xml()).forEach(name -> {
            try {
                module.load(name);
            } catch (PluginRefused e) {
                throw new PluginRefused(module.pluginKey(), "module " + module + " names a class that cannot be loaded: " + name
                        + ". Is its package imported?", e.getCause());
            }
        });
    }

    private static void checkWebResource(Module module) {
        for (Element child : Xml.children(module.xml())) {
            if (child.getTagName().equals("condition") || child.getTagName().equals("conditions") || child.getTagName().equals("data")) {
                throw new PluginRefused(module.pluginKey(),
                        module + " has a <" + child.getTagName() + ">, which the sandbox does not play.");
            }
            String location = child.getAttribute("location");
            if (child.getTagName().equals("resource") && !location.endsWith("/") && module.plugin().entry(location).isEmpty()) {
                throw new PluginRefused(module.pluginKey(), module + " names the file " + location + ", which is not in the jar.");
            }
        }
    }

    /** Own classes only, and only methods that exist: a stale entry hides that a template lost its call. */
    private static Set<String> allowList(InstalledPlugin plugin, List<Module> modules) {
        Set<String> listed = modules.stream().filter(module -> module.xml().getTagName().equals("velocity-allowlist"))
                .flatMap(module -> Xml.children(module.xml(), "method").stream()).map(one -> one.getTextContent().trim())
                .collect(Collectors.toSet());
        for (String entry : listed) {
            int hash = entry.indexOf('#');
            if (hash < 0) {
                throw new PluginRefused(plugin.key(), "allow-list entry '" + entry + "' is not Class#method(types).");
            }
            Class<?> type = plugin.load(entry.substring(0, hash));
            if (FrameworkUtil.getBundle(type) != plugin.bundle()) {
                throw new PluginRefused(plugin.key(), "allow-list entry '" + entry + "' is not about a class of the plugin itself.");
            }
            boolean exists = java.util.Arrays.stream(type.getMethods()).anyMatch(method -> AllowList.entry(type, method).equals(entry));
            if (!exists) {
                throw new PluginRefused(plugin.key(),
                        "allow-list entry '" + entry + "' names a method that does not exist or is not public.");
            }
        }
        return listed;
    }

    private void remove(InstalledPlugin plugin) {
        box.modules().removeOf(plugin.key());
        rest.removeOf(plugin.key());
        servlets.removeOf(plugin.key());
        box.fragments().forget(plugin.key());
        if (plugin.context() != null) {
            plugin.context().close();
        }
        // In a product such a listener keeps the whole class loader, and goes on listening.
        box.events().leftBy(plugin.bundle()).forEach(name -> leaks.add(plugin.key() + " left its listener " + name + " registered"));
        box.events().forget(plugin.bundle());
        box.templates().forget(plugin.key());
        box.texts().forget(plugin.key());
        stores.forget(plugin.key());
        installed.remove(plugin.key());
        framework.uninstall(plugin.bundle());
    }
}
