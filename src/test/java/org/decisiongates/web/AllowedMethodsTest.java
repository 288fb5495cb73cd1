package org.decisiongates.web;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Test;

public class AllowedMethodsTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final AllowedMethods methods = AllowedMethods.of("GET", "POST");

    @Test
    public void admitsWhatItNamesAndHeadBesideGet() throws Exception {
        for (String method : List.of("GET", "HEAD", "POST")) {
            when(request.getMethod()).thenReturn(method);
            assertEquals(method, true, methods.admit(request, response));
        }
        verifyNoInteractions(response);
    }

    @Test
    public void refusesAllOthersAndSaysWhichItTakes() throws Exception {
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "FROBNICATE")) {
            HttpServletResponse answer = mock(HttpServletResponse.class);
            when(request.getMethod()).thenReturn(method);
            assertEquals(method, false, methods.admit(request, answer));
            verify(answer).setHeader("Allow", "GET, HEAD, POST, OPTIONS");
            verify(answer).sendError(405);
        }
    }

    @Test
    public void answersOptionsByItself() throws Exception {
        when(request.getMethod()).thenReturn("OPTIONS");
        assertEquals(false, methods.admit(request, response));
        verify(response).setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        verify(response).setStatus(204);
    }
}
