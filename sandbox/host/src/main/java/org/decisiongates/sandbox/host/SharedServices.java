package org.decisiongates.sandbox.host;

import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.cache.CacheFactory;
import com.atlassian.cache.CacheManager;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.executor.ThreadLocalDelegateExecutorFactory;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.web.context.HttpContext;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import org.decisiongates.sandbox.host.cluster.SandboxCaches;
import org.decisiongates.sandbox.host.cluster.SandboxClusterLocks;
import org.decisiongates.sandbox.host.cluster.SandboxScheduler;
import org.decisiongates.sandbox.host.sal.SandboxApplicationProperties;
import org.decisiongates.sandbox.host.sal.SandboxI18nResolver;
import org.decisiongates.sandbox.host.sal.SandboxLocaleResolver;
import org.decisiongates.sandbox.host.sal.SandboxLoginUri;
import org.decisiongates.sandbox.host.sal.SandboxPageBuilder;
import org.decisiongates.sandbox.host.sal.SandboxPluginAccessor;
import org.decisiongates.sandbox.host.sal.SandboxTemplateRenderer;
import org.decisiongates.sandbox.host.sal.SandboxUserManager;
import org.decisiongates.sandbox.host.sal.SandboxWebSudo;
import org.decisiongates.sandbox.host.sal.SandboxXsrf;
import org.decisiongates.sandbox.host.store.AoStores;

/** Publishes the services that both products offer. */
final class SharedServices {

    private SharedServices() {
    }

    static void publish(Box box, Product product, BundleContext bundles, AoStores stores, SandboxClusterLocks locks,
            SandboxScheduler scheduler, SandboxCaches caches,
            Function<String, Plugin> plugins) {
        box.publish(UserManager.class, box.strict(UserManager.class, new SandboxUserManager(box)));
        box.publish(ApplicationProperties.class, box.strict(ApplicationProperties.class, new SandboxApplicationProperties(box, product)));
        box.publish(I18nResolver.class, box.strict(I18nResolver.class, new SandboxI18nResolver(box.texts())));
        box.publish(LocaleResolver.class, box.strict(LocaleResolver.class, new SandboxLocaleResolver(box.requests())));
        box.publish(PluginSettingsFactory.class, box.strict(PluginSettingsFactory.class, box.pluginSettings()));
        box.publish(TransactionTemplate.class, box.strict(TransactionTemplate.class, new Transactions(box)));
        box.publish(TimeZoneManager.class,
                box.strict(TimeZoneManager.class, new Zones(TimeZone.getTimeZone(box.options().clock().getZone()), box.zones())));
        box.publish(ThreadLocalDelegateExecutorFactory.class,
                box.strict(ThreadLocalDelegateExecutorFactory.class, new Contexts(box.currentUser())));
        box.publish(HttpContext.class, box.strict(HttpContext.class, new Requests(box)));
        box.publish(WebSudoManager.class, box.strict(WebSudoManager.class, new SandboxWebSudo()));
        box.publish(XsrfTokenAccessor.class, box.strict(XsrfTokenAccessor.class, new SandboxXsrf.Accessor()));
        box.publish(XsrfTokenValidator.class, box.strict(XsrfTokenValidator.class, new SandboxXsrf.Validator()));
        box.publish(LoginUriProvider.class, box.strict(LoginUriProvider.class, new SandboxLoginUri(box)));
        box.publish(PageBuilderService.class, box.strict(PageBuilderService.class, new SandboxPageBuilder(box.webResources())));
        box.publish(EventPublisher.class, box.strict(EventPublisher.class, new Publisher(box.events())));
        box.publish(ClusterLockService.class, box.strict(ClusterLockService.class, locks));
        box.publish(SchedulerService.class, box.strict(SchedulerService.class, scheduler));
        box.publish(CacheManager.class, box.strict(CacheManager.class, caches));
        box.publish(CacheFactory.class, box.strict(CacheFactory.class, caches));
        box.publish(PluginAccessor.class, box.strict(PluginAccessor.class, new SandboxPluginAccessor(box, plugins)));
        bundles.registerService(ActiveObjects.class, stores, null);
        bundles.registerService(TemplateRenderer.class, new ServiceFactory<TemplateRenderer>() {
            @Override
            public TemplateRenderer getService(Bundle bundle, ServiceRegistration<TemplateRenderer> registration) {
                return box.strict(TemplateRenderer.class,
                        new SandboxTemplateRenderer(box.templates(), () -> plugins.apply(bundle.getSymbolicName())));
            }

            @Override
            public void ungetService(Bundle bundle, ServiceRegistration<TemplateRenderer> registration, TemplateRenderer service) {
                // Renderers hold nothing.
            }
        }, null);
    }

    /** SAL's template over the box's transactions; joins one that is open. */
    private record Transactions(Box box) {

        public <T> T execute(TransactionCallback<T> action) {
            return new org.springframework.transaction.support.TransactionTemplate(box.transactions())
                    .execute(status -> action.doInTransaction());
        }
    }

    /** The request that a thread is serving; null on any other thread. */
    private record Requests(Box box) {

        public HttpServletRequest getRequest() {
            return box.requests().current().orElse(null);
        }
    }

    /** Everybody lives in the zone the product is set to. */
    private record Zones(TimeZone zone, Map<String, TimeZone> ofPeople) {

        public TimeZone getDefaultTimeZone() {
            return zone;
        }

        public TimeZone getUserTimeZone(UserKey user) {
            return ofPeople.getOrDefault(user.getStringValue(), zone);
        }
    }

    /** Carries who is logged in, and nothing else of the request, to another thread. */
    private record Contexts(CurrentUser users) {

        public Runnable createRunnable(Runnable delegate) {
            String user = users.key().orElse(null);
            return () -> users.as(user, () -> {
                delegate.run();
                return null;
            });
        }
    }

    /** The event library's publisher over the box's events. */
    private record Publisher(Events events) {

        public void publish(Object event) {
            events.publish(event);
        }

        public void register(Object listener) {
            events.register(listener);
        }

        public void unregister(Object listener) {
            events.unregister(listener);
        }
    }
}
