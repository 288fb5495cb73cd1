package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.Tree;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Metric;
import org.decisiongates.summary.Ask;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.Question;
import org.junit.Test;

public class WordingTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/weekly-summary-rules.md"));

    private final BundleTexts texts = new BundleTexts();

    @Test
    public void everyHeadlineReadsAsASentence() {
        assertEquals("2 of 3 open blockers are overdue; 1 of them customer-facing.", sentence("blockers-overdue", 2, 3, 1, 0));
        assertEquals("At least 1 of 1 open blocker is overdue.", sentence("blockers-overdue", 1, 1, 0, 1));
        assertEquals("Nobody answers for 0 decisions and 1 blocker.", sentence("ownerless", 0, 1, 0));
        assertEquals("Nothing to report: nothing is open, and nothing was closed or reopened this week among what you may see.", sentence("nothing-to-report", 1));
        assertEquals("On track: 1 blocker and 0 decisions open, each with an owner, none overdue.", sentence("on-track", 1, 0));
        for (HeadlineRule rule : HeadlineRule.values()) {
            String sentence = sentence(rule.key(), 3, 2, 1, 1);
            assertFalse(sentence, sentence.contains("{") || sentence.startsWith("decision-gates"));
        }
    }

    @Test
    public void everyQuestionHasItsAnswer() {
        Question yes = new Question("surfacing-earlier", Question.Answer.YES, Optional.of(new BigDecimal("0.75")), Optional.of(new BigDecimal("0.5")), 8);
        assertEquals("Are blockers surfacing earlier?", texts.getText(Wording.question(yes)));
        assertEquals("Yes", texts.getText(Wording.answer(yes)));
        assertEquals("This week's 8 blockers were found with 75 % of the time to launch left (median); in the four weeks before it was 50 %.",
                texts.getText(Wording.numbers(yes), Wording.arguments(yes)));
        for (String name : List.of("surfacing-earlier", "stability-right", "another")) {
            for (Question.Answer answer : Question.Answer.values()) {
                Question question = new Question(name, answer, Optional.empty(), Optional.empty(), 4);
                for (String text : List.of(texts.getText(Wording.question(question)), texts.getText(Wording.answer(question)),
                        texts.getText(Wording.numbers(question), Wording.arguments(question)))) {
                    assertFalse(text, text.contains("{") || text.startsWith("decision-gates"));
                }
            }
        }
    }

    @Test
    public void everyNameHasATextAndASectionOfTheDocs() {
        List<String> keys = new ArrayList<>();
        for (HeadlineRule rule : HeadlineRule.values()) {
            keys.add(Wording.headline(new Headline(rule.key(), List.of())));
            assertTrue(rule.key(), PAGE.contains("| `" + rule.key() + "` |"));
        }
        for (AskRule rule : AskRule.values()) {
            keys.add(Wording.ask(new Ask(rule.key(), "SHOP-1", "")));
            assertTrue(rule.key(), PAGE.contains("| `" + rule.key() + "` |"));
        }
        for (Metric metric : Metric.values()) {
            keys.add(Wording.metric(Some.figure(metric.key(), "", 0)));
            keys.add(Wording.unit(Some.figure(metric.key(), "", 0)));
        }
        for (String key : keys) {
            assertTrue(key, BundleTexts.has(key));
        }
    }

    @Test
    public void theDocsListHeadlinesAndAsksInTheirOrder() {
        assertEquals(Stream.concat(Arrays.stream(HeadlineRule.values()).map(HeadlineRule::key), Arrays.stream(AskRule.values()).map(AskRule::key)).toList(),
                PAGE.lines().filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3))).toList());
    }

    @Test
    public void writesANumberWithItsUnit() {
        assertEquals("62.5 %", number("reopen-rate", "0.625"));
        assertEquals("1.5 a week", number("pilot-decision-velocity", "1.50"));
        assertEquals("5.5 d", number("blocker-survival", "5.5"));
        assertEquals("7", number("another", "7"));
    }

    @Test
    public void makesNoKeyOfWhatCameWithASummary() {
        String hostile = GoldenHtml.HOSTILE;
        Question question = new Question(hostile, Question.Answer.YES, Optional.empty(), Optional.empty(), 0);
        for (String key : List.of(Wording.headline(new Headline(hostile, List.of())), Wording.ask(new Ask(hostile, "", "")), Wording.question(question),
                Wording.numbers(question), Wording.metric(Some.figure(hostile, "", 0)), Wording.unit(Some.figure(hostile, "", 0)))) {
            assertTrue(key, key.contains(".other") && BundleTexts.has(key));
        }
    }

    private String number(String metric, String value) {
        Figure figure = Some.figure(metric, value, 5);
        return texts.getText(Wording.unit(figure), Wording.value(figure, figure.value().orElseThrow()));
    }

    private String sentence(String rule, long... arguments) {
        Headline headline = new Headline(rule, Arrays.stream(arguments).boxed().toList());
        return texts.getText(Wording.headline(headline), Wording.arguments(headline));
    }
}
