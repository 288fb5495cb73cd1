package org.decisiongates.architecture.offender.policy;

import org.slf4j.Logger;

record KnowsTheHost(Logger log) {
}
