package org.decisiongates.sandbox.jira.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

import com.atlassian.jira.project.version.Version;

import org.decisiongates.sandbox.host.Strict;
import org.decisiongates.sandbox.jira.model.VersionRow;

/** A release as apps see it; its days are midnights in the zone of Jira's process, as in Jira. */
public record SandboxVersion(VersionRow row) {

    static Version of(VersionRow row) {
        return Strict.of(Version.class, new SandboxVersion(row));
    }

    public Long getId() {
        return row.id();
    }

    public String getName() {
        return row.name();
    }

    public boolean isReleased() {
        return row.released();
    }

    public Date getStartDate() {
        return midnight(row.startDay());
    }

    public Date getReleaseDate() {
        return midnight(row.releaseDay());
    }

    private static Date midnight(String day) {
        return day == null ? null : Date.from(LocalDate.parse(day).atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
