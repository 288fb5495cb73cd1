package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.util.Map;

/** Asks for name and password; the core takes the answer. */
final class LoginScreen implements Screen {

    @Override
    public void answer(Exchange exchange) throws IOException {
        String destination = exchange.text("os_destination");
        exchange.show("Log In", "login", Map.of("returnTo", Exchange.isLocal(destination) ? destination : "/",
                "name", exchange.text("os_username"), "failed", exchange.note("os_authstatus").equals("failed")));
    }
}
