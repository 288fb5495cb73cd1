package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.decisiongates.sandbox.host.web.KeptResponse;

/** Puts the site's frame around an app's page that asks for it with {@code <meta name="decorator" content="atl.general">} */
public final class AppPages extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Site site;

    public AppPages(Site site) {
        this.site = site;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange = new Exchange(site, request, response);
        KeptResponse kept = new KeptResponse(response);
        chain.doFilter(request, kept);
        byte[] body = kept.body();
        Document page = Jsoup.parse(new String(body, StandardCharsets.UTF_8));
        boolean framed = Optional.ofNullable(response.getContentType()).orElse("").startsWith("text/html")
                && page.selectFirst("meta[name=decorator][content=atl.general]") != null;
        if (response.isCommitted() || !framed) {
            response.getOutputStream().write(body);
            return;
        }
        page.outputSettings().prettyPrint(false);
        exchange.show(page.title(), "app", Map.of("bodyHtml", page.body().html()));
    }
}
