package org.decisiongates.architecture.offender.jira;

import net.java.ao.RawEntity;

record SeesTables(RawEntity<Long> entity) {
}
