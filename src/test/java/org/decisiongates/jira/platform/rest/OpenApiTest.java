package org.decisiongates.jira.platform.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.junit.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.decisiongates.confluence.link.SampleSummaries;
import org.decisiongates.fixture.Tree;
import org.decisiongates.jira.admin.InstallationUpgradeResource;
import org.decisiongates.jira.admin.ProjectsResource;
import org.decisiongates.jira.admin.SetupPlanResource;
import org.decisiongates.jira.approval.ApprovalOverviewResource;
import org.decisiongates.jira.approval.ApprovalsResource;
import org.decisiongates.jira.approval.DelegationsResource;
import org.decisiongates.jira.audit.AuditResource;
import org.decisiongates.jira.audit.ErasuresResource;
import org.decisiongates.jira.audit.GateFilterParser;
import org.decisiongates.jira.audit.VerificationResource;
import org.decisiongates.jira.creation.IssueCreationResource;
import org.decisiongates.jira.debt.DebtResource;
import org.decisiongates.jira.gate.RulesResource;
import org.decisiongates.jira.health.HealthResource;
import org.decisiongates.jira.impact.ImpactLinesResource;
import org.decisiongates.jira.insight.InsightResource;
import org.decisiongates.jira.owner.OwnerActionHoursResource;
import org.decisiongates.jira.owner.OwnerResource;
import org.decisiongates.jira.phase.PhaseMapResource;
import org.decisiongates.jira.policy.DryRunResource;
import org.decisiongates.jira.policy.PoliciesResource;
import org.decisiongates.jira.policy.ReplayResource;
import org.decisiongates.jira.readiness.IssueReadinessResource;
import org.decisiongates.jira.readiness.ReadinessResource;
import org.decisiongates.jira.readiness.TransitionScreenResource;
import org.decisiongates.jira.record.RecordExportResource;
import org.decisiongates.jira.record.RecordsResource;
import org.decisiongates.jira.review.ThreadsResource;
import org.decisiongates.jira.sample.SamplesResource;
import org.decisiongates.jira.setup.SelfCheckResource;
import org.decisiongates.jira.summary.SummaryResource;
import org.decisiongates.jira.takeout.ImportsResource;
import org.decisiongates.jira.takeout.TakeOutResource;
import org.decisiongates.jira.task.TasksResource;
import org.decisiongates.jira.timeline.JournalResource;
import org.decisiongates.jira.trail.TrailResource;
import org.decisiongates.jira.waiver.WaiversResource;
import org.decisiongates.summary.SummaryJson;

/** What docs/guide/openapi.yaml says is what the resources take and give. */
public class OpenApiTest {

    private static final List<Class<?>> RESOURCES = List.of(SummaryResource.class, JournalResource.class, ProjectsResource.class,
            SelfCheckResource.class, ImpactLinesResource.class, VerificationResource.class, ErasuresResource.class,
            IssueReadinessResource.class, ReadinessResource.class, RecordsResource.class, RecordExportResource.class, WaiversResource.class,
            ThreadsResource.class, ApprovalsResource.class, ApprovalOverviewResource.class, DelegationsResource.class, TrailResource.class,
            RulesResource.class, DebtResource.class, AuditResource.class, InsightResource.class,
            PoliciesResource.class, TasksResource.class, DryRunResource.class, ReplayResource.class,
            SetupPlanResource.class, InstallationUpgradeResource.class, PhaseMapResource.class, OwnerResource.class,
            OwnerActionHoursResource.class, TakeOutResource.class,
            HealthResource.class,
            SamplesResource.class, IssueCreationResource.class, ImportsResource.class, TransitionScreenResource.class);
    /** These read their filter from the address. */
    private static final Set<Class<?>> FILTERED = Set.of(AuditResource.class, InsightResource.class);
    private static final List<Class<? extends Annotation>> VERBS = List.of(GET.class, POST.class, PUT.class, DELETE.class);
    private static final Map<String, Object> FILE = yaml(Tree.text(Tree.ROOT.resolve("docs/guide/openapi.yaml")));

    @Test
    public void namesEveryCallAndEveryParameter() {
        Set<String> calls = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method call : resource.getDeclaredMethods()) {
                VERBS.stream().filter(call::isAnnotationPresent)
                        .forEach(verb -> calls.add(verb.getSimpleName() + " " + path(resource, call) + " " + parameters(call)));
            }
        }
        Set<String> documented = new TreeSet<>();
        object(FILE, "paths").forEach((path, verbs) -> members(verbs)
                .forEach((verb, call) -> documented.add(verb.toUpperCase(Locale.ROOT) + " " + path + " " + documented(members(call)))));
        assertEquals(calls, documented);
        assertEquals("a resource that this test does not know",
                Tree.files(Tree.ROOT.resolve("src/main/java/org/decisiongates/jira"), "Resource.java").size(), RESOURCES.size());
    }

    @Test
    public void describesEveryMemberOfASummary() {
        for (var summary : List.of(SampleSummaries.typical(), SampleSummaries.empty())) {
            check("summary", yaml(SummaryJson.write(summary)), schema("Summary"));
        }
    }

    @Test
    public void noticesAMemberThatItDoesNotDescribe() {
        Map<String, Object> ask = Map.of("kind", "name-an-owner", "key", "SHOP-1", "summary", "One page", "colour", "red");
        org.junit.Assert.assertThrows(AssertionError.class, () -> check("ask", ask, schema("Ask")));
        org.junit.Assert.assertThrows(AssertionError.class, () -> check("ask", Map.of("kind", "name-an-owner"), schema("Ask")));
        org.junit.Assert.assertThrows(AssertionError.class,
                () -> check("ask", Map.of("kind", 1, "key", "SHOP-1", "summary", ""), schema("Ask")));
    }

    private static String path(Class<?> resource, Method call) {
        return resource.getAnnotation(Path.class).value()
                + (call.isAnnotationPresent(Path.class) ? call.getAnnotation(Path.class).value() : "");
    }

    private static Set<String> parameters(Method call) {
        Set<String> names = new TreeSet<>();
        if (FILTERED.contains(call.getDeclaringClass())) {
            GateFilterParser.parametersAnd().forEach(name -> names.add("query " + name));
        }
        for (Parameter parameter : call.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add("query " + parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(PathParam.class)) {
                names.add("path " + parameter.getAnnotation(PathParam.class).value());
            } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
                names.add("header " + parameter.getAnnotation(HeaderParam.class).value());
            } else if (parameter.getType().equals(HttpServletRequest.class)) {
                // the request is at hand where a call changes something, and where it answers only what the caller does not have
                names.add(call.isAnnotationPresent(GET.class) ? "header If-None-Match" : "header X-Atlassian-Token");
            } else if (parameter.getType().equals(InputStream.class)) {
                names.add("header Content-Type");
            }
        }
        return names;
    }

    private static Set<String> documented(Map<String, Object> call) {
        Set<String> names = new TreeSet<>();
        list(call.getOrDefault("parameters", List.of())).forEach(one -> names.add(members(one).get("in") + " " + members(one).get("name")));
        return names;
    }

    private static void check(String place, Object value, Map<String, Object> schema) {
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> checkMembers(place, members(value), schema);
            case "array" -> {
                Map<String, Object> items = resolved(members(schema.get("items")));
                list(value).forEach(one -> check(place + "[]", one, items));
            }
            case "string" -> assertTrue(place + ": " + value, (value instanceof String || value instanceof java.util.Date)
                    && (!schema.containsKey("enum") || list(schema.get("enum")).contains(value)));
            case "integer" -> assertTrue(place + ": " + value, value instanceof Integer || value instanceof Long);
            case "number" -> assertTrue(place + ": " + value, value instanceof Number);
            case "boolean" -> assertTrue(place + ": " + value, value instanceof Boolean);
            default -> throw new AssertionError(place + " has no type");
        }
    }

    private static void checkMembers(String place, Map<String, Object> value, Map<String, Object> schema) {
        Map<String, Object> properties = schema.containsKey("properties") ? object(schema, "properties") : Map.of();
        list(schema.getOrDefault("required", List.of())).forEach(name -> assertTrue(place + " lacks " + name, value.containsKey(name)));
        value.forEach((name, member) -> {
            Object described = properties.getOrDefault(name, schema.get("additionalProperties"));
            assertTrue(place + "." + name + " is not described", described != null);
            check(place + "." + name, member, resolved(members(described)));
        });
    }

    private static Map<String, Object> resolved(Map<String, Object> schema) {
        Object reference = schema.get("$ref");
        return reference == null ? schema : schema(reference.toString().substring(reference.toString().lastIndexOf('/') + 1));
    }

    private static Map<String, Object> schema(String name) {
        return object(object(object(FILE, "components"), "schemas"), name);
    }

    private static Map<String, Object> yaml(String text) {
        return members(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return members(parent.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
