package org.decisiongates.sandbox.host.template;

import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.log.LogChute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Velocity's warnings and errors in the host's log; its chatter nowhere. */
final class TemplateLog implements LogChute {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateLog.class);

    @Override
    public void init(RuntimeServices services) {
        // Nothing to prepare.
    }

    @Override
    public void log(int level, String message) {
        log(level, message, null);
    }

    @Override
    public void log(int level, String message, Throwable cause) {
        if (level >= ERROR_ID) {
            LOG.error(message, cause);
        } else if (level >= WARN_ID) {
            LOG.warn(message, cause);
        }
    }

    @Override
    public boolean isLevelEnabled(int level) {
        return level >= WARN_ID;
    }
}
