package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.Test;
import org.w3c.dom.Element;

import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Tree;

/** The descriptor and the code say the same. */
public class PluginDescriptorTest {

    private static final JavaClasses APP = AppClasses.ALL;
    private static final String OWN = "org.decisiongates.";

    private final Descriptor descriptor = Descriptor.ofTheBuild();

    @Test
    public void namesOnlyClassesThatExist() {
        for (String name : descriptor.classes()) {
            assertTrue(name, !name.startsWith(OWN) || APP.contain(name));
        }
    }

    @Test
    public void keepsEveryClassWithItsProduct() {
        for (Element module : descriptor.modules()) {
            String product = module.getAttribute("application");
            for (String name : classesOf(module)) {
                assertTrue(name + " in a module of " + product, !name.startsWith(OWN + "jira") || product.equals("jira"));
                assertTrue(name + " in a module of " + product, !name.startsWith(OWN + "confluence") || product.equals("confluence"));
            }
        }
    }

    @Test
    public void callsAModuleByItsClass() {
        for (Element module : descriptor.modules()) {
            String name = module.getAttribute("class");
            if (name.startsWith(OWN)) {
                String simple = name.substring(name.lastIndexOf('.') + 1);
                String stem = simple.replaceFirst("(?<=Validator|Function)Factory$", "");
                String kebab = stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
                assertEquals(simple, kebab, module.getAttribute("key"));
            }
        }
    }

    @Test
    public void namesOnlyClassesThatAnybodyCanMake() {
        for (JavaClass made : APP) {
            boolean byDescriptor = !made.isInterface() && descriptor.classes().contains(made.getName());
            if (byDescriptor || made.isAnnotatedWith("jakarta.ws.rs.Path") || made.isAnnotatedWith("jakarta.ws.rs.ext.Provider")) {
                assertEquals(made.getName() + ": the product looks for one public constructor", List.of(true),
                        made.getConstructors().stream().map(constructor -> made.getModifiers().contains(JavaModifier.PUBLIC)
                                && constructor.getModifiers().contains(JavaModifier.PUBLIC)).toList());
            }
        }
    }

    /** What a product makes of an attribute that is there and says nothing is published nowhere. */
    @Test
    public void leavesNoAttributeEmpty() {
        for (Element module : descriptor.modules()) {
            for (int index = 0; index < module.getAttributes().getLength(); index++) {
                assertFalse(module.getAttribute("key") + ": " + module.getAttributes().item(index),
                        module.getAttributes().item(index).getNodeValue().isBlank());
            }
        }
    }

    @Test
    public void usesAKeyOnce() {
        List<String> keys = descriptor.modules().stream().map(module -> module.getAttribute("key")).toList();
        assertEquals(new TreeSet<>(keys).size(), keys.size());
    }

    @Test
    public void namesOnlyFilesThatExist() {
        for (Element resource : descriptor.all("resource")) {
            String location = resource.getAttribute("location");
            String file = "i18n".equals(resource.getAttribute("type")) ? location.replace('.', '/') + ".properties" : location;
            assertTrue(location, Files.exists(Tree.RESOURCES.resolve(file)));
            assertTrue(location + " under the name of another file: " + resource.getAttribute("name"),
                    !resource.getAttribute("name").contains(".")
                            || location.endsWith(resource.getAttribute("name")));
        }
    }

    @Test
    public void namesEveryFileThatIsThere() {
        String text = Tree.text(Tree.DESCRIPTOR);
        List<String> code = Stream.of(".java", ".vm", ".xml").flatMap(suffix -> Tree.files(Tree.ROOT.resolve("src/main"), suffix).stream())
                .map(Tree::text).toList();
        for (Path file : Stream.of(".vm", ".css", ".js", ".xml", ".png", ".svg")
                .flatMap(suffix -> Tree.files(Tree.RESOURCES, suffix).stream()).toList()) {
            String name = Tree.RESOURCES.relativize(file).toString();
            boolean used = name.startsWith("META-INF/") || text.contains(name)
                    || text.contains(Tree.RESOURCES.relativize(file.getParent()) + "/\"")
                    || code.stream().anyMatch(source -> source.contains(stem(file)) || source.contains('"' + ending(file) + '"'));
            assertTrue("nobody names " + name, used);
        }
    }

    /** What travels with the page of every issue (C24). */
    @Test
    public void loadsLittleWithThePageOfAnIssue() throws IOException {
        ByteArrayOutputStream travelled = new ByteArrayOutputStream();
        int files = 0;
        try (GZIPOutputStream zipped = new GZIPOutputStream(travelled)) {
            for (Element resource : descriptor.all("resource")) {
                Element module = (Element) resource.getParentNode();
                if (module.getElementsByTagName("context").getLength() == 1
                        && module.getElementsByTagName("context").item(0).getTextContent().equals("jira.view.issue")) {
                    zipped.write(Files.readAllBytes(Tree.RESOURCES.resolve(resource.getAttribute("location"))));
                    files++;
                }
            }
        }
        assertEquals(
                "two each of readiness, rows, impact lines, feedback, approvals and raising a Blocker, and one each of records and trail",
                14, files);
        assertTrue(String.valueOf(travelled.size()), travelled.size() <= 30 * 1024);
    }

    @Test
    public void namesOnlyTextsThatExist() {
        assertTrue(descriptor.textKeys().size() > 0);
        for (String key : descriptor.textKeys()) {
            assertTrue(key, BundleTexts.has(key));
        }
    }

    @Test
    public void listsEveryEntityUpgradeAndWorkflowClass() {
        assertEquals(named(type -> type.isAnnotatedWith("net.java.ao.schema.Table")), own("entity"));
        assertEquals(named(type -> type.isAssignableTo("com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask")),
                own("upgradeTask"));
        assertEquals(named(type -> type.isAssignableTo("com.opensymphony.workflow.Validator")), own("validator-class"));
        assertEquals(named(type -> type.isAssignableTo("com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory")),
                classAttributes("workflow-validator"));
        assertEquals(named(type -> type.isAssignableTo("com.atlassian.confluence.macro.Macro")), classAttributes("xhtml-macro"));
        assertEquals(named(type -> type.isAssignableTo("jakarta.servlet.http.HttpServlet")
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)), classAttributes("servlet"));
    }

    @Test
    public void scansThePackagesThatHoldAResourceAndNoOther() {
        assertEquals(APP.stream().filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path")).map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new)), own("package"));
    }

    /**
     * Jira runs none of these when it indexes issues: of an app those are field types, searchers and extractors. With one of them a
     * re-index would cost something, and docs/performance.md (G8) would have to say how much.
     */
    @Test
    public void givesJiraNothingToRunWhileItIndexes() {
        assertEquals(
                Set.of("issue-tabpanel", "jql-function", "project-permission", "rest", "servlet", "velocity-allowlist", "web-item",
                        "web-panel",
                        "web-resource", "web-section",
                        "workflow-function", "workflow-validator"),
                descriptor.modules().stream().filter(module -> module.getAttribute("application").equals("jira")).map(Element::getTagName)
                        .collect(Collectors.toSet()));
        assertEquals(Set.of(), named(type -> type.isAssignableTo("com.atlassian.jira.issue.fields.NavigableField")
                || type.isAssignableTo("com.atlassian.jira.issue.customfields.CustomFieldType")
                || type.isAssignableTo("com.atlassian.jira.issue.customfields.CustomFieldSearcher")));
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*", "");
    }

    /** What one name for several files is made of: "-workflow.xml" behind the name of an issue type. */
    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.contains("-") ? name.substring(name.indexOf('-')) : name;
    }

    private static List<String> classesOf(Element module) {
        return Stream
                .concat(Stream.of(module.getAttribute("class")),
                        Descriptor.children(module)
                                .flatMap(child -> Stream.of(child.getAttribute("class"), child.getTextContent().strip())))
                .filter(name -> name.startsWith(OWN) && !name.contains("#")).toList();
    }

    private static Set<String> named(java.util.function.Predicate<JavaClass> predicate) {
        return APP.stream().filter(predicate).map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> own(String element) {
        return descriptor.all(element).stream().map(Element::getTextContent).map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> classAttributes(String element) {
        return descriptor.all(element).stream().map(module -> module.getAttribute("class")).collect(Collectors.toCollection(TreeSet::new));
    }
}
