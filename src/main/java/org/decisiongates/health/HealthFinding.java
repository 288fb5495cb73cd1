package org.decisiongates.health;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import org.decisiongates.text.Message;

/**
 * Something that is wrong with the app here, told to whoever can correct it.
 *
 * @param key       what is wrong: the key of the check, a dot, and the kind; monitoring knows it by this, and so do the texts
 * @param severity  how bad it is, never {@link HealthStatus#OK}
 * @param arguments which object it is about, and what else the text has places for
 * @param fix       address below that of the product where it is corrected; empty where only the step says how
 * @param repair    the {@link HealthRepair} that mends it; empty where the app cannot
 */
public record HealthFinding(String key, HealthStatus severity, List<? extends Serializable> arguments, Optional<String> fix,
        Optional<String> repair) {

    /** What keys of texts begin with, before the key of the finding. */
    public static final String TEXTS = "decision-gates.health.";

    public HealthFinding {
        if (severity == HealthStatus.OK) {
            throw new IllegalArgumentException(key + " is no finding when all is well");
        }
        arguments = List.copyOf(arguments);
    }

    /** Something that does not work. */
    public static HealthFinding error(String key, Serializable... arguments) {
        return new HealthFinding(key, HealthStatus.ERROR, List.of(arguments), Optional.empty(), Optional.empty());
    }

    /** Something that works, and that somebody should look at. */
    public static HealthFinding warning(String key, Serializable... arguments) {
        return new HealthFinding(key, HealthStatus.WARNING, List.of(arguments), Optional.empty(), Optional.empty());
    }

    /** The same, corrected at an address below that of the product. */
    public HealthFinding fixedAt(String address) {
        return new HealthFinding(key, severity, arguments, Optional.of(address), repair);
    }

    /** The same, mended by the app when an administrator of the product asks for it. */
    public HealthFinding repairedBy(String repairKey) {
        return new HealthFinding(key, severity, arguments, fix, Optional.of(repairKey));
    }

    /** What is wrong, and with which object. */
    public Message what() {
        return new Message(TEXTS + key, arguments);
    }

    /** What to do about it; takes the same arguments. */
    public Message step() {
        return new Message(TEXTS + key + ".step", arguments);
    }
}
