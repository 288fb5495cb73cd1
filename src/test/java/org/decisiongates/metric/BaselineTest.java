package org.decisiongates.metric;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;

public class BaselineTest {

    @Test
    public void isTheMedianOfTheFourWeeksBefore() {
        assertEquals(Optional.of(new BigDecimal("0.3500")),
                before(week("0.1", 5), week("0.4", 5), week("0.3", 5), week("0.9", 5), week("7", 500)));
        assertEquals(Optional.of(new BigDecimal("0.4000")), before(week("0.1", 5), week("0.4", 5), week("0.9", 5)));
    }

    @Test
    public void isThereOnlyWhenTwoWeeksHaveANumberThatRestsOnFiveInAll() {
        assertEquals(Optional.empty(), before());
        assertEquals(Optional.empty(), before(week("0.1", 50)));
        assertEquals(Optional.empty(), before(week("0.1", 50), noWeek(), noWeek(), noWeek()));
        assertEquals(Optional.empty(), before(week("0.1", 2), week("0.3", 2)));
        assertEquals(Optional.of(new BigDecimal("0.2000")), before(week("0.1", 2), noWeek(), week("0.3", 3)));
        assertEquals(Optional.empty(), before(week("0.1", 5), noWeek(), noWeek(), noWeek(), week("0.1", 5)));
    }

    @Test
    public void qualityIsKeptWhenDecidingIsATenthFasterAndNothingElseIsWorse() {
        assertQuality("1", "9.00", "0.1500", "0.7500");
        assertQuality("0", "9.01", "0.1500", "0.7500");
        assertQuality("0", "9.00", "0.1501", "0.7500");
        assertQuality("0", "9.00", "0.1500", "0.7499");
        assertQuality("1", "0.00", "0.0000", "1.0000");
    }

    @Test
    public void nothingIsSaidOfQualityWhereANumberIsMissing() {
        List<Figure> now = quality("9.00", "0.1500", "0.7500");
        assertEquals(Optional.empty(), badge(new Baseline(List.of(now)), now));
        for (int missing = 0; missing < now.size(); missing++) {
            List<Figure> some = new ArrayList<>(now);
            some.remove(missing);
            assertEquals(Optional.empty(), badge(new Baseline(List.of(now, now)), some));
            assertEquals(Optional.empty(), badge(new Baseline(List.of(some, some)), now));
        }
    }

    @Test
    public void everyOtherFigureKeepsWhatItIs() {
        Figure figure = figure(Metrics.BYPASS_RATE, "0.5", 7).with(BypassRate.FIRST_PASS_RATE, BigDecimal.ONE);
        assertEquals(List.of(figure), new Baseline(List.of()).beside(List.of(figure)));
    }

    private static void assertQuality(String expected, String days, String reopened, String firstPass) {
        List<Figure> before = quality("10.00", "0.1000", "0.8000");
        assertEquals(Optional.of(expected), badge(new Baseline(List.of(before, before)), quality(days, reopened, firstPass)));
    }

    private static Optional<String> badge(Baseline trailing, List<Figure> now) {
        return trailing.beside(now).stream().flatMap(figure -> Optional.ofNullable(figure.secondaryFigures().get("quality-kept")).stream())
                .map(BigDecimal::toPlainString).findFirst();
    }

    private static List<Figure> quality(String days, String reopened, String firstPass) {
        return List.of(figure(Metrics.PILOT_DECISION_VELOCITY, "3", 5).with(PilotDecisionVelocity.MEDIAN, new BigDecimal(days)),
                figure(Metrics.REOPEN_RATE, reopened, 5),
                figure(Metrics.BYPASS_RATE, "0", 5).with(BypassRate.FIRST_PASS_RATE, new BigDecimal(firstPass)));
    }

    private static Optional<BigDecimal> before(Figure... weeks) {
        return new Baseline(Stream.of(weeks).map(List::of).toList()).beside(List.of(week("0.5", 7))).get(0).before();
    }

    private static Figure week(String value, long sample) {
        return figure(Metrics.REOPEN_RATE, value, sample);
    }

    private static Figure noWeek() {
        return Metrics.REOPEN_RATE.figure(Optional.empty(), 0, new ContributingIssues());
    }

    private static Figure figure(MetricDefinition metric, String value, long sample) {
        return metric.figure(Optional.of(new BigDecimal(value)), sample, new ContributingIssues());
    }
}
