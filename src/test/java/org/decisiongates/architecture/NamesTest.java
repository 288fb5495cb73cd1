package org.decisiongates.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.Test;

import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.Tree;

/** Names say the role, the role says the package. */
public class NamesTest {

    private static final String OFFENDERS = "org.decisiongates.architecture.offender";
    private static final JavaClasses APP = AppClasses.ALL;

    @Test
    public void everyNameSaysItsRole() {
        assertEquals(List.of(), complaints(new Names("org.decisiongates"), APP));
    }

    @Test
    public void complainsAboutEveryOffence() {
        String complaints = String.join("\n", complaints(new Names(OFFENDERS), new ClassFileImporter().importPackages(OFFENDERS)));
        for (String complaint : List.of("GateManager: the word Manager says nothing", "StrayValidator belongs into",
                "AoStray belongs into", "Refusing is a com.opensymphony.workflow.Validator", "Answering answers REST calls")) {
            assertTrue(complaint + " expected of\n" + complaints, complaints.contains(complaint));
        }
    }

    @Test
    public void everyPackageSaysWhatItIsFor() {
        List<String> silent = APP.stream().map(JavaClass::getPackageName).distinct()
                .filter(name -> !java.nio.file.Files
                        .exists(Tree.ROOT.resolve("src/main/java/" + name.replace('.', '/') + "/package-info.java")))
                .sorted().collect(Collectors.toList());
        assertEquals(List.of(), silent);
    }

    @Test
    public void nothingOfTheAppKnowsTheSandbox() {
        List<String> knowing = java.util.stream.Stream.of(".java", ".vm", ".xml", ".properties", ".js", ".css")
                .flatMap(suffix -> Tree.files(Tree.ROOT.resolve("src/main"), suffix).stream())
                .filter(file -> Tree.text(file).toLowerCase(java.util.Locale.ROOT).contains("sandbox"))
                .map(file -> Tree.ROOT.relativize(file).toString()).collect(Collectors.toList());
        assertEquals(List.of(), knowing);
    }

    private static List<String> complaints(Names names, JavaClasses types) {
        return types.stream().filter(type -> !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info"))
                .sorted(java.util.Comparator.comparing(JavaClass::getName))
                .flatMap(type -> names.complaints(type).stream()).collect(Collectors.toList());
    }
}
