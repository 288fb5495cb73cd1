package org.decisiongates.architecture.offender.jira.gate;

import org.decisiongates.architecture.offender.jira.impact.SomePanel;

record GoesSideways(SomePanel panel) {
}
