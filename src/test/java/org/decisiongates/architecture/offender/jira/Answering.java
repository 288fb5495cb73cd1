package org.decisiongates.architecture.offender.jira;

import jakarta.ws.rs.Path;

@Path("nowhere")
final class Answering {
}
