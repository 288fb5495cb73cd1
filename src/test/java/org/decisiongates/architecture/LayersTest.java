package org.decisiongates.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.Test;

import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.Tree;

/** Who may know whom. Each rule is checked on the app, and must complain about a small tree of packages that breaks it. */
public class LayersTest {

    private static final JavaClasses APP = AppClasses.ALL;
    private static final String OFFENDERS = "org.decisiongates.architecture.offender";
    private static final JavaClasses OFFENCES = new ClassFileImporter().importPackages(OFFENDERS);

    @Test
    public void theDomainKnowsNoHost() {
        check(Layers::theDomainKnowsNoHost, "KnowsTheHost");
    }

    @Test
    public void jiraAndConfluenceIgnoreEachOther() {
        check(Layers::jiraAndConfluenceIgnoreEachOther, "KnowsConfluence");
    }

    @Test
    public void onlyThePackageOfAProductKnowsItsTypes() {
        check(Layers::jiraKnowsNoTypeOfConfluence, "KnowsMacros");
        check(Layers::confluenceKnowsNoTypeOfJira, "KnowsIssues");
    }

    @Test
    public void onlyTheStoreSeesActiveObjects() {
        check(Layers::onlyTheStoreSeesActiveObjects, "SeesTables");
    }

    @Test
    public void noRowLeavesTheStore() {
        check(Layers::noRowLeavesTheStore, "TakesARow");
    }

    @Test
    public void theDomainKnowsOnlyWhatIsBelow() {
        check(Layers::theDomainKnowsOnlyWhatIsBelow, "KnowsThePage");
        check(Layers::theDomainKnowsOnlyWhatIsBelow, "KnowsItsSibling");
    }

    @Test
    public void everyClassLiesInALayer() {
        check(Layers::everyClassLiesInALayer, "LiesInNoLayer");
    }

    @Test
    public void slicesOfJiraUseOnlyThoseListed() {
        check(Layers::slicesOfJiraUseOnlyThoseListed, "gate -> impact");
        check(Layers::slicesOfJiraUseOnlyThoseListed, "platform -> impact");
        assertEquals(Set.of(), new Layers("org.decisiongates").slicesOfJiraListedInVain(APP));
    }

    @Test
    public void packagesHaveNoCycles() {
        check(Layers::packagesHaveNoCycles, "Cycle");
    }

    @Test
    public void nobodyAsksALocator() {
        check(Layers::nobodyAsksALocator, "AsksALocator");
    }

    @Test
    public void nobodyInjectsIntoFields() {
        check(Layers::nobodyInjectsIntoFields, "InjectsIntoAField");
    }

    @Test
    public void nothingStaticChanges() {
        check(Layers::nothingStaticChanges, "RemembersStatically");
    }

    @Test
    public void onlyTheClockAsksTheMachine() {
        for (String offence : List.of("AsksTheClock.now", "AsksTheClock.source", "AsksTheClock.date", "AsksTheClock.millis",
                "AsksTheClock.today")) {
            check(Layers::onlyTheClockAsksTheMachine, offence);
        }
    }

    @Test
    public void onlyBudgetsCountNanoseconds() {
        check(Layers::onlyBudgetsCountNanoseconds, "AsksTheClock.nanos");
    }

    @Test
    public void nothingGoesByTheMachine() {
        for (String offence : List.of("lower", "upper", "number", "bytes", "text", "all")) {
            check(Layers::nothingGoesByTheMachine, "GoesByTheMachine." + offence);
        }
    }

    @Test
    public void nobodyLooksUpAHeaderThatALanguageCanHide() {
        check(Layers::nobodyLooksUpAHeaderThatALanguageCanHide, "GoesByTheMachine.known");
    }

    @Test
    public void theDomainUsesNoOldDatesAndNoConsole() {
        check(Layers::theDomainUsesNoOldDatesAndNoConsole, "AsksTheClock");
        check(Layers::theDomainUsesNoOldDatesAndNoConsole, "RemembersStatically");
    }

    @Test
    public void nothingIsPublicForNobody() {
        String descriptor = Tree.text(Tree.DESCRIPTOR);
        Set<String> needed = APP.stream().filter(type -> descriptor.contains(type.getName()) || isAskedForByTheHost(type))
                .map(JavaClass::getName).collect(java.util.stream.Collectors.toSet());
        check(layers -> layers.nothingIsPublicForNobody(needed), "PublicForNobody");
    }

    /** Velocity reads views by reflection, events are told by it; the containers make beans, resources and providers. */
    private static boolean isAskedForByTheHost(JavaClass type) {
        return type.isAnnotatedWith("com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent")
                || type.isAnnotatedWith("com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent")
                // rules are read and tried one by one, and the shipped workflows are tested with the codec of their arguments
                || type.getPackageName().endsWith("policy.rules") || type.getSimpleName().equals("GateArguments")
                || type.getSimpleName().endsWith("View") || type.isAnnotatedWith("jakarta.ws.rs.Path")
                || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith("com.atlassian.event.api.EventListener"));
    }

    private static void check(Function<Layers, ArchRule> rule, String offender) {
        EvaluationResult offence = rule.apply(new Layers(OFFENDERS)).evaluate(OFFENCES);
        assertTrue("the rule is silent about " + offender + ": " + offence.getFailureReport(),
                String.join("\n", offence.getFailureReport().getDetails()).contains(offender));
        rule.apply(new Layers("org.decisiongates")).allowEmptyShould(true).check(APP);
    }
}
