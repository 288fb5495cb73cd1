package org.decisiongates.jira.health;

import java.util.SortedMap;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.health.TableSizes;

/** Which database it is, and how many rows each of the app's tables has. */
@JiraComponent
class TableSupportFile implements SupportFile {

    private final TableSizes sizes;

    TableSupportFile(TableSizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Tables(sizes.database(), sizes.rows());
    }

    private record Tables(String database, SortedMap<String, Long> rows) {
    }
}
