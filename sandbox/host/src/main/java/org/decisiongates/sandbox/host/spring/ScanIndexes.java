package org.decisiongates.sandbox.host.spring;

import java.beans.Introspector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.BeanDefinitionParser;
import org.springframework.beans.factory.xml.ParserContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.PluginRefused;

/** {@code <atlassian-scanner:scan-indexes/>}: turns the index files of the plugin into bean definitions. */
final class ScanIndexes implements BeanDefinitionParser {

    private static final Logger LOG = LoggerFactory.getLogger(ScanIndexes.class);

    @Override
    public BeanDefinition parse(Element element, ParserContext parser) {
        PluginContext context = (PluginContext) parser.getReaderContext().getResourceLoader();
        Bundle bundle = context.bundle();
        IndexFiles index = new IndexFiles(bundle, IndexFiles.product(bundle.getBundleContext()), element.getAttribute("profile"));
        BeanDefinitionRegistry registry = parser.getRegistry();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(registry);
        components(index, bundle, registry);
        imports(index, context, registry);
        registry.registerBeanDefinition("componentExportBeanPostProcessor",
                new RootBeanDefinition(ServiceExports.class, () -> new ServiceExports(bundle, index.lines("exports"))));
        return null;
    }

    private static void components(IndexFiles index, Bundle bundle, BeanDefinitionRegistry registry) {
        // Later lines with the same name silently win, as they do in the products.
        Map<String, String> beans = new LinkedHashMap<>();
        for (String line : index.lines("component")) {
            beans.put(name(line), type(line));
        }
        Set<String> primary = index.lines("primary-component");
        beans.forEach((name, type) -> {
            LinkCheck.check(bundle, type);
            AbstractBeanDefinition bean = BeanDefinitionBuilder.genericBeanDefinition(type).getBeanDefinition();
            bean.setPrimary(primary.contains(type) || primary.contains(type + "#" + name));
            registry.registerBeanDefinition(name, bean);
        });
    }

    private static void imports(IndexFiles index, PluginContext context, BeanDefinitionRegistry registry) {
        for (String line : index.lines("imports")) {
            Class<?> type;
            try {
                type = context.bundle().loadClass(type(line));
            } catch (ClassNotFoundException e) {
                LOG.warn("Plugin {}: import {} skipped, this host has no such class", context.bundle().getSymbolicName(), type(line));
                continue;
            } catch (LinkageError e) {
                throw new PluginRefused(context.bundle().getSymbolicName(), "import " + type(line) + " does not link: " + e, e);
            }
            ServiceImport service = new ServiceImport(context.bundle(), type, context.serviceWait());
            context.needs(service);
            String name = registry.containsBeanDefinition(name(line)) && !line.contains("#") ? type.getName() : name(line);
            registry.registerBeanDefinition(name, definition(type, service));
        }
    }

    private static <T> RootBeanDefinition definition(Class<T> type, ServiceImport service) {
        return new RootBeanDefinition(type, () -> type.cast(service.proxy()));
    }

    private static String type(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    private static String name(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? Introspector.decapitalize(line.substring(Math.max(line.lastIndexOf('.'), line.lastIndexOf('$')) + 1))
                : line.substring(hash + 1);
    }
}
