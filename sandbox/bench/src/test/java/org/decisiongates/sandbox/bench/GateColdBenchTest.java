package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.junit.Test;

public class GateColdBenchTest {

    @Test
    public void asksEachVariantInAProcessOfItsOwn() throws Exception {
        for (String variant : new String[] {"plain", "gate", "groovy"}) {
            long[] taken = GateColdBench.measure(variant, "fail");
            assertEquals(4, taken.length);
            assertTrue(Arrays.toString(taken), taken[1] > 0 && taken[2] > taken[1] && taken[3] > taken[2]);
        }
    }
}
