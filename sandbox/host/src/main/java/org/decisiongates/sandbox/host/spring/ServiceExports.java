package org.decisiongates.sandbox.host.spring;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/** Registers the beans that the index exports as services, once they are initialised, and withdraws them when they are destroyed. */
final class ServiceExports implements DestructionAwareBeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceExports.class);

    private final Bundle bundle;
    private final Map<String, List<String>> interfaces = new LinkedHashMap<>();
    private final Map<Object, ServiceRegistration<?>> registered = new IdentityHashMap<>();

    ServiceExports(Bundle bundle, Set<String> lines) {
        this.bundle = bundle;
        for (String line : lines) {
            String[] parts = line.split("#", 2);
            interfaces.put(parts[0], parts.length == 1 || parts[1].isBlank() ? List.of() : List.of(parts[1].split("\\s*,\\s*")));
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        List<String> declared = interfaces.get(bean.getClass().getName());
        if (declared != null) {
            List<String> names = usable(bean, declared);
            if (!names.isEmpty()) {
                registered.put(bean, bundle.getBundleContext().registerService(names.toArray(String[]::new), bean, null));
            }
        }
        return bean;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        ServiceRegistration<?> registration = registered.remove(bean);
        if (registration != null) {
            registration.unregister();
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return registered.containsKey(bean);
    }

    private List<String> usable(Object bean, List<String> declared) {
        List<String> names = new ArrayList<>();
        if (declared.isEmpty()) {
            for (Class<?> one : bean.getClass().getInterfaces()) {
                names.add(one.getName());
            }
            return names.isEmpty() ? List.of(bean.getClass().getName()) : names;
        }
        for (String name : declared) {
            try {
                if (bundle.loadClass(name).isInstance(bean)) {
                    names.add(name);
                    continue;
                }
            } catch (ClassNotFoundException e) {
                LOG.debug("Not loadable: {}", name, e);
            }
            LOG.warn("Plugin {}: {} cannot be exported as {}, skipped", bundle.getSymbolicName(), bean.getClass().getName(), name);
        }
        return names;
    }
}
