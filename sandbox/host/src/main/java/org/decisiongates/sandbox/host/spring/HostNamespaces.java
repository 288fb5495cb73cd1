package org.decisiongates.sandbox.host.spring;

import org.springframework.beans.factory.xml.DefaultNamespaceHandlerResolver;
import org.springframework.beans.factory.xml.NamespaceHandler;
import org.springframework.beans.factory.xml.NamespaceHandlerResolver;
import org.springframework.beans.factory.xml.NamespaceHandlerSupport;

/** Spring's own namespaces and the scanner's. */
final class HostNamespaces implements NamespaceHandlerResolver {

    private static final String SCANNER = "http://www.atlassian.com/schema/atlassian-scanner/2";

    private final NamespaceHandlerResolver spring = new DefaultNamespaceHandlerResolver(HostNamespaces.class.getClassLoader());
    private final NamespaceHandlerSupport scanner = new NamespaceHandlerSupport() {
        @Override
        public void init() {
            registerBeanDefinitionParser("scan-indexes", new ScanIndexes());
        }
    };

    HostNamespaces() {
        scanner.init();
    }

    @Override
    public NamespaceHandler resolve(String namespaceUri) {
        return SCANNER.equals(namespaceUri) ? scanner : spring.resolve(namespaceUri);
    }
}
