package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class Sha256Test {

    /** FIPS 180-4, example of one block. */
    @Test
    public void agreesWithTheStandard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new Sha256().update("a").update("bc").hex());
    }
}
