package org.decisiongates.architecture.offender.metric;

import org.decisiongates.architecture.offender.impact.SomeLine;

record KnowsItsSibling(SomeLine line) {
}
