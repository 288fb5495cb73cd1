package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.page.view.BarView;

/** Draws a number above the number it came from, to one scale, with a line where zero is. */
final class Bars {

    static final int WIDTH = 100;
    static final int HEIGHT = 16;

    private static final int THICKNESS = 6;

    private Bars() {
    }

    /** @param style what the upper bar stands for: {@code better}, {@code worse}, {@code same} */
    static List<BarView> of(BigDecimal now, Optional<BigDecimal> before, String style) {
        double scale = Math.max(Math.abs(now.doubleValue()), Math.abs(before.orElse(BigDecimal.ZERO).doubleValue()));
        if (scale == 0 || Double.isInfinite(scale)) {
            return List.of();
        }
        boolean signed = now.signum() < 0 || before.orElse(BigDecimal.ZERO).signum() < 0;
        int zero = signed ? WIDTH / 2 : 0;
        double unit = (signed ? WIDTH / 2 - 1 : WIDTH - 1) / scale;
        List<BarView> bars = new ArrayList<>();
        bars.add(bar(zero, (int) Math.round(now.doubleValue() * unit), 1, style));
        before.ifPresent(earlier -> bars.add(bar(zero, (int) Math.round(earlier.doubleValue() * unit), HEIGHT - THICKNESS - 1, "before")));
        bars.add(new BarView(zero, 0, 1, HEIGHT, "zero"));
        return bars;
    }

    private static BarView bar(int zero, int length, int top, String style) {
        return new BarView(Math.min(zero, zero + length), top, Math.abs(length), THICKNESS, style);
    }
}
