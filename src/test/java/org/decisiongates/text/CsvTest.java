package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.Test;

public class CsvTest {

    @Test
    public void quotesWhatWouldEndAValueOrALine() {
        assertEquals("plain,,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n",
                Csv.line(List.of("plain", "", "a,b", "say \"no\"", "two\nlines")));
    }

    @Test
    public void keepsSpreadsheetsFromCalculatingWhatPeopleTyped() {
        Map.of("=1+1", "'=1+1", "+cmd", "'+cmd", "-2+3", "'-2+3", "@SUM(A1)", "'@SUM(A1)", " =1", "' =1", "\t=1", "'\t=1", "\uFF1D1",
                "'\uFF1D1", "-12.5", "-12.5", "7", "7", "a=b", "a=b").forEach(
                        (typed, written) -> assertEquals(written + "\r\n",
                                Csv.line(List.of(typed))));
        assertEquals("a blank that is none", "'\u00A0=1\r\n", Csv.line(List.of("\u00A0=1")));
        assertEquals("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n", Csv.line(List.of("=HYPERLINK(\"x\",\"y\")")));
    }
}
