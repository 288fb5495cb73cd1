package org.decisiongates.jira.platform.record;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.After;
import org.junit.Test;

import org.decisiongates.record.Records;

public class PageRecordsTest {

    private final Records stored = mock(Records.class);
    private final PageRecords records = new PageRecords(stored);

    @After
    public void noRequest() {
        ExecutingHttpRequest.clear();
    }

    @Test
    public void readsTheRecordOfAnIssueOnceAPage() {
        asked("GET");
        assertEquals(List.of(), records.ofIssue(1));
        records.recordsOf(1);
        records.ofIssue(2);
        verify(stored, times(1)).ofIssue(1);
        asked("GET");
        records.ofIssue(1);
        verify(stored, times(2)).ofIssue(1);
        verify(stored, times(1)).ofIssue(2);
    }

    @Test
    public void readsAnewWhereTheRequestMayChangeSomethingAndWhereThereIsNone() {
        asked("POST");
        records.ofIssue(1);
        records.ofIssue(1);
        ExecutingHttpRequest.clear();
        records.ofIssue(1);
        records.ofIssue(1);
        verify(stored, times(4)).ofIssue(anyLong());
    }

    private static void asked(String method) {
        Map<String, Object> attributes = new HashMap<>();
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1))).when(request).setAttribute(anyString(), any());
        ExecutingHttpRequest.set(request, null);
    }
}
