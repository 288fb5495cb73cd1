package org.decisiongates.jira.platform.task;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Instant;

import com.atlassian.scheduler.JobRunnerRequest;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.platform.project.DeletedProjectSettings;
import org.decisiongates.task.BackgroundTask;

public class TaskRetentionTest {

    @Test
    public void removesEveryTaskThatIsOlderThanAWeekAndNoOther() {
        TasksInMemory tasks = new TasksInMemory();
        Instant weekAgo = TestTime.NOW.minus(TaskRetention.KEPT);
        for (int i = 0; i < 5; i++) {
            tasks.add(BackgroundTask.queued("old" + i, "dry-run", "user" + i, "", "Old", weekAgo.minusMillis(1)));
        }
        tasks.add(BackgroundTask.queued("young", "dry-run", "lead", "", "Young", weekAgo));

        DeletedProjectSettings settings = mock(DeletedProjectSettings.class);

        new TaskRetention(tasks, settings, TestTime.CLOCK).runJob(mock(JobRunnerRequest.class));

        assertEquals(1, tasks.size());
        verify(settings).sweep();
        assertEquals(true, tasks.find("young", TestTime.NOW).isPresent());
    }
}
