package org.decisiongates.sandbox.confluence.link;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseConnectTimeoutException;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.net.ResponseHandler;
import com.atlassian.sal.api.net.ResponseReadTimeoutException;
import com.atlassian.sal.api.net.ResponseStatusException;
import com.atlassian.sal.api.net.ResponseTransportException;
import com.atlassian.sal.api.net.ReturningResponseHandler;

/** A call over a link, on the JDK's own HTTP client. The identity of whoever executes it goes to the linked server and nowhere else. */
final class SandboxLinkRequest implements ApplicationLinkRequest {

    private static final int MAX_WAIT = 10_000;
    private static final int MAX_REDIRECTS = 5;

    private final Request.MethodType method;
    private final URI server;
    private final Supplier<Map<String, String>> identity;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<String> parameters = new ArrayList<>();
    private String url;
    private String body;
    private String contentType = "application/x-www-form-urlencoded; charset=UTF-8";
    private int connectionTimeout = MAX_WAIT;
    private int soTimeout = MAX_WAIT;
    private boolean followRedirects = true;

    SandboxLinkRequest(Request.MethodType method, URI server, String url, Supplier<Map<String, String>> identity) {
        this.method = method;
        this.server = server;
        this.url = url;
        this.identity = identity;
    }

    @Override
    public ApplicationLinkRequest setConnectionTimeout(int milliseconds) {
        connectionTimeout = milliseconds;
        return this;
    }

    @Override
    public ApplicationLinkRequest setSoTimeout(int milliseconds) {
        soTimeout = milliseconds;
        return this;
    }

    @Override
    public ApplicationLinkRequest setUrl(String url) {
        this.url = url;
        return this;
    }

    @Override
    public ApplicationLinkRequest setRequestBody(String body) {
        this.body = body;
        return this;
    }

    @Override
    public ApplicationLinkRequest setRequestBody(String body, String contentType) {
        this.contentType = contentType;
        return setRequestBody(body);
    }

    @Override
    public ApplicationLinkRequest setFollowRedirects(boolean follow) {
        followRedirects = follow;
        return this;
    }

    @Override
    public ApplicationLinkRequest addRequestParameters(String... nameValuePairs) {
        if (nameValuePairs.length % 2 != 0) {
            throw new IllegalArgumentException("You must enter an even number of arguments.");
        }
        for (int i = 0; i < nameValuePairs.length; i += 2) {
            parameters.add(URLEncoder.encode(nameValuePairs[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(nameValuePairs[i + 1], StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public ApplicationLinkRequest addHeader(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    @Override
    public ApplicationLinkRequest setHeader(String name, String value) {
        headers.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public void execute(ResponseHandler<? super Response> handler) throws ResponseException {
        executeAndReturn(response -> {
            handler.handle(response);
            return null;
        });
    }

    @Override
    public String execute() throws ResponseException {
        return executeAndReturn(response -> {
            if (!response.isSuccessful()) {
                throw new ResponseStatusException("Unexpected response received. Status code: " + response.getStatusCode(), response);
            }
            return response.getResponseBodyAsString();
        });
    }

    @Override
    public <R> R execute(ApplicationLinkResponseHandler<R> handler) throws ResponseException {
        return executeAndReturn(response -> {
            String challenge = response.getHeader("WWW-Authenticate");
            boolean refused = response.getStatusCode() == HttpURLConnection.HTTP_UNAUTHORIZED && challenge != null
                    && challenge.toLowerCase(Locale.ROOT).startsWith("oauth");
            return refused ? handler.credentialsRequired(response) : handler.handle(response);
        });
    }

    @Override
    public <R> R executeAndReturn(ReturningResponseHandler<? super Response, R> handler) throws ResponseException {
        HttpURLConnection connection = null;
        try {
            URI target = target();
            connection = open(target);
            for (int hops = 0; followRedirects && hops < MAX_REDIRECTS && isRedirect(connection); hops++) {
                target = target.resolve(connection.getHeaderField("Location"));
                connection.disconnect();
                connection = open(target);
            }
            return handler.handle(new SandboxLinkResponse(connection));
        } catch (SocketTimeoutException e) {
            throw timeout(e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ResponseTransportException(e.getMessage(), e);
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private HttpURLConnection open(URI target) throws IOException {
        // Links lead to the loopback: a proxy configured for the build must not see them.
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(connectionTimeout);
        connection.setReadTimeout(soTimeout);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(method.name());
        connection.setRequestProperty("Connection", "close");
        headers.forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        if (isServer(target)) {
            identity.get().forEach(connection::setRequestProperty);
        }
        send(connection);
        connection.getResponseCode();
        return connection;
    }

    private void send(HttpURLConnection connection) throws IOException {
        String content = body != null ? body : hasForm() ? String.join("&", parameters) : null;
        if (content == null) {
            return;
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", contentType);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
    }

    private URI target() {
        String address = url.matches("(?i)https?://.*") ? url
                : server.toString().replaceAll("/+$", "") + "/" + url.replaceAll("^/+", "");
        if (parameters.isEmpty() || hasForm()) {
            return URI.create(address);
        }
        return URI.create(address + (address.contains("?") ? "&" : "?") + String.join("&", parameters));
    }

    private boolean hasForm() {
        return !parameters.isEmpty() && (method == Request.MethodType.POST || method == Request.MethodType.PUT);
    }

    private boolean isServer(URI target) {
        return server.getScheme().equalsIgnoreCase(target.getScheme()) && server.getAuthority().equalsIgnoreCase(target.getAuthority());
    }

    private static boolean isRedirect(HttpURLConnection connection) throws IOException {
        return connection.getResponseCode() / 100 == 3 && connection.getHeaderField("Location") != null
                && connection.getRequestMethod().equals("GET");
    }

    private static ResponseException timeout(SocketTimeoutException e) {
        boolean connecting = e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("connect");
        return connecting ? new ResponseConnectTimeoutException(e.getMessage(), e) : new ResponseReadTimeoutException(e.getMessage(), e);
    }
}
