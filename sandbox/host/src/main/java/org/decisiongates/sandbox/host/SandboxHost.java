package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.decisiongates.sandbox.host.cluster.SandboxCaches;
import org.decisiongates.sandbox.host.cluster.SandboxClusterLocks;
import org.decisiongates.sandbox.host.cluster.SandboxScheduler;
import org.decisiongates.sandbox.host.data.Database;
import org.decisiongates.sandbox.host.osgi.OsgiFramework;
import org.decisiongates.sandbox.host.osgi.SharedPackages;
import org.decisiongates.sandbox.host.rest.RestModules;
import org.decisiongates.sandbox.host.store.AoStores;
import org.decisiongates.sandbox.host.web.ConfirmPage;
import org.decisiongates.sandbox.host.web.Downloads;
import org.decisiongates.sandbox.host.web.LinkSignature;
import org.decisiongates.sandbox.host.web.LoginFilter;
import org.decisiongates.sandbox.host.web.Nowhere;
import org.decisiongates.sandbox.host.web.PersonalTokenServlet;
import org.decisiongates.sandbox.host.web.PersonalTokens;
import org.decisiongates.sandbox.host.web.PluginServlets;
import org.decisiongates.sandbox.host.web.RequestFilter;
import org.decisiongates.sandbox.host.web.StaticFiles;
import org.decisiongates.sandbox.host.web.Status;
import org.decisiongates.sandbox.host.web.WebServer;
import org.decisiongates.sandbox.host.web.XsrfFilter;

/** Starts a box in this process. */
public final class SandboxHost {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxHost.class);

    private SandboxHost() {
    }

    /** Boots the product, then the plugins. A plugin that cannot be enabled fails the start with the reason. */
    public static RunningBox start(Product product, Options options, List<Path> pluginJars) {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        RunningBox running = new RunningBox();
        try {
            boot(running, product, options, pluginJars);
            return running;
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }

    private static void boot(RunningBox running, Product product, Options options, List<Path> pluginJars) {
        long start = System.nanoTime();
        try {
            Files.createDirectories(options.home());
        } catch (IOException e) {
            throw new UncheckedIOException("The home folder " + options.home() + " cannot be created", e);
        }
        OsgiFramework framework = OsgiFramework.start(SharedPackages.of(product));
        running.stopWith(framework::close);
        WebServer server = new WebServer(options.port(), product.contextPath());
        running.stopWith(server::close);
        Database database = Database.open(options);
        running.stopWith(database::close);
        database.startAlone(() -> fill(running, product, pluginJars, new Box(product, options, database, server, framework.context()),
                new Parts(framework, server, database, start)));
    }

    /** What a box is put together from. */
    private record Parts(OsgiFramework framework, WebServer server, Database database, long start) {
    }

    private static void fill(RunningBox running, Product product, List<Path> pluginJars, Box box, Parts parts) {
        OsgiFramework framework = parts.framework();
        WebServer server = parts.server();
        Database database = parts.database();
        Options options = box.options();
        SandboxClusterLocks locks = new SandboxClusterLocks(database, options.node(), options.clock());
        running.stopWith(locks::close);
        SandboxScheduler scheduler = new SandboxScheduler(database, options.clock());
        running.stopWith(scheduler::close);
        box.settlesWith(scheduler::settle);
        SandboxCaches caches = new SandboxCaches(database, options);
        running.stopWith(caches::close);
        AoStores stores = new AoStores(box, database);
        RestModules rest = new RestModules(server, box.currentUser(), box.directory());
        PluginServlets servlets = new PluginServlets(box.currentUser(), box.directory());
        Plugins plugins = new Plugins(box, product.key(), framework, stores, rest, servlets);
        running.isUp(box, plugins, framework, database);

        server.filter(new RequestFilter(box.requests()), "/*");
        PersonalTokens tokens = new PersonalTokens(box.jdbc());
        Optional<LinkSignature> links = options.secret().map(secret -> new LinkSignature(secret, options.clock()));
        server.filter(new LoginFilter(box.directory(), box.currentUser(), links, tokens), "/*");
        server.filter(new XsrfFilter(rest::owns), "/*");
        // Without a servlet for everything else Tomcat would answer before any filter has run.
        server.servlet(new Nowhere(), "/");
        server.servlet(new StaticFiles(), "/s/*");
        server.servlet(new Status(), "/status");
        server.servlet(new ConfirmPage(box.currentUser(), box.directory()), ConfirmPage.PATH);
        server.servlet(new PersonalTokenServlet(tokens, box.currentUser()), "/rest/pat/latest/tokens/*");
        server.servlet(new Downloads(box.modules(), box.texts()), "/download/resources/*");
        server.servlet(servlets, "/plugins/servlet/*");
        SharedServices.publish(box, product, framework.context(), stores, locks, scheduler, caches, key -> plugins.find(key).orElseThrow());

        product.start(box);
        running.stopWith(product::stop);
        server.filter(servlets.filters(), "/*");
        long hostUp = System.nanoTime();
        running.stopWith(plugins::close);
        pluginJars.forEach(plugins::install);
        product.pluginsEnabled(box);
        plugins.hostStarted();
        long pluginsUp = System.nanoTime();
        server.start();
        product.opened(box);
        LOG.info("{} is up at {}: host {} ms, plugins {} ms", product.key(), box.baseUrl(), (hostUp - parts.start()) / 1_000_000,
                (pluginsUp - hostUp) / 1_000_000);
    }
}
