package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.project.Project;
import org.junit.Test;

import org.decisiongates.text.Message;

public class SharedSchemesTest {

    private final Project shop = project(1, "SHOP");

    @Test
    public void letsASchemeOfOneProjectBeExtended() {
        assertEquals(Optional.empty(), SharedSchemes.obstacle("scheme", List.of(shop), shop));
        assertEquals(Optional.empty(), SharedSchemes.obstacle("scheme", List.of(), shop));
    }

    @Test
    public void namesTheProjectsThatWouldBeChangedToo() {
        assertEquals(Optional.of(Message.of("decision-gates.jira.project.shared-scheme", "scheme", "OPS, WEB")),
                SharedSchemes.obstacle("scheme", List.of(project(3, "WEB"), shop, project(2, "OPS")), shop));
    }

    @Test
    public void namesNoMoreThanTen() {
        List<Project> many = IntStream.range(10, 40).mapToObj(number -> project(number, "P" + number)).toList();

        assertEquals("P10, P11, P12, P13, P14, P15, P16, P17, P18, P19, \u2026",
                SharedSchemes.obstacle("scheme", many, shop).orElseThrow().arguments().get(1));
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }
}
