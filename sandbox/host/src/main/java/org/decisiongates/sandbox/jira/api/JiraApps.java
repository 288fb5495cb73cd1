package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.crowd.event.user.UserEditedEvent;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.commit.OnCommitEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.commit.OnCommitIssueEventBundle;
import com.atlassian.jira.event.issue.link.IssueLinkCreatedEvent;
import com.atlassian.jira.event.issue.link.IssueLinkDeletedEvent;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFactory;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import org.ofbiz.core.entity.GenericValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.jira.model.Apps;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.Happening;
import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.RuleModule;
import org.decisiongates.sandbox.jira.model.UserRow;

/** The apps of a box, as Jira's model asks for them. */
public final class JiraApps implements Apps {

    private static final Logger LOG = LoggerFactory.getLogger(JiraApps.class);
    private static final Map<String, String> CLASS_ELEMENTS = Map.of("workflow-validator", "validator-class", "workflow-condition",
            "condition-class", "workflow-function", "function-class");
    private static final Set<String> RULES = CLASS_ELEMENTS.keySet();

    private final Box box;
    private final JiraObjects objects;

    public JiraApps(Box box, JiraObjects objects) {
        this.box = box;
        this.objects = objects;
    }

    @Override
    public Object workflowPart(String moduleKey, String className) {
        Module module = rule(moduleKey).orElseThrow(() -> new Refused("The workflow uses a rule of module '" + moduleKey
                + "', which no enabled app brings. Enable the app again, or take the rule out of the workflow."));
        if (!className.equals(ruleClass(module))) {
            LOG.error("A workflow names the class '{}', which module '{}' does not bring", className, moduleKey);
            throw new Refused("The workflow names a rule that module '" + moduleKey
                    + "' does not bring. An administrator has to repair the workflow.");
        }
        return module.create(Object.class, className);
    }

    @Override
    public Object issue(IssueDraft draft) {
        return objects.issue(draft);
    }

    private IssueEvent event(Happening happening, long type) {
        Map<String, Object> params = new HashMap<>();
        params.put("eventsource", happening.workflow() ? "workflow" : "action");
        params.put("baseurl", box.baseUrl());
        return new IssueEvent(objects.issue(happening.issue()), params, objects.user(happening.userKey()), type,
                happening.comment().map(row -> new SandboxComment(row, objects)).orElse(null),
                happening.change().map(JiraApps::group).orElse(null),
                Date.from(objects.jira().clock().instant()));
    }

    @Override
    public void happened(Happening happening) {
        ApplicationUser user = objects.user(happening.userKey());
        box.events().publish(event(happening, happening.eventTypeId()));
        if (happening.change().isPresent() || happening.comment().isPresent()) {
            box.events().publish(new SandboxIssueChange(objects.issue(happening.issue()), user, happening.change().map(SandboxChange::items)
                    .orElse(List.of()), happening.comment().map(row -> new SandboxComment(row, objects)),
                    happening.change().map(row -> Date.from(row.at())).orElseGet(() -> Date.from(happening.issue().updated()))));
        }
    }

    /** Every event in the form that wraps it, and of one change all that it stands for, what says least about it first. */
    @Override
    public void committed(Happening happening) {
        List<OnCommitEvent<?>> events = new ArrayList<>();
        if (happening.comment().isPresent() && happening.eventTypeId() != Happening.COMMENTED) {
            events.add(wrapped(event(happening, Happening.COMMENTED)));
        }
        if (happening.eventTypeId() != Happening.ASSIGNED && happening.change().filter(JiraApps::assigns).isPresent()) {
            events.add(wrapped(event(happening, Happening.ASSIGNED)));
        }
        events.add(wrapped(event(happening, happening.eventTypeId())));
        OnCommitIssueEventBundle bundle = () -> events;
        box.options().faults().onTheirThread(() -> box.events().publish(bundle));
    }

    @Override
    public void linked(LinkRow link, boolean added) {
        SandboxLink sandboxLink = new SandboxLink(link, objects);
        Instant now = objects.jira().clock().instant();
        box.events().publish(added ? new IssueLinkCreatedEvent(sandboxLink, now) : new IssueLinkDeletedEvent(sandboxLink, now));
    }

    @Override
    public void edited(UserRow before, UserRow after) {
        box.events().publish(new UserEditedEvent(new SandboxCrowdUser(after), new SandboxCrowdUser(before)));
    }

    @Override
    public void deleted(ProjectRow project, String userKey) {
        box.events().publish(new ProjectDeletedEvent(objects.user(userKey), objects.project(project)));
    }

    private static OnCommitEvent<?> wrapped(IssueEvent event) {
        DelegatingJiraIssueEvent delegating = () -> event;
        return () -> delegating;
    }

    private static boolean assigns(ChangeRow change) {
        return change.items().stream().anyMatch(item -> item.field().equals("assignee"));
    }

    @Override
    public boolean toldBeforeCommit() {
        return box.options().faults().tellsBeforeCommit();
    }

    @Override
    public boolean interleaved() {
        return box.options().faults().interleaves();
    }

    @Override
    public void afterReading() {
        box.options().faults().at(Faults.Step.READ);
    }

    @Override
    public void afterExamining() {
        box.options().faults().at(Faults.Step.EXAMINED);
    }

    /** The row that heads the items of a change, as the event carries it. */
    private static GenericValue group(ChangeRow change) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", change.id());
        columns.put("issue", change.issueId());
        columns.put("author", change.authorKey());
        columns.put("created", Timestamp.from(change.at()));
        return new GenericValue("ChangeGroup", columns);
    }

    @Override
    public List<RuleModule> ruleModules(String element) {
        return box.modules().ofType(element).stream().map(module -> new RuleModule(module.completeKey(), text(module, "name"),
                description(module))).toList();
    }

    @Override
    public String ruleClass(String moduleKey) {
        return ruleClass(required(moduleKey));
    }

    @Override
    public String ruleHtml(String moduleKey, String resource, AbstractDescriptor rule) {
        Module module = required(moduleKey);
        Map<String, ?> params = factory(module).getVelocityParams(resource, rule);
        return box.templates().renderPlugin(module, template(module, resource), new HashMap<>(params));
    }

    @Override
    public Map<String, String> ruleArguments(String moduleKey, Map<String, String[]> form) {
        Module module = required(moduleKey);
        Map<String, String> arguments = new LinkedHashMap<>();
        try {
            Map<String, Object> submitted = new LinkedHashMap<>(form);
            factory(module).getDescriptorParams(submitted).forEach((name, value) -> {
                if (value != null) {
                    arguments.put(name, value.toString());
                }
            });
            return arguments;
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage() == null ? "The app does not accept the form." : e.getMessage(), e);
        }
    }

    @Override
    public Optional<List<String>> jqlFunction(String userKey, String field, String operator, String name, List<String> arguments)
            throws JqlProblem {
        for (Module module : box.modules().ofType("jql-function")) {
            if (name.equalsIgnoreCase(childText(module.xml(), "fname"))) {
                JqlFunction function = module.create(JqlFunction.class, module.xml().getAttribute("class"));
                return Optional.of(new AppFunction(function, module.xml()).values(objects.user(userKey), field, name, arguments));
            }
        }
        return Optional.empty();
    }

    private WorkflowPluginFactory factory(Module module) {
        return module.create(WorkflowPluginFactory.class, module.xml().getAttribute("class"));
    }

    private Module required(String moduleKey) {
        return rule(moduleKey).orElseThrow(() -> new Refused("No enabled app brings the module '" + moduleKey + "'."));
    }

    /** By complete key, with the colon or, as workflows store it, without. */
    private Optional<Module> rule(String moduleKey) {
        List<Module> rules = new ArrayList<>();
        RULES.forEach(element -> rules.addAll(box.modules().ofType(element)));
        return rules.stream().filter(module -> module.completeKey().equals(moduleKey)
                || (module.pluginKey() + module.key()).equals(moduleKey)).findFirst();
    }

    private static String ruleClass(Module module) {
        return childText(module.xml(), CLASS_ELEMENTS.get(module.xml().getTagName()));
    }

    private static String template(Module module, String resource) {
        NodeList resources = module.xml().getElementsByTagName("resource");
        for (int i = 0; i < resources.getLength(); i++) {
            Element element = (Element) resources.item(i);
            if (resource.equals(element.getAttribute("name")) && "velocity".equals(element.getAttribute("type"))) {
                return element.getAttribute("location");
            }
        }
        throw new Refused("Module '" + module.completeKey() + "' has no template '" + resource + "'.");
    }

    private String text(Module module, String attribute) {
        String key = module.xml().getAttribute("i18n-" + attribute + "-key");
        String plain = module.xml().getAttribute(attribute);
        return !key.isEmpty() && box.texts().knows(key) ? box.texts().text(key) : plain.isEmpty() ? module.key() : plain;
    }

    private String description(Module module) {
        NodeList descriptions = module.xml().getElementsByTagName("description");
        if (descriptions.getLength() == 0) {
            return "";
        }
        Element element = (Element) descriptions.item(0);
        String key = element.getAttribute("key");
        return !key.isEmpty() && box.texts().knows(key) ? box.texts().text(key) : element.getTextContent().trim();
    }

    private static String childText(Element element, String name) {
        NodeList children = element.getElementsByTagName(name);
        return children.getLength() == 0 ? "" : children.item(0).getTextContent().trim();
    }
}
