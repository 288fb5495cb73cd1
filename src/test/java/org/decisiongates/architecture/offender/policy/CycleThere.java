package org.decisiongates.architecture.offender.policy;

import org.decisiongates.architecture.offender.timeline.CycleBack;

public record CycleThere(CycleBack back) {
}
