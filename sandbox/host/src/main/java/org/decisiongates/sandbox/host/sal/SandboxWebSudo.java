package org.decisiongates.sandbox.host.sal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Secure administrator sessions are switched off in the box, as an administrator may do in the products. */
public final class SandboxWebSudo {

    public boolean canExecuteRequest(HttpServletRequest request) {
        return true;
    }

    public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
        // Nothing is asked for while secure sessions are off.
    }

    public void willExecuteWebSudoRequest(HttpServletRequest request) {
        // Every request passes while secure sessions are off.
    }
}
