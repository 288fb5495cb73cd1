package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectState;
import org.decisiongates.jira.summary.OverdueWeek;
import org.decisiongates.jira.summary.OverdueWeekSettings;
import org.decisiongates.jira.timeline.BackFill;
import org.decisiongates.jira.timeline.Progress;

public class ProjectViewsTest {

    private static final String AGAIN = " cannot be read. The app tries again every hour. See the Jira log for the cause.";

    private final OverdueWeekSettings overdue = mock(OverdueWeekSettings.class);

    @Test
    public void saysWhichIssuesKeepAWeekOpen() {
        Map<Optional<OverdueWeek>, List<String>> sentences = new LinkedHashMap<>();
        sentences.put(Optional.empty(), List.of());
        sentences.put(Optional.of(new OverdueWeek("2026-W46", List.of("SHOP-12"), 0)),
                List.of("Week 2026-W46 is still open because SHOP-12" + AGAIN));
        sentences.put(Optional.of(new OverdueWeek("2026-W46", List.of("SHOP-12", "SHOP-14", "SHOP-15"), 1)),
                List.of("Week 2026-W46 is still open because SHOP-12, SHOP-14, SHOP-15 and 1 more" + AGAIN));
        sentences.put(Optional.of(new OverdueWeek("2026-W46", List.of("SHOP-12", "SHOP-14", "SHOP-15"), 7)),
                List.of("Week 2026-W46 is still open because SHOP-12, SHOP-14, SHOP-15 and 7 more" + AGAIN));
        ProjectViews views = views();
        sentences.forEach((week, expected) -> {
            when(overdue.of(10000)).thenReturn(week);
            assertEquals(expected, views.of(List.of()).get(0).warnings());
            assertEquals(List.of(), views.of(List.of()).get(0).obstacles());
        });
    }

    private ProjectViews views() {
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10000L);
        ProjectManager projects = mock(ProjectManager.class);
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        ProjectEnablement enabling = mock(ProjectEnablement.class);
        when(enabling.states(List.of())).thenReturn(List.of(new ProjectState("SHOP", "Storefront", true, List.of())));
        BackFill fill = mock(BackFill.class);
        when(fill.progress(shop)).thenReturn(Optional.of(new Progress(12, 12, 0)));
        return new ProjectViews(enabling, fill, overdue, projects, Texts.english());
    }
}
