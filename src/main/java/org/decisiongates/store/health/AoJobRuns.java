package org.decisiongates.store.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;
import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Sha256;

/** The last runs of jobs in the product's database. */
@JiraComponent
public final class AoJobRuns implements JobRuns {

    private final ActiveObjects ao;

    public AoJobRuns(ActiveObjects ao) {
        this.ao = ao;
    }

    /** Each statement stands alone: a job runs once at a time on a node, and what two threads still write at once is the same row. */
    @Override
    public void put(JobRun run) {
        if (!update(run)) {
            insert(run);
            ao.delete(ao.find(JobRunRow.class,
                    Query.select().where("STARTED_MILLIS < ?", run.startedAt().minus(KEPT).toEpochMilli()).order("ID").limit(MAX_ROWS)));
        }
    }

    private boolean update(JobRun run) {
        JobRunRow[] rows = ao.find(JobRunRow.class, Query.select().where("RUN_KEY = ?", key(run)));
        for (JobRunRow row : rows) {
            row.setStartedMillis(run.startedAt().toEpochMilli());
            row.setTookMillis(run.took().toMillis());
            run.succeededAt().ifPresent(at -> row.setSucceededMillis(at.toEpochMilli()));
            row.setFault(run.isSuccess() ? null : Abbreviation.cut(run.fault(), JobRunRow.NAME_LENGTH));
            row.save();
        }
        return rows.length > 0;
    }

    private void insert(JobRun run) {
        Map<String, Object> row = new HashMap<>(8);
        row.put(JobRunRow.RUN_KEY, key(run));
        row.put(JobRunRow.JOB_NAME, Abbreviation.cut(run.job(), JobRunRow.NAME_LENGTH));
        TextColumn.put(row, JobRunRow.NODE_ID, run.node(), JobRunRow.NAME_LENGTH);
        row.put(JobRunRow.STARTED_MILLIS, run.startedAt().toEpochMilli());
        row.put(JobRunRow.TOOK_MILLIS, run.took().toMillis());
        run.succeededAt().ifPresent(at -> row.put(JobRunRow.SUCCEEDED_MILLIS, at.toEpochMilli()));
        TextColumn.put(row, JobRunRow.FAULT, run.fault(), JobRunRow.NAME_LENGTH);
        UniqueInsert.into(ao, JobRunRow.class, row, Query.select().where("RUN_KEY = ?", key(run)));
    }

    @Override
    public List<JobRun> all() {
        return Arrays.stream(ao.find(JobRunRow.class, Query.select().order("STARTED_MILLIS DESC").limit(MAX_ROWS))).map(AoJobRuns::run)
                .sorted(Comparator.comparing(JobRun::job).thenComparing(JobRun::node)).toList();
    }

    private static String key(JobRun run) {
        return new Sha256().update(run.job() + " " + run.node()).hex();
    }

    private static JobRun run(JobRunRow row) {
        return new JobRun(row.getJobName(), TextColumn.read(row.getNodeId()), Instant.ofEpochMilli(row.getStartedMillis()),
                Duration.ofMillis(row.getTookMillis()), TextColumn.read(row.getFault()),
                Optional.ofNullable(row.getSucceededMillis()).map(Instant::ofEpochMilli));
    }
}
