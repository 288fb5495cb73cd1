package org.decisiongates.jira.digest;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.LongStream;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.digest.DigestSendClaim;
import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestSubscriptions;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.digest.UnreportedWeek;
import org.decisiongates.time.Week;

public class DigestJobTest {

    private final DigestSubscriptions digests = mock(DigestSubscriptions.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private final DigestMailer mailer = mock(DigestMailer.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final DigestJob job = new DigestJob(digests, mailer, zones, locks,
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
    public void goesOnBehindThoseThatFailAgainAndAgain() {
        List<DigestSubscription> all = LongStream.rangeClosed(1, DigestJob.MAX_SENT + 1).mapToObj(DigestJobTest::digest).toList();
        when(digests.behind(anyLong()))
                .thenAnswer(call -> all.stream().filter(digest -> digest.id() > call.<Long>getArgument(0)).toList());
        when(digests.claimed(any())).thenReturn(List.of());
        when(digests.claim(anyLong(), any(), any())).thenReturn(true);
        inUtc();
        when(mailer.reader(any())).thenReturn(Optional.of(mock(ApplicationUser.class)));
        when(mailer.send(any(), any(), any(), any())).thenThrow(new IllegalStateException("nothing can be told"));

        job.runJob(null);
        verify(mailer, times(DigestJob.MAX_SENT)).send(any(), any(), any(), any());
        verify(mailer, never()).send(eq(all.get(DigestJob.MAX_SENT)), any(), any(), any());
        job.runJob(null);
        verify(mailer).send(eq(all.get(DigestJob.MAX_SENT)), any(), any(), any());
        job.runJob(null);
        verify(mailer, times(2)).send(eq(all.get(0)), any(), any(), any());
    }

    private void inUtc() {
        when(zones.getUserTimeZone(any())).thenReturn(TimeZone.getTimeZone("UTC"));
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone("UTC"));
    }

    @Test
    public void tellsWhatNoDigestHasToldSinceTheLastOne() {
        when(digests.behind(anyLong())).thenReturn(List.of(digest(7)));
        when(digests.claimed(any())).thenReturn(List.of(new DigestSendClaim(7, "2026-W46", Instant.parse("2026-11-09T08:00:00Z")),
                new DigestSendClaim(7, "2026-W47", Instant.parse("2026-11-16T08:00:00Z"))));
        when(digests.claim(anyLong(), any(), any())).thenReturn(true);
        inUtc();
        when(mailer.reader(any())).thenReturn(Optional.of(mock(ApplicationUser.class)));

        job.runJob(null);

        verify(mailer).send(any(), any(), eq(List.of(new UnreportedWeek(Week.parse("2026-W47"), LocalDate.parse("2026-11-16")))), any());
    }

    @Test
    public void sendsNoneTwice() {
        when(digests.behind(anyLong())).thenReturn(List.of(digest(7)));
        when(digests.claimed(any())).thenReturn(List.of(new DigestSendClaim(7, "2026-W49", Instant.parse("2026-11-30T08:00:00Z"))));
        inUtc();
        job.runJob(null);
        verify(digests, never()).claim(anyLong(), any(), any());
    }

    private static DigestSubscription digest(long id) {
        return new DigestSubscription(id, "ann", 10000, new DigestTime(DayOfWeek.MONDAY, 8), true, false);
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
