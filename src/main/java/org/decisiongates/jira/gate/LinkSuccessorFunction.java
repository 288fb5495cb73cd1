package org.decisiongates.jira.gate;

import java.util.Map;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.user.util.UserManager;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.WorkflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.link.SupersedingLinks;
import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * Links the issue of a transition with the Decision that its field <em>Superseded by</em> names, once; nothing where the field is empty,
 * which is for a gate to refuse. Workflows store this class by name (ADR-0006). It comes before the functions that write anything, so that
 * a link that cannot be made keeps the transition from being made.
 */
public final class LinkSuccessorFunction implements FunctionProvider {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSuccessorFunction.class);
    private static final Field SUPERSEDED_BY = new Field(OwnField.SUPERSEDED_BY.key());

    private final JiraFields fields;
    private final Successors successors;
    private final SupersedingLinks links;
    private final UserManager users;
    private final JiraTexts texts;

    public LinkSuccessorFunction(JiraFields fields, Successors successors, SupersedingLinks links, UserManager users, JiraTexts texts) {
        this.fields = fields;
        this.successors = successors;
        this.links = links;
        this.users = users;
        this.texts = texts;
    }

    @Override
    public void execute(Map transientVars, Map args, PropertySet ps) throws WorkflowException {
        Issue superseded = Transition.issue(transientVars);
        String actor = Transition.actor(transientVars);
        String typed = FieldValue.of(SUPERSEDED_BY, superseded, fields).text();
        if (typed.isBlank()) {
            return;
        }
        // what the gate has just allowed, unless the workflow has no such gate or the other issue has changed since
        boolean fits = superseded.getId() != null
                && successors.named(typed, superseded, actor).filter(other -> other.fault().isEmpty()).isPresent();
        if (!fits) {
            throw refusal(actor, "decision-gates.jira.gate.successor.unfit", typed);
        }
        Issue successor = successors.issue(typed, actor).orElseThrow();
        IssueLinkType type = links.type().orElseThrow();
        try {
            links.link(superseded, successor, type, actor.isEmpty() ? null : users.getUserByKey(actor));
        } catch (CreateException e) {
            LOG.error("{} could not be linked with {}, which supersedes it", superseded.getKey(), successor.getKey(), e);
            throw refusal(actor, "decision-gates.jira.gate.successor.not-linked", successor.getKey());
        }
    }

    private WorkflowException refusal(String actor, String key, String argument) {
        return new WorkflowException(texts.in(texts.localeOf(actor)).text(key, argument));
    }
}
