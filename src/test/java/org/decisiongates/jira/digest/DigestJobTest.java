package org.decisiongates.jira.digest;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.digest.DigestSubscriptions;

public class DigestJobTest {

    private final DigestSubscriptions digests = mock(DigestSubscriptions.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private final DigestJob job = new DigestJob(digests, mock(DigestMailer.class), mock(TimeZoneManager.class), locks,
            Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC));

    @Before
    public void aLockThatIsFree() {
        when(locks.getLockForName(any())).thenReturn(lock);
        when(lock.tryLock()).thenReturn(true);
    }

    @Test
    public void succeedsWhereNobodyWantsADigest() {
        when(digests.behind(anyLong())).thenReturn(List.of());
        when(digests.claimed(any())).thenReturn(List.of());
        assertEquals(RunOutcome.SUCCESS, job.runJob(null).getRunOutcome());
    }

    @Test
    public void saysThatItFailedSoThatHealthCanTell() {
        when(digests.behind(anyLong())).thenThrow(new IllegalStateException("the table is away"));
        JobRunnerResponse response = job.runJob(null);
        assertEquals(RunOutcome.FAILED, response.getRunOutcome());
        assertEquals("IllegalStateException", response.getMessage());
        verify(lock).unlock();
    }
}
