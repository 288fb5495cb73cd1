package org.decisiongates.architecture.offender.timeline;

import org.decisiongates.architecture.offender.policy.CycleThere;

public record CycleBack(CycleThere there) {
}
