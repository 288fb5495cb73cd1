package org.decisiongates.sandbox.host;

import java.util.Random;

import org.junit.runner.Description;
import org.junit.runner.manipulation.Ordering;

/**
 * Runs the tests of a class, and the databases it runs on, in another order in every build, so that none comes to need an earlier one.
 * {@code -Dorder=} and the number that was printed repeat an order.
 */
public final class AnyOrder implements Ordering.Factory {

    private static final long SEED = Long.getLong("order", new Random().nextInt(1_000_000));

    @Override
    public Ordering create(Ordering.Context context) {
        Description tests = context.getTarget();
        System.out.println(tests.getDisplayName() + " runs in the order of -Dorder=" + SEED);
        return Ordering.shuffledBy(new Random(SEED));
    }
}
