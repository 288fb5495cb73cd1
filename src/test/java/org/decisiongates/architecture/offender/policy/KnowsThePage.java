package org.decisiongates.architecture.offender.policy;

import org.decisiongates.architecture.offender.page.SomePage;

record KnowsThePage(SomePage page) {
}
