package org.decisiongates.confluence.macro;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;

/** A macro as it stands in every kind of output, given what Jira came to. */
public final class RenderedMacro {

    /** What the product asks for: the names of its output types, and a page on a phone. */
    public static final List<String> OUTPUTS = List.of("display", "preview", "pdf", "word", "html_export", "email", "feed", "diff",
            "mobile");

    private final Map<String, String> outputs = new LinkedHashMap<>();

    private RenderedMacro() {
    }

    /** A client that gives every question this answer. */
    public static JiraClient answering(JiraAnswer answer) {
        JiraClient jira = mock(JiraClient.class);
        when(jira.ask(any())).thenReturn(answer);
        return jira;
    }

    public static RenderedMacro of(Macro macro, Map<String, String> parameters) {
        RenderedMacro rendered = new RenderedMacro();
        try {
            for (String output : OUTPUTS) {
                rendered.outputs.put(output, macro.execute(parameters, "", context(output)));
            }
        } catch (MacroExecutionException e) {
            throw new AssertionError(e);
        }
        return rendered;
    }

    /** The texts of the app in English. */
    public static ConfluenceTexts texts() {
        LocaleResolver english = LoopbackLink.answering(LocaleResolver.class, (method, arguments) -> Locale.ENGLISH);
        return new ConfluenceTexts(new BundleTexts(), english);
    }

    /** A Confluence at {@code /confluence}. */
    public static ApplicationProperties host() {
        return LoopbackLink.answering(ApplicationProperties.class, (method, arguments) -> "/confluence");
    }

    /** Renders with the real engine. */
    public static TemplateRenderer templates() {
        return LoopbackLink.answering(TemplateRenderer.class, (method, arguments) -> {
            ((Writer) arguments[2])
                    .write(GoldenHtml.of((String) arguments[0]).with("view", ((Map<?, ?>) arguments[1]).get("view")).render());
            return null;
        });
    }

    public String in(String output) {
        return outputs.get(output);
    }

    /** Every output of every variant, equal ones once. */
    public static String describe(Map<String, RenderedMacro> variants) {
        Map<String, Map<String, List<String>>> parts = new LinkedHashMap<>();
        variants.forEach((variant, rendered) -> rendered.outputs.forEach((output, html) -> parts
                .computeIfAbsent(html, any -> new LinkedHashMap<>()).computeIfAbsent(variant, any -> new ArrayList<>()).add(output)));
        StringBuilder description = new StringBuilder();
        parts.forEach(
                (html, in) -> description.append(in.entrySet().stream().map(one -> one.getKey() + ": " + String.join(" ", one.getValue()))
                        .collect(Collectors.joining(" | ", "<!-- ", " -->\n"))).append(html));
        return description.toString();
    }

    private static ConversionContext context(String output) {
        boolean phone = output.equals("mobile");
        ContentEntityObject page = mock(ContentEntityObject.class);
        when(page.getIdAsString()).thenReturn("17");
        when(page.getBodyAsString()).thenReturn("");
        return LoopbackLink.answering(ConversionContext.class, (method, arguments) -> switch (method) {
            case "getEntity" -> page;
            case "getOutputDeviceType" -> phone ? "mobile" : "desktop";
            default -> phone ? "display" : output;
        });
    }
}
