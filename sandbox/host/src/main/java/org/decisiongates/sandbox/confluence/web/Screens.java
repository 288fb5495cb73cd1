package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.confluence.link.ApprovalPage;

/** Sends a request to the screen of its method and path. A path ending in a star takes everything below it. */
public final class Screens extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Site site;
    private final transient Map<String, Screen> screens = new LinkedHashMap<>();

    /** All screens of the site. */
    public Screens(Site site) {
        this.site = site;
        Editor editor = new Editor(site);
        LinkAdministration links = new LinkAdministration(site);
        PageScreens pages = new PageScreens(site);
        screens.put("GET /status", exchange -> exchange.send(200, "application/json;charset=UTF-8", "{\"state\":\"RUNNING\"}"));
        Screen login = new LoginScreen();
        screens.put("GET /login.action", login);
        screens.put("GET /login", login);
        screens.put("POST /login", login);
        screens.put("GET /", pages::dashboard);
        screens.put("GET /index.action", pages::dashboard);
        screens.put("GET /dashboard.action", pages::dashboard);
        screens.put("GET /spaces/viewspace.action", pages::space);
        screens.put("GET /display/*", pages::display);
        screens.put("GET /pages/viewpage.action", pages::page);
        screens.put("GET /pages/viewpreviousversions.action", pages::history);
        screens.put("GET /spaces/flyingpdf/pdfpageexport.action", pages::pdf);
        screens.put("GET /exportword", pages::word);
        screens.put("GET /pages/editpage.action", editor::edit);
        screens.put("POST /pages/doeditpage.action", editor::save);
        screens.put("GET /pages/createpage-choosetemplate.action", new CreateDialog(site)::show);
        screens.put("GET /pages/createpage.action", editor::create);
        screens.put("POST /pages/docreatepage.action", editor::add);
        screens.put("POST /pages/previewpage.action", editor::preview);
        screens.put("GET /admin/applinks", links::list);
        screens.put("POST /admin/applinks", links::change);
        screens.put("GET " + ApprovalPage.PATH, links::ask);
        screens.put("POST " + ApprovalPage.PATH, links::approve);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(site, request, response);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Screen screen = screens.get(method + " " + exchange.path());
        if (screen == null && exchange.path().startsWith("/display/")) {
            screen = screens.get(method + " /display/*");
        }
        if (screen == null) {
            exchange.missing();
            return;
        }
        screen.answer(exchange);
    }
}
