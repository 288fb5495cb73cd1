package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.host.Xml;

/** The servlets and servlet filters of plugins; servlets live below {@code /plugins/servlet}. */
public final class PluginServlets extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser currentUser;
    private final transient Supplier<UserDirectory> users;
    private final transient List<Served> servlets = new CopyOnWriteArrayList<>();
    private final transient List<Filtered> filters = new CopyOnWriteArrayList<>();

    public PluginServlets(CurrentUser currentUser, Supplier<UserDirectory> users) {
        this.currentUser = currentUser;
        this.users = users;
    }

    /** Makes the servlet or filter of a module. */
    public void add(Module module) {
        List<String> patterns = Xml.children(module.xml(), "url-pattern").stream().map(one -> one.getTextContent().trim()).toList();
        if (patterns.isEmpty()) {
            throw new PluginRefused(module.pluginKey(), module + " has no url-pattern.");
        }
        String className = module.xml().getAttribute("class");
        if (module.xml().getTagName().equals("servlet")) {
            servlets.add(new Served(module, patterns, module.create(HttpServlet.class, className)));
        } else {
            filters.add(new Filtered(module, patterns, module.create(Filter.class, className)));
            filters.sort(Comparator.comparingInt(one -> weight(one.module())));
        }
    }

    public void removeOf(String pluginKey) {
        servlets.removeIf(one -> one.module().pluginKey().equals(pluginKey));
        filters.removeIf(one -> one.module().pluginKey().equals(pluginKey));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        for (Served one : servlets) {
            Optional<String> pattern = one.patterns().stream().filter(candidate -> matches(candidate, path)).findFirst();
            if (pattern.isPresent()) {
                serve(one, pattern.get(), path, request, response);
                return;
            }
        }
        response.sendError(404);
    }

    private void serve(Served one, String pattern, String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!admits(one.servlet().getClass(), request, response)) {
            return;
        }
        one.initialise(getServletContext());
        String own = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : path;
        one.servlet().service(new HttpServletRequestWrapper(request) {
            @Override
            public String getServletPath() {
                return request.getServletPath() + own;
            }

            @Override
            public String getPathInfo() {
                return path.length() > own.length() ? path.substring(own.length()) : null;
            }
        }, response);
    }

    /** Whoever is refused is sent to the login, logged in or not; the response is then complete. */
    private boolean admits(Class<?> type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Access.ofServlet(type).ask(currentUser, users.get()) == Access.Answer.ALLOWED) {
            return true;
        }
        response.sendRedirect(request.getContextPath() + "/login?os_destination="
                + URLEncoder.encode(request.getRequestURI().substring(request.getContextPath().length())
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString()), StandardCharsets.UTF_8));
        return false;
    }

    /** Runs the plugins' filters; to be added behind the core's. */
    public Filter filters() {
        return new HttpFilter() {

            private static final long serialVersionUID = 1L;

            @Override
            protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                String path = request.getRequestURI().substring(request.getContextPath().length());
                FilterChain next = chain;
                List<Filtered> matching = filters.stream()
                        .filter(one -> one.patterns().stream().anyMatch(pattern -> matches(pattern, path))).toList();
                for (int i = matching.size() - 1; i >= 0; i--) {
                    Filtered one = matching.get(i);
                    one.initialise(getServletContext());
                    FilterChain rest = next;
                    next = (req, res) -> {
                        if (admits(one.filter().getClass(), request, response)) {
                            one.filter().doFilter(req, res, rest);
                        }
                    };
                }
                next.doFilter(request, response);
            }
        };
    }

    static boolean matches(String pattern, String path) {
        if (pattern.endsWith("/*")) {
            String prefix = pattern.substring(0, pattern.length() - 2);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
        if (pattern.startsWith("*.")) {
            return path.endsWith(pattern.substring(1));
        }
        return pattern.equals("*") || path.equals(pattern);
    }

    private static int weight(Module module) {
        String weight = module.xml().getAttribute("weight");
        return weight.isEmpty() ? 100 : Integer.parseInt(weight);
    }

    private static Map<String, String> parameters(Module module) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Element param : Xml.children(module.xml(), "init-param")) {
            found.put(Xml.text(param, "param-name"), Xml.text(param, "param-value"));
        }
        return found;
    }

    private record Served(Module module, List<String> patterns, HttpServlet servlet) {

        void initialise(ServletContext context) throws ServletException {
            synchronized (servlet) {
                if (servlet.getServletConfig() == null) {
                    servlet.init(new Config(module.completeKey(), parameters(module), context));
                }
            }
        }
    }

    private record Filtered(Module module, List<String> patterns, Filter filter, boolean[] ready) {

        Filtered(Module module, List<String> patterns, Filter filter) {
            this(module, patterns, filter, new boolean[1]);
        }

        void initialise(ServletContext context) throws ServletException {
            synchronized (filter) {
                if (!ready[0]) {
                    filter.init(new Config(module.completeKey(), parameters(module), context));
                    ready[0] = true;
                }
            }
        }
    }

    private record Config(String name, Map<String, String> parameters, ServletContext context) implements ServletConfig, FilterConfig {

        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public String getFilterName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public String getInitParameter(String key) {
            return parameters.get(key);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
