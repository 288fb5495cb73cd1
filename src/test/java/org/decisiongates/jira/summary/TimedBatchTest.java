package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

public class TimedBatchTest {

    private static final List<String> QUESTIONS = List.of("\"a\"", "\"b\"", "\"c\"", "\"d\"");

    private long nanos;

    @Test
    public void answersEverythingWithinASecond() {
        assertEquals("{\"answers\":[\"a\",\"b\",\"c\",\"d\"]}", answered(249));
        assertEquals("{\"answers\":[]}", new TimedBatch(() -> nanos).answer(List.of(), question -> question));
    }

    @Test
    public void saysOfWhatItDidNotComeToThatItIsToBeAskedAgain() {
        assertEquals("{\"answers\":[\"a\",\"b\",\"c\",{\"status\":202}]}", answered(400));
        assertEquals("{\"answers\":[\"a\",{\"status\":202},{\"status\":202},{\"status\":202}]}", answered(1_000));
    }

    @Test
    public void answersTheFirstWhateverItTakes() {
        assertEquals("{\"answers\":[\"a\",{\"status\":202},{\"status\":202},{\"status\":202}]}", answered(60_000));
    }

    private String answered(long millisForEach) {
        return new TimedBatch(() -> nanos).answer(QUESTIONS, question -> {
            nanos += millisForEach * 1_000_000;
            return question;
        });
    }
}
