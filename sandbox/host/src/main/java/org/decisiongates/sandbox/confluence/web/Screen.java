package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;

/** Answers one kind of request with a page or a redirect. */
@FunctionalInterface
interface Screen {

    void answer(Exchange exchange) throws IOException;
}
