package org.decisiongates.jira.platform.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

public class DeletedProjectSettingsTest {

    private final Map<String, Object> stored = new HashMap<>();
    private final ClusterLock lock = mock(ClusterLock.class);
    private ProjectsWithSettings known;
    private final ProjectManager projects = mock(ProjectManager.class);
    private final Kept kept = new Kept();
    private final Kept broken = new Kept() {
        @Override
        public void deleted(long projectId) {
            throw new IllegalStateException("no settings now");
        }
    };

    @Test
    public void removesWhatIsKeptOfAProjectThatJiraTellsOfAtOnce() {
        kept.of.addAll(Set.of(10L, 11L));
        Project gone = mock(Project.class);
        when(gone.getId()).thenReturn(10L);

        new DeletedProjects(settings(broken, kept)).onDeleted(new ProjectDeletedEvent(mock(ApplicationUser.class), gone));

        assertEquals("one that cannot does not keep the others from it", Set.of(11L), kept.of);
    }

    @Test
    public void removesWhatIsKeptOfAProjectThatNobodyToldOf() {
        kept.of.addAll(Set.of(10L, 11L));
        projects(10, 11, 12);
        settings(kept).sweep();
        assertEquals("all of them are there", Set.of(10L, 11L), kept.of);

        projects(11, 12);
        settings(kept).sweep();

        assertEquals(Set.of(11L), kept.of);
    }

    @Test
    public void triesAgainWhereSomethingCouldNotBeRemoved() {
        kept.of.add(10L);
        projects(10);
        settings(kept).sweep();
        projects();
        settings(kept, broken).sweep();
        kept.of.add(10L);

        settings(kept).sweep();

        assertEquals(Set.of(), kept.of);
    }

    @Test
    public void takesNoProjectForDeletedThatAListOfThemLacks() {
        kept.of.add(10L);
        projects(10);
        settings(kept).sweep();
        when(projects.getProjectObjects()).thenReturn(List.of());

        settings(kept).sweep();

        assertEquals(Set.of(10L), kept.of);
    }

    @Test
    public void removesWhatWasWrittenAfterTheLastSweep() {
        projects(10, 11);
        DeletedProjectSettings settings = settings(kept);
        settings.sweep();
        known.add(10);
        kept.of.add(10L);
        projects(11);

        settings.sweep();

        assertEquals(Set.of(), kept.of);
        assertEquals("and it is not looked for again", Set.of(), known.ids());
    }

    @Test
    public void removesWhatIsListedOfAProjectThatNoSweepHasSeen() {
        kept.of.addAll(Set.of(10L, 11L));
        Kept listing = new Kept() {
            @Override
            public Set<Long> listed() {
                return Set.of(10L, 11L);
            }
        };
        projects(11);

        settings(kept, listing).sweep();

        assertEquals(Set.of(11L), kept.of);
    }

    @Test
    public void oneThatCannotSayOfWhichProjectsItKeepsSomethingEndsNoSweep() {
        kept.of.addAll(Set.of(10L, 11L));
        Kept unreadable = new Kept() {
            @Override
            public boolean isKeeping(long projectId) {
                throw new IllegalStateException("no such instant");
            }
        };
        projects(10, 11);
        settings(unreadable, kept).sweep();
        projects(11);

        settings(unreadable, kept).sweep();

        assertEquals(Set.of(11L), kept.of);
    }

    private DeletedProjectSettings settings(ProjectDeletedListener... listeners) {
        PluginSettings all = mock(PluginSettings.class);
        when(all.get(anyString())).thenAnswer(asked -> stored.get(asked.<String>getArgument(0)));
        when(all.put(anyString(), any())).thenAnswer(put -> stored.put(put.getArgument(0), put.getArgument(1)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(all);
        ClusterLockService locks = mock(ClusterLockService.class);
        when(locks.getLockForName(any())).thenReturn(lock);
        known = new ProjectsWithSettings(factory, locks);
        return new DeletedProjectSettings(known, projects, List.of(listeners));
    }

    private void projects(long... ids) {
        List<Project> there = new ArrayList<>();
        when(projects.getProjectObj(any())).thenReturn(null);
        for (long id : ids) {
            Project project = mock(Project.class);
            when(project.getId()).thenReturn(id);
            when(projects.getProjectObj(id)).thenReturn(project);
            there.add(project);
        }
        when(projects.getProjectObjects()).thenReturn(there);
    }

    /** Keeps something of some projects. */
    private static class Kept implements ProjectDeletedListener {

        private final Set<Long> of = new TreeSet<>();

        @Override
        public boolean isKeeping(long projectId) {
            return of.contains(projectId);
        }

        @Override
        public void deleted(long projectId) {
            of.remove(projectId);
        }
    }
}
