package org.decisiongates.architecture.offender.jira.platform;

import org.decisiongates.architecture.offender.jira.impact.SomePanel;

record KnowsASlice(SomePanel[] panels) {
}
