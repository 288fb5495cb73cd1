package org.decisiongates.jira.impact;

import java.util.List;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLines;

/** What the panel of impact lines shows. */
public final class ImpactView {

    private final String address;
    private final boolean blocker;
    private final boolean editable;
    private final List<ImpactLineView> lines;

    ImpactView(String address, boolean blocker, boolean editable, List<ImpactLineView> lines) {
        this.address = address;
        this.blocker = blocker;
        this.editable = editable;
        this.lines = List.copyOf(lines);
    }

    /** Where changes are sent. */
    public String getAddress() {
        return address;
    }

    /** Whether the lines say what becomes of numbers if nothing is done. */
    public boolean isBlocker() {
        return blocker;
    }

    /** Whether the viewer may change lines. */
    public boolean isEditable() {
        return editable;
    }

    /** Whether one more line may be added. */
    public boolean isRoomLeft() {
        return lines.size() < ImpactLines.MOST;
    }

    public List<ImpactLineView> getLines() {
        return lines;
    }

    public int getMetricLength() {
        return ImpactLineParser.METRIC_LENGTH;
    }

    public int getUnitLength() {
        return ImpactLineParser.UNIT_LENGTH;
    }
}
