package org.decisiongates.jira.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.ChainReport;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.LinkView;

/**
 * Verifies the journal of gates of a project on its page, and says in words what was found: at most {@value #LINKS} times
 * {@value #PARTS} links for one click.
 */
@JiraComponent
class AuditVerification {

    /** Of the address: the link behind which to begin. */
    static final String PARAMETER = "verify";

    static final int LINKS = 500;
    static final int PARTS = 20;
    /** Where it is on the page: the filter above it is high on a narrow one. */
    private static final String PLACE = "#decision-gates-audit-verified";
    private static final String KEY = "decision-gates.jira.audit.verified.";

    private final ChainVerifier verifier;
    private final FilterFormatter filters;
    private final JiraTexts texts;

    AuditVerification(GateSeals seals, Erasures erasures, FilterFormatter filters, JiraTexts texts) {
        this.verifier = new ChainVerifier(seals, erasures);
        this.filters = filters;
        this.texts = texts;
    }

    /** The way to the verification of all that is sealed. */
    LinkView link(Project project, GateFilterParser asked) {
        return behind(project, asked, 0, texts.text("decision-gates.jira.audit.verify"), "verify");
    }

    /**
     * What is found in a project.
     *
     * @param after what the address gives, unchecked: the link behind which to begin
     */
    VerificationView of(Project project, GateFilterParser asked, String after) {
        SealChain chain = SealChain.ofProject(project.getId());
        long start = after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        Walk walk = new Walk();
        ChainReport part = walk.take(verifier.verify(chain, start, LINKS));
        for (int i = 1; i < PARTS && part.next().isPresent(); i++) {
            part = walk.take(verifier.verify(chain, part.next().get(), LINKS));
        }
        List<String> found = new ArrayList<>();
        found.add(finding(part, start, walk.checked));
        if (!part.isIntact()) {
            found.add(texts.text(KEY + "then"));
        }
        if (!walk.late.isEmpty()) {
            found.add(texts.text(KEY + "late", walk.late.size(), walk.late.get(0)));
        }
        if (!walk.erasures.isEmpty()) {
            found.add(texts.text(KEY + "erased", walk.erasures.size()));
        }
        if (part.unsealed() > 0) {
            found.add(texts.text(KEY + "unsealed", part.unsealed()));
        }
        return new VerificationView(style(part, walk.checked), found, part.next().stream()
                .map(next -> behind(project, asked, next, texts.text(KEY + "go-on", next), "go-on")).toList());
    }

    private String finding(ChainReport part, long start, long checked) {
        if (part.broken().isPresent()) {
            return texts.text(KEY + part.broken().get().fault().name(), part.broken().get().position());
        }
        if (checked == 0 && start == 0) {
            return texts.text("decision-gates.jira.audit.not-sealed");
        }
        return texts.text(KEY + (part.next().isPresent() ? "so-far" : "intact"), Math.min(start + 1, start + checked), start + checked);
    }

    private static String style(ChainReport part, long checked) {
        if (!part.isIntact()) {
            return "error";
        }
        return part.next().isPresent() || checked == 0 ? "info" : "success";
    }

    private LinkView behind(Project project, GateFilterParser asked, long link, String text, String name) {
        return new LinkView(text, filters.page("/projects/" + project.getKey(), AuditFormatter.ITEM, asked,
                Map.of(PARAMETER, String.valueOf(link)), "decision-gates.jira.audit.verify", name).href() + PLACE, name);
    }

    /** What the parts of a chain have in common. */
    private static final class Walk {

        private long checked;
        private final List<Long> late = new ArrayList<>();
        private final Set<String> erasures = new LinkedHashSet<>();

        ChainReport take(ChainReport part) {
            checked += part.checked();
            late.addAll(part.late());
            part.erasures().forEach(erasure -> erasures.add(erasure.key()));
            return part;
        }
    }
}
