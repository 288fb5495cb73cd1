package org.decisiongates.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules about who may know whom, for any tree of packages laid out as the app's is. */
final class Layers {

    private static final String[] HOSTS = {"com.atlassian..", "com.opensymphony..", "net.java.ao..", "org.springframework..",
            "org.apache.velocity..", "org.osgi..", "javax..", "jakarta..", "org.slf4j.."};
    /** First as the domain has it between the same capabilities; then start, set-up and use in order; last the page that shows all. */
    private static final Set<String> SLICES_OF_JIRA = Set.of("insight -> audit", "timeline -> gate", "debt -> gate", "debt -> timeline",
            "readiness -> gate", "blocker -> creation", "decision -> creation", "decision -> approval", "creation -> gate",
            "policy -> gate", "policy -> replay",
            "replay -> gate",
            "replay -> timeline",
            "takeout -> gate", "takeout -> task", "takeout -> summary", "takeout -> policy", "digest -> summary", "notification -> digest",
            "notification -> gate", "notification -> approval",
            "owner -> timeline", "trail -> takeout",
            "approval -> debt", "approval -> creation", "approval -> gate", "approval -> timeline", "review -> debt", "review -> gate",
            "summary -> timeline",
            "summary -> metric", "summary -> approval",
            "setup -> selfcheck", "project -> setup", "project -> policy",
            "sample -> blocker", "sample -> gate",
            "admin -> project", "admin -> sample", "admin -> selfcheck", "admin -> setup", "admin -> summary", "admin -> task",
            "admin -> timeline");

    private final String root;

    Layers(String root) {
        this.root = root;
    }

    ArchRule theDomainKnowsNoHost() {
        // the one clock is a bean of both products
        return noClasses().that().resideInAnyPackage(domain()).and().doNotHaveSimpleName("SystemClock")
                .should().dependOnClassesThat().resideInAnyPackage(HOSTS)
                .orShould().dependOnClassesThat().resideInAnyPackage(adapters())
                .because("gates must be readable and testable without a product (ADR-0002)");
    }

    ArchRule jiraAndConfluenceIgnoreEachOther() {
        return slices().matching(root + ".(jira|confluence)..").should().notDependOnEachOther()
                .because("each product starts the jar without the other (ADR-0003)");
    }

    ArchRule jiraKnowsNoTypeOfConfluence() {
        return noClasses().that().resideOutsideOfPackage(root + ".confluence..")
                .should().dependOnClassesThat().resideInAnyPackage("com.atlassian.confluence..", "com.atlassian.renderer..")
                .because("Jira has no such class (ADR-0003)");
    }

    ArchRule confluenceKnowsNoTypeOfJira() {
        return noClasses().that().resideOutsideOfPackages(root + ".jira..")
                .should().dependOnClassesThat().resideInAnyPackage("com.atlassian.jira..", "com.opensymphony..", "org.ofbiz..")
                .because("Confluence has no such class (ADR-0003)");
    }

    ArchRule onlyTheStoreSeesActiveObjects() {
        return noClasses().that().resideOutsideOfPackage(root + ".store..").and().haveSimpleNameNotEndingWith("Imports")
                .should().dependOnClassesThat().resideInAnyPackage("net.java.ao..", "com.atlassian.activeobjects..")
                .because("what is stored is the store's business");
    }

    ArchRule noRowLeavesTheStore() {
        return noClasses().that().resideOutsideOfPackage(root + ".store..")
                .should().dependOnClassesThat(resideInAnyPackage(root + ".store..").and(nameMatching(".*Row")))
                .because("rows are tied to a database connection; values are not");
    }

    /** Each layer of the domain knows those below it (docs/architecture.md). */
    ArchRule theDomainKnowsOnlyWhatIsBelow() {
        return layeredArchitecture().consideringOnlyDependenciesInLayers()
                .optionalLayer("foundation").definedBy(below("text", "time", "json"))
                .optionalLayer("issue").definedBy(below("issue"))
                .optionalLayer("policy").definedBy(below("policy"))
                .optionalLayer("readiness").definedBy(below("readiness"))
                .optionalLayer("health").definedBy(below("health"))
                .optionalLayer("waiver").definedBy(below("waiver"))
                .optionalLayer("debt").definedBy(below("debt"))
                .optionalLayer("timeline").definedBy(below("timeline"))
                .optionalLayer("metric").definedBy(below("metric"))
                .optionalLayer("impact").definedBy(below("impact"))
                .optionalLayer("record").definedBy(below("record"))
                .optionalLayer("review").definedBy(below("review"))
                .optionalLayer("approval").definedBy(below("approval"))
                .optionalLayer("audit").definedBy(below("audit"))
                .optionalLayer("insight").definedBy(below("insight"))
                .optionalLayer("report").definedBy(below("report"))
                .optionalLayer("replay").definedBy(below("replay"))
                .optionalLayer("task").definedBy(below("task"))
                .optionalLayer("takeout").definedBy(below("takeout"))
                .optionalLayer("trail").definedBy(below("trail"))
                .optionalLayer("notification").definedBy(below("notification"))
                .optionalLayer("digest").definedBy(below("digest"))
                .optionalLayer("summary").definedBy(below("summary"))
                .optionalLayer("page").definedBy(below("page"))
                .whereLayer("page").mayNotBeAccessedByAnyLayer()
                .whereLayer("summary").mayOnlyBeAccessedByLayers("page")
                .whereLayer("audit").mayOnlyBeAccessedByLayers("summary")
                .whereLayer("trail").mayNotBeAccessedByAnyLayer()
                .whereLayer("review").mayOnlyBeAccessedByLayers("trail", "notification")
                .whereLayer("approval").mayOnlyBeAccessedByLayers("trail", "page")
                .whereLayer("insight").mayNotBeAccessedByAnyLayer()
                .whereLayer("report").mayNotBeAccessedByAnyLayer()
                .whereLayer("replay").mayNotBeAccessedByAnyLayer()
                .whereLayer("takeout").mayNotBeAccessedByAnyLayer()
                .whereLayer("notification").mayNotBeAccessedByAnyLayer()
                .whereLayer("digest").mayNotBeAccessedByAnyLayer()
                .whereLayer("task").mayOnlyBeAccessedByLayers("report", "takeout")
                .whereLayer("impact").mayOnlyBeAccessedByLayers("takeout", "summary", "page")
                .whereLayer("record").mayOnlyBeAccessedByLayers("replay", "takeout", "trail", "summary", "page")
                .whereLayer("metric").mayOnlyBeAccessedByLayers("summary", "page")
                .whereLayer("timeline").mayOnlyBeAccessedByLayers("metric", "impact", "audit", "insight", "record", "review", "replay",
                        "takeout", "trail", "summary", "page")
                .whereLayer("debt").mayNotBeAccessedByAnyLayer()
                .whereLayer("health").mayNotBeAccessedByAnyLayer()
                .whereLayer("waiver").mayOnlyBeAccessedByLayers("debt", "replay")
                .whereLayer("readiness").mayOnlyBeAccessedByLayers("report", "summary", "page")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("readiness", "health", "waiver", "debt", "timeline", "metric", "impact", "audit", "insight",
                        "record",
                        "approval",
                        "report",
                        "replay",
                        "summary",
                        "page")
                .whereLayer("issue")
                .mayOnlyBeAccessedByLayers("policy", "readiness", "waiver", "debt", "timeline", "metric", "impact", "audit", "insight",
                        "record",
                        "review",
                        "approval",
                        "report",
                        "replay",
                        "takeout",
                        "trail",
                        "summary",
                        "page")
                .because("a newcomer reads from the bottom up, and a capability is added without touching those below");
    }

    ArchRule everyClassLiesInALayer() {
        return classes().that().resideInAPackage(root + "..").should().resideInAnyPackage(domain())
                .orShould().resideInAnyPackage(adapters()).orShould().resideInAnyPackage(below("selfcheck"))
                .because("a rule about layers says nothing of a package it does not know");
    }

    /** What a slice of Jira uses beside the platform that all share and itself (docs/architecture.md). */
    ArchRule slicesOfJiraUseOnlyThoseListed() {
        return noClasses().that().resideInAPackage(root + ".jira..").should(new ArchCondition<JavaClass>("use a slice that is not listed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> useOf(dependency)
                        .filter(use -> !SLICES_OF_JIRA.contains(use))
                        .ifPresent(
                                use -> events.add(SimpleConditionEvent.satisfied(dependency, use + ": " + dependency.getDescription()))));
            }
        }).because("what two slices share is domain or platform");
    }

    /** What of the list no class of {@code app} needs. */
    Set<String> slicesOfJiraListedInVain(JavaClasses app) {
        Set<String> rest = new TreeSet<>(SLICES_OF_JIRA);
        app.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> useOf(dependency).ifPresent(rest::remove)));
        return rest;
    }

    /** The dependency as a line of the list; empty within a slice, for one on the platform, and for one of anything but Jira's side. */
    private Optional<String> useOf(Dependency dependency) {
        String user = sliceOfJira(dependency.getOriginClass());
        String used = sliceOfJira(dependency.getTargetClass().getBaseComponentType());
        return user.isEmpty() || used.isEmpty() || used.equals(user) || used.equals("platform") ? Optional.empty()
                : Optional.of(user + " -> " + used);
    }

    private String sliceOfJira(JavaClass type) {
        String jira = root + ".jira.";
        return type.getPackageName().startsWith(jira) ? type.getPackageName().substring(jira.length()).replaceFirst("\\..*", "") : "";
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule nobodyAsksALocator() {
        return noClasses().should().dependOnClassesThat(describe("are service locators",
                type -> Set.of("ComponentAccessor", "ContainerManager", "ComponentLocator").contains(type.getSimpleName())))
                .because("collaborators come in through the constructor");
    }

    ArchRule nobodyInjectsIntoFields() {
        return noFields().should().beAnnotatedWith("jakarta.inject.Inject")
                .orShould().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("collaborators come in through the constructor");
    }

    ArchRule nothingStaticChanges() {
        return fields().that().areStatic().should().beFinal().because("a cluster node has no truth of its own");
    }

    ArchRule onlyTheClockAsksTheMachine() {
        return noClasses().that().resideOutsideOfPackage(root + ".time..").should(access(Layers::tellsTheTime))
                .because("the app has one clock, which a test or the sandbox can set");
    }

    ArchRule onlyBudgetsCountNanoseconds() {
        return noClasses().that().resideOutsideOfPackages(root + ".confluence.link..", root + ".jira.summary..")
                .should(access(target -> isNamed(target, "java.lang.System.nanoTime")))
                .because("who waits for Jira must not wait longer when the time of day is set");
    }

    ArchRule nothingGoesByTheMachine() {
        return noClasses().should(access(Machine::decides))
                .because("the same is to come out in every zone, language and character set of a server");
    }

    /** Where the server's language is Turkish, the look-up of JAX-RS finds no header with an I in its name. */
    ArchRule nobodyLooksUpAHeaderThatALanguageCanHide() {
        return noMethods().should(new ArchCondition<JavaMethod>("take a header with an I from JAX-RS") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().stream().flatMap(parameter -> parameter.getAnnotations().stream())
                        .filter(annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.HeaderParam"))
                        .filter(annotation -> annotation.get("value").map(String::valueOf).filter(name -> name.matches("(?i).*i.*"))
                                .isPresent())
                        .forEach(annotation -> events.add(SimpleConditionEvent.satisfied(method,
                                method.getFullName() + " takes " + annotation.get("value").orElse(""))));
            }
        }).because("the servlet request finds headers as the protocol says");
    }

    ArchRule theDomainUsesNoOldDatesAndNoConsole() {
        return noClasses().that().resideInAnyPackage(domain()).should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
                .orShould().accessField(System.class, "out").orShould().accessField(System.class, "err");
    }

    /** @param needed names of classes that somebody outside the code asks for: descriptor, templates, Spring, REST container */
    ArchRule nothingIsPublicForNobody(Set<String> needed) {
        return classes().that().arePublic().and().areTopLevelClasses().and().areNotAnnotations().should(beNeededElsewhere(needed))
                .because("what is not public can be changed");
    }

    private String[] domain() {
        return below("text", "time", "json", "issue", "policy", "readiness", "health", "waiver", "debt", "timeline", "metric", "impact",
                "audit",
                "insight",
                "record",
                "review",
                "approval",
                "report",
                "replay",
                "task",
                "takeout", "trail",
                "notification",
                "digest",
                "summary",
                "page");
    }

    private String[] adapters() {
        return below("jira", "confluence", "store", "web");
    }

    private String[] below(String... names) {
        return Arrays.stream(names).map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    /** What a public method takes or gives must be as visible as the method. */
    private static boolean isInASignature(JavaClass type) {
        return Stream.concat(type.getMethodsWithParameterTypeOfSelf().stream(), type.getMethodsWithReturnTypeOfSelf().stream())
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getOwner().equals(type)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean isNamed(CodeUnitAccessTarget target, String... names) {
        return Set.of(names).contains(target.getOwner().getName() + "." + target.getName());
    }

    /** What looks at the machine's clock, by any of its names; {@code now(Clock)} is none of them. */
    private static boolean tellsTheTime(CodeUnitAccessTarget target) {
        List<String> parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean ofTheMachine = target.getOwner().getPackageName().startsWith("java.time") && target.getName().matches("now|system.*|tick.*")
                && !parameters.contains("java.time.Clock");
        boolean oldDate = isNamed(target, "java.util.Date.<init>") && parameters.isEmpty()
                || isNamed(target, "java.util.GregorianCalendar.<init>") && !parameters.contains("int");
        return ofTheMachine || oldDate || isNamed(target, "java.lang.System.currentTimeMillis", "java.util.Calendar.getInstance");
    }

    private static ArchCondition<JavaClass> access(Predicate<CodeUnitAccessTarget> wanted) {
        return new ArchCondition<>("use what another part is for") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget target && wanted.test(target))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beNeededElsewhere(Set<String> needed) {
        return new ArchCondition<>("be needed in another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = needed.contains(type.getName()) || isInASignature(type) || type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency -> !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                if (!used) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public and no other package needs it"));
                }
            }
        };
    }
}
