package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.Modules;
import org.decisiongates.sandbox.host.Texts;
import org.decisiongates.sandbox.host.Xml;

/** Serves files of plugins at {@code /download/resources/<completeKey>/<name>}: only those a web-resource lists. */
public final class Downloads extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern I18N = Pattern.compile("(?:AJS|WRM)\\.I18n\\.getText\\(\\s*(['\"])([\\w.\\-]+)\\1\\s*(,|\\))");

    private final transient Modules modules;
    private final transient Texts texts;
    private final transient ObjectMapper json = new ObjectMapper();

    public Downloads(Modules modules, Texts texts) {
        this.modules = modules;
        this.texts = texts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        int slash = path.indexOf('/');
        Optional<Module> module = slash < 0 || path.contains("..") ? Optional.empty() : modules.find(path.substring(0, slash));
        String name = path.substring(slash + 1);
        Optional<URL> file = module.flatMap(one -> file(one, name));
        if (file.isEmpty()) {
            response.sendError(404);
            return;
        }
        // a resource may be named without an ending; what it is the file itself says
        response.setContentType(StaticFiles.type(name.contains(".") ? name : file.get().getPath()));
        response.setHeader("Cache-Control",
                request.getParameter("v") == null ? "public, max-age=60" : "public, max-age=31536000, immutable");
        try (InputStream in = file.get().openStream()) {
            if (name.endsWith(".js") && translates(module.get())) {
                response.getOutputStream()
                        .write(translate(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            } else {
                in.transferTo(response.getOutputStream());
            }
        }
    }

    private static Optional<URL> file(Module module, String name) {
        for (Element resource : Xml.children(module.xml(), "resource")) {
            String listed = resource.getAttribute("name");
            String location = resource.getAttribute("location");
            if (!resource.getAttribute("type").equals("download")) {
                continue;
            }
            if (listed.equals(name)) {
                return module.plugin().entry(location);
            }
            if (listed.endsWith("/") && name.startsWith(listed)) {
                return module.plugin().entry((location.endsWith("/") ? location : location + "/") + name.substring(listed.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean translates(Module module) {
        return Xml.children(module.xml(), "transformation").stream().filter(one -> one.getAttribute("extension").equals("js"))
                .flatMap(one -> Xml.children(one, "transformer").stream()).anyMatch(one -> one.getAttribute("key").equals("jsI18n"));
    }

    private String translate(String script) throws IOException {
        Matcher matcher = I18N.matcher(script);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            boolean takesArguments = matcher.group(3).equals(",");
            String text = json.writeValueAsString(takesArguments
                    ? texts.raw(java.util.Locale.ENGLISH, matcher.group(2)).orElse(matcher.group(2))
                    : texts.text(matcher.group(2)));
            matcher.appendReplacement(out, Matcher.quoteReplacement(takesArguments ? "AJS.format(" + text + "," : text));
        }
        matcher.appendTail(out);
        return out.toString();
    }
}
