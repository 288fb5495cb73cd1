package org.decisiongates.sandbox.host.web;

import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.decisiongates.sandbox.host.NotInSandbox;

/** Keeps what a page writes, so that it can be framed. */
public final class KeptResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CharArrayWriter text = new CharArrayWriter();
    private final PrintWriter writer = new PrintWriter(text);

    public KeptResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new NotInSandbox(ServletOutputStream.class, "setWriteListener");
            }

            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] more, int offset, int length) {
                bytes.write(more, offset, length);
            }
        };
    }

    @Override
    public void setContentLength(int length) {
        // The frame makes the page longer.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The frame makes the page longer.
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before the frame is around it.
    }

    /** Everything that was written. */
    public byte[] body() {
        writer.flush();
        return text.size() > 0 ? text.toString().getBytes(StandardCharsets.UTF_8) : bytes.toByteArray();
    }
}
