package org.decisiongates.architecture.offender.gate;

import org.slf4j.Logger;

record KnowsTheHost(Logger log) {
}
