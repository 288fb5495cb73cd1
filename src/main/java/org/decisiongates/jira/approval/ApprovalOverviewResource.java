package org.decisiongates.jira.approval;

import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverviewJson;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;

/**
 * The approvals of several issues at once, for pages elsewhere: who approved what, current or stale, and who is missing. Issues that the
 * caller may not see are told like those that do not exist.
 */
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ApprovalOverviewResource {

    private final ApprovalOverviewReader approvals;
    private final Responses responses;

    @Inject
    public ApprovalOverviewResource(ApprovalOverviewReader approvals, Responses responses) {
        this.approvals = approvals;
        this.responses = responses;
    }

    /** @param issues keys of issues, at most {@link ApprovalOverview#MAX_ISSUES} */
    @GET
    @LicensedOnly
    public Response overview(@QueryParam("issue") List<String> issues, @Context UriInfo address) {
        return responses.to(address, Set.of("issue"), () -> {
            List<String> keys = issues.stream().distinct().toList();
            if (keys.isEmpty() || keys.size() > ApprovalOverview.MAX_ISSUES) {
                throw new ProblemException(400, "decision-gates.approval.overview.how-many", ApprovalOverview.MAX_ISSUES, keys.size());
            }
            return responses.written(ApprovalOverviewJson.write(approvals.of(keys)));
        });
    }
}
