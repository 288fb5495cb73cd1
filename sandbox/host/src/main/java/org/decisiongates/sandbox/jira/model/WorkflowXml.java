package org.decisiongates.sandbox.jira.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.opensymphony.workflow.InvalidWorkflowDescriptorException;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.DTDEntityResolver;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import com.opensymphony.workflow.loader.WorkflowLoader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Workflow XML and what it describes, read and written by OSWorkflow itself. */
public final class WorkflowXml {

    /** Links a step to a status. */
    public static final String STATUS = "jira.status.id";
    /** Links a transition to a screen. */
    public static final String SCREEN = "jira.fieldscreen.id";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE workflow PUBLIC"
            + " \"-//OpenSymphony Group//DTD OSWorkflow 2.8//EN\" \"http://www.opensymphony.com/osworkflow/workflow_2_8.dtd\">\n";
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\s+workflow\\s+PUBLIC\\s+(\"[^\"]*\"|'[^']*')\\s+"
            + "[\"'](?:[^\"'\\s]*/)?workflow_2_[1-8]\\.dtd[\"']\\s*>");

    private static final int MAX_SOUND = 64;
    /**
     * Trees of texts that OSWorkflow's loader found sound, newest use last. A text stays sound, and the loader looks each time: it writes
     * what it has read and parses that again.
     */
    private static final Map<String, Element> SOUND = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Element> eldest) {
            return size() > MAX_SOUND;
        }
    });

    private WorkflowXml() {
    }

    /** What the XML describes; {@link Refused} with the reason when it is not a workflow. */
    public static WorkflowDescriptor read(String xml) {
        if (xml == null || xml.isBlank()) {
            throw new Refused("The workflow XML is empty.");
        }
        // the parser would follow any other document type to wherever it points
        Matcher doctype = DOCTYPE.matcher(xml);
        if (!doctype.find() || xml.indexOf("<!DOCTYPE", doctype.end()) >= 0 || xml.contains("<!ENTITY")) {
            throw new Refused(
                    "The workflow XML must start with the document type of OSWorkflow (workflow_2_8.dtd) and declare nothing else.");
        }
        try {
            Element sound = SOUND.get(xml);
            if (sound == null) {
                WorkflowDescriptor descriptor = WorkflowLoader.load(bytes(xml));
                SOUND.put(xml, tree(xml));
                return descriptor;
            }
            // a tree is not made for two who read it at once
            synchronized (sound) {
                return new WorkflowDescriptor(sound);
            }
        } catch (SAXException | InvalidWorkflowDescriptorException | IOException e) {
            throw new Refused("The workflow XML cannot be read: " + reason(e), e);
        } catch (RuntimeException e) {
            throw new Refused("The workflow XML is not a workflow: " + reason(e), e);
        }
    }

    /** What the loader makes a descriptor of. */
    private static Element tree(String xml) throws SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setValidating(true);
        try {
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setEntityResolver(new DTDEntityResolver());
            // the loader has complained of what there is to complain of
            parser.setErrorHandler(new WorkflowLoader.AllExceptionsErrorHandler());
            return (Element) parser.parse(bytes(xml)).getElementsByTagName("workflow").item(0);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The XML of a descriptor. */
    public static String write(WorkflowDescriptor descriptor) {
        StringWriter text = new StringWriter();
        PrintWriter printer = new PrintWriter(text);
        descriptor.writeXML(printer, 0);
        printer.flush();
        String xml = text.toString();
        int start = xml.indexOf("<workflow");
        return HEAD + (start > 0 ? xml.substring(start) : xml);
    }

    /** What stands against using this workflow, one sentence each. */
    static List<String> problems(WorkflowDescriptor workflow, Statuses statuses, Screens screens) {
        List<String> problems = new ArrayList<>();
        Set<Integer> steps = new HashSet<>();
        for (StepDescriptor step : steps(workflow)) {
            steps.add(step.getId());
            String status = status(step);
            if (status == null || statuses.byId(status).isEmpty()) {
                problems.add("Step '" + step.getName() + "' is linked to no status that exists (" + STATUS + " is '" + status + "').");
            }
        }
        if (initialActions(workflow).isEmpty()) {
            problems.add("There is no initial transition, so no issue could be created.");
        }
        for (ActionDescriptor action : actions(workflow)) {
            ResultDescriptor result = action.getUnconditionalResult();
            if (result == null || result.getStep() != -1 && result.getSplit() == 0 && result.getJoin() == 0
                    && !steps.contains(result.getStep())) {
                problems.add("Transition '" + action.getName() + "' leads to a step that does not exist.");
            }
            screenId(action).filter(id -> screens.byId(id).isEmpty())
                    .ifPresent(id -> problems.add("Transition '" + action.getName() + "' shows screen " + id + ", which does not exist."));
        }
        return problems;
    }

    /** The screen of a transition by Jira's rule: a view name, and the id in a meta attribute. */
    public static Optional<Long> screenId(ActionDescriptor action) {
        String view = action.getView();
        if (view == null || view.isBlank()) {
            return Optional.empty();
        }
        return switch (view) {
            case "commentassign" -> Optional.of(2L);
            case "resolveissue" -> Optional.of(3L);
            default -> IssueTypes.number(String.valueOf(action.getMetaAttributes().get(SCREEN)).trim());
        };
    }

    public static String status(StepDescriptor step) {
        Object id = step.getMetaAttributes().get(STATUS);
        return id == null ? null : id.toString().trim();
    }

    /** The step that an issue in this status is in. */
    static Optional<StepDescriptor> stepOf(WorkflowDescriptor workflow, String statusId) {
        return steps(workflow).stream().filter(step -> statusId.equals(status(step))).findFirst();
    }

    @SuppressWarnings("unchecked")
    public static List<StepDescriptor> steps(WorkflowDescriptor workflow) {
        return workflow.getSteps();
    }

    @SuppressWarnings("unchecked")
    public static List<ActionDescriptor> initialActions(WorkflowDescriptor workflow) {
        return workflow.getInitialActions();
    }

    @SuppressWarnings("unchecked")
    public static List<ActionDescriptor> globalActions(WorkflowDescriptor workflow) {
        return workflow.getGlobalActions();
    }

    @SuppressWarnings("unchecked")
    public static List<ActionDescriptor> actionsOf(StepDescriptor step) {
        return step.getActions();
    }

    @SuppressWarnings("unchecked")
    public static Map<Integer, ActionDescriptor> commonActions(WorkflowDescriptor workflow) {
        return workflow.getCommonActions();
    }

    /** Every transition once: initial, global, then by step. */
    public static List<ActionDescriptor> actions(WorkflowDescriptor workflow) {
        List<ActionDescriptor> all = new ArrayList<>(initialActions(workflow));
        all.addAll(globalActions(workflow));
        for (StepDescriptor step : steps(workflow)) {
            for (ActionDescriptor action : actionsOf(step)) {
                if (all.stream().noneMatch(other -> other.getId() == action.getId())) {
                    all.add(action);
                }
            }
        }
        return all;
    }

    /** A transition of any kind; the descriptor's own look-up leaves out initial ones. */
    public static Optional<ActionDescriptor> action(WorkflowDescriptor workflow, int id) {
        return actions(workflow).stream().filter(action -> action.getId() == id).findFirst();
    }

    private static String reason(Throwable e) {
        Throwable cause = e instanceof InvalidWorkflowDescriptorException invalid && invalid.getRootCause() != null ? invalid.getRootCause()
                : e;
        String text = cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }
}
