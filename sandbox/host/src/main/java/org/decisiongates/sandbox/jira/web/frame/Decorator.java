package org.decisiongates.sandbox.jira.web.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.decisiongates.sandbox.host.web.KeptResponse;

/** Puts the frame around an app's page when the page asks for it with {@code <meta name="decorator" content="atl.…">}. */
public final class Decorator extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Visits visits;
    private final transient Frame frame;

    public Decorator(Visits visits, Frame frame) {
        this.visits = visits;
        this.frame = frame;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        KeptResponse kept = new KeptResponse(response);
        chain.doFilter(request, kept);
        byte[] body = kept.body();
        String type = Optional.ofNullable(response.getContentType()).orElse("");
        if (response.isCommitted() || !type.startsWith("text/html")) {
            response.getOutputStream().write(body);
            return;
        }
        Document page = Jsoup.parse(new String(body, StandardCharsets.UTF_8));
        page.outputSettings().prettyPrint(false);
        Element decorator = page.selectFirst("meta[name=decorator]");
        Place place = decorator == null ? null : place(decorator.attr("content"), page);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(place == null ? body : framed(request, page, place).getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String decorator, Document page) {
        return switch (decorator) {
            case "admin", "atl.admin" -> Place.admin(
                    Optional.ofNullable(page.selectFirst("meta[name=admin.active.tab]")).map(meta -> meta.attr("content")).orElse(""));
            case "atl.general", "atl.userprofile", "atl.popup", "main" -> Place.general();
            default -> null;
        };
    }

    private String framed(HttpServletRequest request, Document page, Place place) {
        String title = page.title();
        page.select("title, meta[name=decorator], meta[charset]").remove();
        return frame.around(visits.of(request), place, title, page.body().html(), page.head().html());
    }
}
