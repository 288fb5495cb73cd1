package org.decisiongates.sandbox.host.sal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.decisiongates.sandbox.host.Box;

/** Where to send somebody who has to log in first. */
public record SandboxLoginUri(Box box) {

    public URI getLoginUri(URI returnUri) {
        String path = returnUri.getRawPath() + (returnUri.getRawQuery() == null ? "" : "?" + returnUri.getRawQuery());
        return URI.create(box.baseUrl() + "/login?os_destination=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
}
