package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** What set-up has made, and which id it has; names, by which workflows are known, are left out. */
@JiraComponent
class SetupSupportFile implements SupportFile {

    private static final String ID = "(customfield_)?[0-9]{1,18}";

    private final Setup setUp;
    private final SetupRegistry registry;

    SetupSupportFile(Setup setUp, SetupRegistry registry) {
        this.setUp = setUp;
        this.registry = registry;
    }

    @Override
    public String name() {
        return "set-up";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Parts(setUp.parts().stream().map(part -> new Part(part.thing(), part.state(),
                registry.id(part.thing()).filter(id -> id.matches(ID)))).toList());
    }

    private record Parts(List<Part> parts) {
    }

    private record Part(String thing, SetupPart.State state, Optional<String> id) {
    }
}
