package org.decisiongates.sandbox.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.template.Escaping;
import org.decisiongates.sandbox.host.web.RequestScope;

/** The scripts and styles the current request asked for. */
public final class WebResources {

    private static final Logger LOG = LoggerFactory.getLogger(WebResources.class);
    private static final String ATTRIBUTE = WebResources.class.getName();

    private final Modules modules;
    private final RequestScope requests;
    private final String contextPath;
    private final Map<String, List<String>> declared = new ConcurrentHashMap<>();

    WebResources(Modules modules, RequestScope requests, String contextPath) {
        this.modules = modules;
        this.requests = requests;
        this.contextPath = contextPath;
    }

    /** Asks for a web-resource on this request's page; outside a request there is no page and nothing happens. */
    public void require(String completeKey) {
        if (!declared.containsKey(completeKey) && modules.find(completeKey).isEmpty()) {
            LOG.warn("No web-resource {} on this host", completeKey);
            return;
        }
        requests.current().ifPresent(request -> required(request).add(completeKey));
    }

    /** Everything plugins attached to this context. */
    public void requireContext(String context) {
        modules.ofType("web-resource").stream()
                .filter(module -> Xml.children(module.xml(), "context").stream()
                        .anyMatch(one -> one.getTextContent().trim().equals(context)))
                .forEach(module -> require(module.completeKey()));
    }

    /** {@code link} and {@code script} elements for everything required so far on this request, dependencies first. */
    public String tags() {
        Set<String> urls = new LinkedHashSet<>();
        requests.current().ifPresent(request -> {
            Set<String> seen = new LinkedHashSet<>();
            required(request).forEach(key -> collect(key, seen, urls));
        });
        StringBuilder tags = new StringBuilder();
        urls.stream().filter(url -> path(url).endsWith(".css"))
                .forEach(url -> tags.append("<link rel=\"stylesheet\" href=\"").append(Escaping.html(url)).append("\">\n"));
        urls.stream().filter(url -> path(url).endsWith(".js"))
                .forEach(url -> tags.append("<script src=\"").append(Escaping.html(url)).append("\" defer></script>\n"));
        return tags.toString();
    }

    /** Declares a web-resource of the host: what requiring it loads, as paths below the context path (none: already on every page). */
    public void declare(String completeKey, String... paths) {
        declared.put(completeKey, List.of(paths));
    }

    /** Where a file of a web-resource is served. */
    public String url(String completeKey, String name) {
        String version = modules.find(completeKey).map(module -> module.plugin().version()).orElse("host");
        return contextPath + "/download/resources/" + completeKey + "/" + name + "?v=" + version;
    }

    private void collect(String key, Set<String> seen, Set<String> urls) {
        if (!seen.add(key)) {
            return;
        }
        if (declared.containsKey(key)) {
            declared.get(key).forEach(path -> urls.add(contextPath + path));
            return;
        }
        Module module = modules.find(key).orElse(null);
        if (module == null) {
            LOG.warn("A web-resource depends on {}, which this host does not have; the dependency is dropped", key);
            return;
        }
        Xml.children(module.xml(), "dependency").forEach(one -> collect(one.getTextContent().trim(), seen, urls));
        for (Element resource : Xml.children(module.xml(), "resource")) {
            String name = resource.getAttribute("name");
            if (resource.getAttribute("type").equals("download") && (name.endsWith(".css") || name.endsWith(".js"))) {
                urls.add(url(key, name));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> required(HttpServletRequest request) {
        Set<String> keys = (Set<String>) request.getAttribute(ATTRIBUTE);
        if (keys == null) {
            keys = new LinkedHashSet<>();
            request.setAttribute(ATTRIBUTE, keys);
        }
        return keys;
    }

    private static String path(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
