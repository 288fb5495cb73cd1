package org.decisiongates.architecture.offender.jira;

import org.decisiongates.architecture.offender.confluence.KnowsIssues;

record KnowsConfluence(KnowsIssues other) {
}
