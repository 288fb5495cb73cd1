package org.decisiongates.store.takeout;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.UniqueInsert;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;

/** What was imported, in the product's database. */
@JiraComponent
public final class AoImportedIssues implements ImportedIssues {

    private final ActiveObjects ao;

    public AoImportedIssues(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Optional<ImportedIssue> find(String origin) {
        return row(origin).map(row -> new ImportedIssue(origin, Optional.ofNullable(row.getIssueId()),
                Instant.ofEpochMilli(row.getBegunMillis()), row.isComplete()));
    }

    @Override
    public boolean begin(String origin, Instant now) {
        return UniqueInsert.into(ao, ImportedIssueRow.class,
                Map.of(ImportedIssueRow.ORIGIN, origin, ImportedIssueRow.BEGUN_MILLIS, now.toEpochMilli(), ImportedIssueRow.COMPLETE,
                        false),
                Query.select().where("ORIGIN = ?", origin));
    }

    @Override
    public void became(String origin, long issueId) {
        row(origin).ifPresent(row -> {
            row.setIssueId(issueId);
            row.save();
        });
    }

    @Override
    public void done(String origin) {
        row(origin).ifPresent(row -> {
            row.setComplete(true);
            row.save();
        });
    }

    @Override
    public void forget(String origin) {
        row(origin).ifPresent(ao::delete);
    }

    @Override
    public boolean isImported(long issueId) {
        return ao.count(ImportedIssueRow.class, Query.select().where("ISSUE_ID = ?", issueId)) > 0;
    }

    private Optional<ImportedIssueRow> row(String origin) {
        return Arrays.stream(ao.find(ImportedIssueRow.class, of(origin))).findFirst();
    }

    private static Query of(String origin) {
        return Query.select().where("ORIGIN = ?", origin);
    }
}
