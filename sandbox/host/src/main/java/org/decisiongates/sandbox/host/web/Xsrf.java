package org.decisiongates.sandbox.host.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The token that tells a form of ours from somebody else's: a cookie, repeated as a form parameter. */
public final class Xsrf {

    public static final String COOKIE = "atlassian.xsrf.token";
    public static final String PARAMETER = "atl_token";
    public static final String HEADER = "X-Atlassian-Token";

    private static final List<String> FORM_TYPES = List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Xsrf() {
    }

    /** The token to put into forms of this request's page; empty before the core's filters have seen the request. */
    public static String token(HttpServletRequest request) {
        Object fresh = request.getAttribute(COOKIE);
        return fresh != null ? fresh.toString() : cookie(request).orElse("");
    }

    static void ensure(HttpServletRequest request, HttpServletResponse response) {
        if (cookie(request).isEmpty()) {
            byte[] random = new byte[16];
            RANDOM.nextBytes(random);
            String token = HexFormat.of().formatHex(random);
            Cookie cookie = new Cookie(COOKIE, token);
            cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
            response.addCookie(cookie);
            request.setAttribute(COOKIE, token);
        }
    }

    /** Whether the request carries the token, or the header no foreign form can send. */
    public static boolean passes(HttpServletRequest request) {
        return saysNoCheck(request) || carriesToken(request);
    }

    public static boolean carriesToken(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getParameter(PARAMETER)).orElse("");
        return cookie(request)
                .filter(token -> MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    public static boolean saysNoCheck(HttpServletRequest request) {
        return List.of("no-check", "nocheck").contains(String.valueOf(request.getHeader(HEADER)).toLowerCase(Locale.ROOT));
    }

    /** A request that a foreign page could make a browser send and that could change something. */
    static boolean forgeable(HttpServletRequest request) {
        return changing(request) && (foreign(request) || formLike(request));
    }

    /** Whether the method is one that may change something. */
    public static boolean changing(HttpServletRequest request) {
        return !List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.getMethod());
    }

    /** What a plain form could send, or a request of which nothing says what it sends. */
    public static boolean formLike(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return request.getMethod().equals("POST");
        }
        String bare = type.split(";")[0].trim().toLowerCase(Locale.ROOT);
        return FORM_TYPES.contains(bare);
    }

    private static boolean foreign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority()).equals(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(one -> one.getName().equals(COOKIE)).map(Cookie::getValue).filter(value -> !value.isEmpty())
                        .findFirst();
    }
}
