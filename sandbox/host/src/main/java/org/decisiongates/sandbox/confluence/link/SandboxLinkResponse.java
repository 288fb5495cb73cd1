package org.decisiongates.sandbox.confluence.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.net.ResponseReadTimeoutException;
import com.atlassian.sal.api.net.ResponseTransportException;

import org.decisiongates.sandbox.host.NotInSandbox;

/** An answer over a link; its body is read from the wire as the reader of it goes. */
final class SandboxLinkResponse implements Response {

    private final HttpURLConnection connection;

    SandboxLinkResponse(HttpURLConnection connection) {
        this.connection = connection;
    }

    @Override
    public int getStatusCode() {
        try {
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new IllegalStateException("The status line was read before", e);
        }
    }

    @Override
    public String getResponseBodyAsString() throws ResponseException {
        try (InputStream body = getResponseBodyAsStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new ResponseReadTimeoutException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ResponseTransportException(e.getMessage(), e);
        }
    }

    @Override
    public InputStream getResponseBodyAsStream() throws ResponseException {
        try {
            InputStream body = getStatusCode() >= HttpURLConnection.HTTP_BAD_REQUEST ? connection.getErrorStream()
                    : connection.getInputStream();
            return body == null ? InputStream.nullInputStream() : body;
        } catch (IOException e) {
            throw new ResponseTransportException(e.getMessage(), e);
        }
    }

    @Override
    public <T> T getEntity(Class<T> type) {
        throw new NotInSandbox(Response.class, "getEntity");
    }

    @Override
    public String getStatusText() {
        try {
            return connection.getResponseMessage();
        } catch (IOException e) {
            throw new IllegalStateException("The status line was read before", e);
        }
    }

    @Override
    public boolean isSuccessful() {
        return getStatusCode() / 100 == 2;
    }

    @Override
    public String getHeader(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public Map<String, String> getHeaders() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                headers.put(name, String.join(", ", values));
            }
        });
        return headers;
    }
}
