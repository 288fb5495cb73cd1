package org.decisiongates.architecture.offender.jira;

record GateManager(String name) {
}
