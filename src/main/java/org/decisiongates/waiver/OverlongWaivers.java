package org.decisiongates.waiver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;

/**
 * Finds waivers that last longer than their policy allows now: it allowed more when they were granted. They go on to count, since whoever
 * granted them did so by the rules of that day.
 */
public final class OverlongWaivers {

    private final PoliciesInForce inForce;
    private final ZoneId zone;

    /** @param zone the zone that days of waivers are meant in */
    public OverlongWaivers(PoliciesInForce inForce, ZoneId zone) {
        this.inForce = inForce;
        this.zone = zone;
    }

    /** The policies of those of {@code waivers} that are active at {@code now} and too long, one for each waiver. */
    public List<Policy> of(Collection<Waiver> waivers, Instant now) {
        List<Policy> policies = new ArrayList<>();
        for (Waiver waiver : waivers) {
            Optional<Policy> policy = inForce.policy(waiver.rule().scope(), waiver.rule().policy());
            if (waiver.isActive(now) && policy.isPresent() && isOverlong(waiver, policy.get())) {
                policies.add(policy.get());
            }
        }
        return policies;
    }

    private boolean isOverlong(Waiver waiver, Policy policy) {
        LocalDate granted = waiver.newest().at().atZone(zone).toLocalDate();
        return waiver.until().isAfter(WaiverTermsCheck.latest(policy.waivers(), granted).plusDays(1).atStartOfDay(zone).toInstant());
    }
}
