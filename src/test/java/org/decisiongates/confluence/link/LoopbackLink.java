package org.decisiongates.confluence.link;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;

/** An application link that really calls, over the JDK's own client; it knows the few methods the app uses and refuses the others. */
public final class LoopbackLink {

    private final String name;
    private final URI address;
    private URI display;
    private URI authorisation;
    private boolean unauthorised;

    public LoopbackLink(String name, URI address) {
        this.name = name;
        this.address = address;
        this.display = address;
    }

    /** People know that Jira by another address than servers do. */
    public LoopbackLink displayedAs(URI url) {
        display = url;
        return this;
    }

    /** The link has a page on which readers let Confluence ask in their name. */
    LoopbackLink authorisedAt(URI page) {
        authorisation = page;
        return this;
    }

    /** The reader has not been there yet. */
    LoopbackLink unauthorised() {
        unauthorised = true;
        return this;
    }

    /** The application links of a Confluence that has these, the first being the primary one. */
    static ApplicationLinkService service(LoopbackLink... links) {
        // Other objects each time, as the real service may well hand out.
        return answering(ApplicationLinkService.class, (method, arguments) -> switch (method) {
            case "getPrimaryApplicationLink" -> links.length == 0 ? null : links[0].link();
            case "getApplicationLinks" -> java.util.Arrays.stream(links).map(LoopbackLink::link).toList();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private ApplicationLink link() {
        return answering(ApplicationLink.class, (method, arguments) -> switch (method) {
            case "getName" -> name;
            case "getId" -> new ApplicationId("id-of-" + name);
            case "getDisplayUrl" -> display;
            case "createAuthenticatedRequestFactory" -> requests();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private ApplicationLinkRequestFactory requests() {
        return answering(ApplicationLinkRequestFactory.class, (method, arguments) -> switch (method) {
            case "getAuthorisationURI" -> authorisation;
            case "createRequest" -> {
                if (unauthorised) {
                    throw new CredentialsRequiredException(requests(), "not yet");
                }
                yield request((String) arguments[1]);
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private ApplicationLinkRequest request(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        ApplicationLinkRequest[] self = new ApplicationLinkRequest[1];
        self[0] = answering(ApplicationLinkRequest.class, (method, arguments) -> {
            switch (method) {
                case "setConnectionTimeout" -> connection.setConnectTimeout((Integer) arguments[0]);
                case "setSoTimeout" -> connection.setReadTimeout((Integer) arguments[0]);
                case "setFollowRedirects" -> connection.setInstanceFollowRedirects((Boolean) arguments[0]);
                case "setHeader" -> connection.setRequestProperty((String) arguments[0], (String) arguments[1]);
                case "execute" -> {
                    return execute(connection, (ApplicationLinkResponseHandler<?>) arguments[0]);
                }
                default -> throw new UnsupportedOperationException(method);
            }
            return self[0];
        });
        return self[0];
    }

    private Object execute(HttpURLConnection connection, ApplicationLinkResponseHandler<?> handler) throws ResponseException {
        try {
            Response response = response(connection, connection.getResponseCode());
            boolean credentials = response.getStatusCode() == 401
                    && String.valueOf(response.getHeader("WWW-Authenticate")).startsWith("OAuth");
            return credentials ? handler.credentialsRequired(response) : handler.handle(response);
        } catch (IOException e) {
            throw new ResponseException(e);
        } finally {
            connection.disconnect();
        }
    }

    private static Response response(HttpURLConnection connection, int status) {
        return answering(Response.class, (method, arguments) -> switch (method) {
            case "getStatusCode" -> status;
            case "getHeader" -> connection.getHeaderField((String) arguments[0]);
            case "getResponseBodyAsStream" -> body(connection, status);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static InputStream body(HttpURLConnection connection, int status) throws IOException {
        return status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    }

    /** An instance of {@code type} whose every method answers with what {@code answers} says. */
    public static <T> T answering(Class<T> type, Answering answers) {
        Map<String, String> names = new HashMap<>(Map.of("toString", "a " + type.getSimpleName()));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method,
                arguments) -> names.containsKey(method.getName()) ? names.get(method.getName()) : answers.to(method.getName(), arguments)));
    }

    /** What a call comes to. */
    public interface Answering {

        Object to(String method, Object[] arguments) throws Throwable;
    }
}
