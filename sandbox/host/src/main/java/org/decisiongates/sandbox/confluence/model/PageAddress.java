package org.decisiongates.sandbox.confluence.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a page is found below the context path: by title where the title is safe in a path, else by id, as in the product. */
public final class PageAddress {

    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._~()!'-]*");

    private PageAddress() {
    }

    public static String of(Page page) {
        return of(page.spaceKey(), page.title(), page.id());
    }

    public static String of(String spaceKey, String title, long id) {
        return SAFE.matcher(title).matches() ? ofSpace(spaceKey) + "/" + URLEncoder.encode(title, StandardCharsets.UTF_8)
                : "/pages/viewpage.action?pageId=" + id;
    }

    public static String ofSpace(String spaceKey) {
        return "/display/" + URLEncoder.encode(spaceKey, StandardCharsets.UTF_8);
    }
}
