package org.decisiongates.jira.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.setup.InstallationUpgrade;
import org.decisiongates.text.Message;

/** What this version of the app would add to an earlier set-up, adding it, and taking that back. For administrators of Jira. */
@Path("/upgrade")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class InstallationUpgradeResource {

    private final Access access;
    private final ConfirmedAdminAccess confirmed;
    private final InstallationUpgrade upgrade;
    private final JiraTexts texts;
    private final Responses responses;

    @Inject
    public InstallationUpgradeResource(Access access, ConfirmedAdminAccess confirmed, InstallationUpgrade upgrade, JiraTexts texts,
            Responses responses) {
        this.access = access;
        this.confirmed = confirmed;
        this.upgrade = upgrade;
        this.texts = texts;
        this.responses = responses;
    }

    /** What it would add, what it leaves alone, and what it has added; asking changes nothing. */
    @GET
    @AdminOnly
    public Response plan(@Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            return responses.ok(new Plan(texts.texts(upgrade.additions()), texts.texts(upgrade.obstacles()),
                    texts.texts(upgrade.undoList())));
        });
    }

    /** Adds all of it; the body says nothing and may be empty. */
    @POST
    @AdminOnly
    public Response apply(@Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            confirmed.require(request, body);
            List<String> wanted = texts.texts(upgrade.additions());
            refuse(upgrade.apply());
            return responses.ok(new Done(wanted, texts.texts(upgrade.undoList())));
        });
    }

    /** Takes back what was added; the body says nothing and may be empty. */
    @POST
    @Path("/undo")
    @AdminOnly
    public Response takeBack(@Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            confirmed.require(request, body);
            List<String> known = texts.texts(upgrade.undoList());
            refuse(upgrade.takeBack());
            return responses.ok(new Done(known, texts.texts(upgrade.undoList())));
        });
    }

    /** What was done before stays done: another call goes on from there. */
    private static void refuse(List<Message> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Response.Status.CONFLICT.getStatusCode(), faults);
        }
    }

    /**
     * @param additions what it would add
     * @param obstacles why workflows that lack something are left alone
     * @param undo      what it has added and can take back
     */
    private record Plan(List<String> additions, List<String> obstacles, List<String> undo) {
    }

    /**
     * @param done what was added or taken back
     * @param undo what can be taken back now
     */
    private record Done(List<String> done, List<String> undo) {
    }
}
