package org.decisiongates.confluence.macro;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.page.Surface;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.IsolatedText;

/**
 * Words in the language of the reader why a macro has nothing to show, or nothing newer. What came from Jira is text here, never an
 * address.
 */
public final class MacroNoticeFormatter {

    private static final String KEY = "decision-gates.macro.";
    private static final int MAX_SUBJECT_LENGTH = 300;

    private final ConfluenceTexts texts;
    private final String reasons;

    /** @param reasons what stands before the name of a reason in the keys of the texts of a macro */
    public MacroNoticeFormatter(ConfluenceTexts texts, String reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /**
     * What stands on the page instead.
     *
     * @param step what the reader can do, where it is not what is usual for the reason
     */
    public MacroNoticeView notice(Missing missing, List<LinkView> links, Optional<String> step) {
        String key = reasons + missing.reason().key();
        String subject = cut(missing.subject());
        return new MacroNoticeView(texts.text(key + ".title", subject), texts.text(key + ".text", subject), List.of(),
                step.orElseGet(() -> texts.text(key + ".step", subject)), links);
    }

    /**
     * Everything that is wrong with what a macro asks, at once, so that nobody edits the page five times.
     *
     * @param more what else is wrong with the macro
     */
    public MacroNoticeView notice(List<Missing> faults, List<String> more, List<LinkView> links) {
        if (more.isEmpty() && faults.size() == 1) {
            return notice(faults.get(0), links, Optional.empty());
        }
        List<String> problems = new ArrayList<>();
        faults.forEach(fault -> problems.add(texts.text(reasons + fault.reason().key() + ".text", cut(fault.subject()))));
        problems.addAll(more);
        return new MacroNoticeView(text("bad.title"), text("bad.text"), problems, text("bad.step"), links);
    }

    /**
     * Where a reader can go from a notice; nowhere from what is not a page.
     *
     * @param refresh where Jira is asked again; empty where there is no such place
     * @param more    where else this one can go
     * @param help    address of the help page
     */
    public List<LinkView> links(Missing missing, Surface surface, Optional<String> refresh, List<LinkView> more, String help) {
        List<LinkView> links = new ArrayList<>();
        if (surface == Surface.PAGE) {
            missing.address().filter(MacroNoticeFormatter::isOfTheWeb)
                    .ifPresent(address -> links.add(new LinkView(text("authorise"), address.toString(), "authorise")));
            refresh.ifPresent(address -> links.add(new LinkView(text("again"), address, "refresh")));
            links.addAll(more);
            links.add(help(help));
        }
        return links;
    }

    /** The way to the help page. */
    public LinkView help(String address) {
        return new LinkView(text("help"), address, "help");
    }

    /** The way to a newer answer. */
    public LinkView refresh(String address) {
        return new LinkView(text("refresh"), address, "refresh");
    }

    /** How old the copy is that is shown, and why; empty where Jira answers. */
    public Optional<MarkView> stale(Found found) {
        return found.whyStale().map(why -> new MarkView(text("stale", age(found.age()), texts.text(reasons + why.key() + ".title", "Jira")),
                "warning"));
    }

    /** The address people know that Jira by, without a slash at its end; empty text for one that no link may lead to. */
    public static String jira(Found found) {
        return isOfTheWeb(found.jira()) ? found.jira().toString().replaceAll("/+$", "") : "";
    }

    /** What somebody typed, short enough for a sentence, and without an effect on what stands around it. */
    public static String cut(String text) {
        return IsolatedText.of(Abbreviation.of(text, MAX_SUBJECT_LENGTH));
    }

    private String age(Duration age) {
        if (age.toHours() == 0) {
            return text("age.minutes", age.toMinutes());
        }
        return age.toDays() == 0 ? text("age.hours", age.toHours()) : text("age.days", age.toDays());
    }

    private static boolean isOfTheWeb(URI address) {
        return address != null && address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
