package org.decisiongates.jira.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.health.SupportFile;
import org.decisiongates.health.SupportZip;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the support zip to administrators of Jira with a confirmed session. It changes nothing. It admits everybody, as an administrator
 * need not have application access, and {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class SupportZipServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");
    private static final Logger LOG = LoggerFactory.getLogger(SupportZipServlet.class);

    private final transient AdminAccess door;
    private final transient SupportZip zip;
    private final transient Clock clock;

    public SupportZipServlet(AdminAccess door, List<SupportFile> files, Clock clock) {
        this.door = door;
        this.zip = new SupportZip(files, (file, thrown) -> LOG.error("the file {} of the support zip could not be made", file, thrown));
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (door.admit(request, response).isEmpty()) {
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        zip.write(clock.instant(), whole);
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"decision-gates-support.zip\"");
        response.setContentLength(whole.size());
        whole.writeTo(response.getOutputStream());
    }
}
