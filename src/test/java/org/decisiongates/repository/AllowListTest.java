package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.Test;

import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.Tree;
import org.decisiongates.fixture.Views;
import org.decisiongates.issue.IssueView;

/**
 * What templates may call is what the view records hold: the methods of the {@code velocity-allowlist} modules are the components of the
 * views, each in the module of its product. {@code -Dgolden=accept} writes them into the descriptor.
 */
public class AllowListTest {

    private static final String OWN = "org.decisiongates.";
    private static final String ACCEPT = "; -Dgolden=accept rewrites the descriptor";
    private static final Pattern MODULE = Pattern.compile(
            "(<velocity-allowlist key=\"(\\w+)-velocity-allowlist\"[^>]*>\\n)(.*?)(\\n? *</velocity-allowlist>)",
            Pattern.DOTALL);

    private static final List<Class<?>> VIEWS = views();

    @Test
    public void everyViewIsAPublicRecord() {
        assertTrue(VIEWS.size() > 10);
        assertEquals(List.of(), VIEWS.stream().filter(view -> !view.isRecord() || !Modifier.isPublic(view.getModifiers())).toList());
    }

    @Test
    public void listsTheComponentsOfTheViews() {
        String descriptor = Tree.text(Tree.DESCRIPTOR);
        Matcher module = MODULE.matcher(descriptor);
        Set<String> listed = new TreeSet<>();
        String rewritten = module.replaceAll(found -> {
            listed.add(found.group(2));
            return Matcher.quoteReplacement(found.group(1) + methods(found.group(2)) + found.group(4));
        });
        assertEquals("a module for each product that has views", VIEWS.stream().map(AllowListTest::product).collect(Collectors.toSet()),
                listed);
        if ("accept".equals(System.getProperty("golden"))) {
            Tree.write(Tree.DESCRIPTOR, rewritten);
        } else {
            assertEquals("missing from the allow-list" + ACCEPT, List.of(), surplus(rewritten, descriptor));
            assertEquals("on the allow-list and no component of a view" + ACCEPT, List.of(), surplus(descriptor, rewritten));
            assertEquals("the allow-list is in another order than the views" + ACCEPT, rewritten, descriptor);
        }
    }

    @Test
    public void everyComponentIsShown() {
        Set<String> called = Views.calledByTemplates();
        assertEquals("no template calls these", List.of(), VIEWS.stream().flatMap(view -> Arrays.stream(view.getRecordComponents())
                .filter(component -> !called.contains(component.getName()))
                .map(component -> view.getName() + "#" + component.getName())).toList());
    }

    private static List<String> surplus(String text, String other) {
        Set<String> lines = other.lines().collect(Collectors.toSet());
        return text.lines().filter(line -> !lines.contains(line)).toList();
    }

    private static String methods(String product) {
        return VIEWS.stream().filter(view -> product(view).equals(product)).flatMap(AllowListTest::entries)
                .map(entry -> "    <method>" + entry + "</method>").collect(Collectors.joining("\n"));
    }

    private static Stream<String> entries(Class<?> view) {
        return Arrays.stream(view.getRecordComponents()).map(RecordComponent::getName).map(name -> view.getName() + "#" + name + "()");
    }

    private static String product(Class<?> view) {
        String slice = view.getName().substring(OWN.length());
        return slice.startsWith("jira.") ? "jira" : slice.startsWith("confluence.") ? "confluence" : "shared";
    }

    /** What templates see. An issue as rules see it is none of these. */
    private static List<Class<?>> views() {
        return AppClasses.ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("View") && !type.isAssignableTo(IssueView.class))
                .map(JavaClass::getName).sorted().<Class<?>>map(AllowListTest::named).toList();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
