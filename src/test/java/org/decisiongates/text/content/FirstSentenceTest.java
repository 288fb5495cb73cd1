package org.decisiongates.text.content;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FirstSentenceTest {

    @Test
    public void endsWhereTheFirstSentenceEnds() {
        String[][] table = {
                {"Do we take cards? I would.", "Do we take cards?"},
                {"  \r\n\r\nWhich supplier, e.g. the old one, is it?\nThe new one.", "Which supplier, e.g. the old one, is it?"},
                {"*Which* supplier", "*Which* supplier"},
                {"{color:red}Which supplier?{color} Soon.", "Which supplier?"},
                {"{quote}Said before.{quote}", "Said before."},
                {"!shot.png!", ""},
                {"", ""},
        };
        for (String[] row : table) {
            assertEquals(row[1], FirstSentence.of(row[0]));
        }
    }
}
