package org.decisiongates.sandbox.jira.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: follows links, fills the forms it is shown, keeps cookies. */
public final class Browser {

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;

    public Document page;
    public int status;
    public HttpHeaders headers;

    public Browser(String base) {
        this.base = base;
    }

    public static Browser as(String base, String name) throws Exception {
        Browser browser = new Browser(base);
        browser.open("/login.jsp");
        browser.submit("#login-form", "os_username", name, "os_password", name);
        return browser;
    }

    public Document open(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path)).build());
    }

    /** Sends a form as it stands on the page, with these values in place of what it shows. */
    public Document submit(String form, String... namesAndValues) throws Exception {
        Element element = page.selectFirst(form);
        if (element == null) {
            throw new AssertionError("There is no " + form + " on\n" + page.body().text());
        }
        List<String> pairs = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(pair(namesAndValues[i], namesAndValues[i + 1]));
            given.add(namesAndValues[i]);
        }
        for (Element field : element.select("input[name], select[name]:has(option), textarea[name]")) {
            if (!given.contains(field.attr("name"))) {
                String value = field.tagName().equals("select") ? chosen(field) : field.tagName().equals("textarea") ? field.wholeText()
                        : field.attr("value");
                pairs.add(pair(field.attr("name"), value));
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String target = element.hasAttr("action") ? element.absUrl("action") : page.location();
        if (element.attr("method").equalsIgnoreCase("get")) {
            request.uri(URI.create(target + "?" + String.join("&", pairs)));
        } else {
            request.uri(URI.create(target)).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
        }
        return send(request.build());
    }

    /** Confirms the password of this session, as administrators do before they change things. */
    public Browser confirmed(String password) throws Exception {
        open("/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination=%2F");
        submit("#login-form", "webSudoPassword", password);
        return this;
    }

    /** Posts without having been shown a form. */
    public int post(String path, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** What a script of the page sends, with the header against forgery. */
    public int postJson(String path, String json) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .header("X-Atlassian-Token", "no-check")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    public String text(String selector) {
        Element element = page.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        return option == null ? select.select("option").first().attr("value") : option.attr("value");
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Document send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        status = response.statusCode();
        headers = response.headers();
        page = Jsoup.parse(response.body(), response.uri().toString());
        return page;
    }
}
