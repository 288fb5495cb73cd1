package org.decisiongates.jira.timeline;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowException;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.gate.StoredGates;

/** Which issue types of which projects go through a gate. Each edition of a workflow is looked through once. */
@JiraComponent
public class GatedTypes {

    private static final Logger LOG = LoggerFactory.getLogger(GatedTypes.class);
    private static final int MAX_EDITIONS = 1000;

    private final WorkflowManager workflows;
    private final Map<Edition, Boolean> gated = new ConcurrentHashMap<>();

    /** A workflow as somebody published it. */
    private record Edition(String workflow, long publishedAt) {
    }

    GatedTypes(WorkflowManager workflows) {
        this.workflows = workflows;
    }

    boolean contains(long projectId, String typeId) {
        try {
            JiraWorkflow workflow = workflows.getWorkflow(projectId, typeId);
            if (gated.size() >= MAX_EDITIONS) {
                gated.clear();
            }
            // Jira's own workflow was never published by anybody
            long publishedAt = Optional.ofNullable(workflow.getUpdatedDate()).map(Date::getTime).orElse(0L);
            return gated.computeIfAbsent(new Edition(workflow.getName(), publishedAt), edition -> isGated(workflow));
        } catch (WorkflowException e) {
            LOG.warn("the workflow of issue type {} in project {} cannot be looked at", typeId, projectId, e);
            return false;
        }
    }

    private static boolean isGated(JiraWorkflow workflow) {
        return workflow.getAllActions().stream().anyMatch(action -> StoredGates.of(action).findAny().isPresent());
    }
}
