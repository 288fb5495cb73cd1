package org.decisiongates.jira.approval;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;

/**
 * Serves the page on which people see what waits for their approval and have others stand in for them. Without an annotation Jira lets in
 * licensed people only.
 */
public final class MyApprovalsServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/my-approvals";
    private static final String ACTION = "do";
    private static final String DELEGATE = "delegate";
    private static final String END = "end";
    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    private static final Set<String> DONE = Set.of("delegated", "ended");

    private final transient UserAccess users;
    private final transient MyApprovalsReader approvals;
    private final transient DelegationService delegations;
    private final transient MyApprovalsFormatter formatter;
    private final transient JiraTexts texts;

    public MyApprovalsServlet(FormPages pages, UserAccess users, MyApprovalsReader approvals, DelegationService delegations,
            MyApprovalsFormatter formatter, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:table", "org.decisiongates.decision-gates:people");
        this.users = users;
        this.approvals = approvals;
        this.delegations = delegations;
        this.formatter = formatter;
        this.texts = texts;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return users.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser reader, List<String> errors) throws IOException {
        show(page, reader, errors, Map.of());
    }

    /** @param faults what is wrong with each input, by its name */
    private void show(FormPage page, ApplicationUser reader, List<String> errors, Map<String, String> faults) throws IOException {
        String address = page.contextPath() + ADDRESS;
        DelegationForm form = page.isSubmitted() && page.parameter(ACTION).equals(DELEGATE) ? sent(page)
                : new DelegationForm("", "", "", "");
        List<String> done = Optional.of(page.parameter("done")).filter(any -> DONE.contains(any) && !page.isSubmitted())
                .map(any -> texts.text("decision-gates.approval.mine.done." + any)).stream().toList();
        long after = number(page.parameter(AFTER), 0);
        long before = number(page.parameter(BEFORE), Long.MAX_VALUE);
        MyApprovalListView waiting = formatter.waiting(approvals.waiting(reader, after), page.contextPath(), address, after == 0);
        MyApprovalListView stale = formatter.stale(approvals.stale(reader, before), page.contextPath(), address, before == Long.MAX_VALUE);
        page.render(new MyApprovalsView(page.tokenName(), page.tokenValue(), address, errors, done,
                waiting.rows().isEmpty() && stale.rows().isEmpty() ? "" : formatter.zone(), waiting, stale,
                delegations.made().stream().map(one -> formatter.made(one, delegations.seen(one))).toList(),
                delegations.received().stream().map(one -> formatter.received(one, delegations.seen(one))).toList(),
                formatter.notSaved(faults), MyApprovalsFormatter.input(form.delegate(), DelegationForm.DELEGATE, faults),
                MyApprovalsFormatter.input(form.first(), DelegationForm.FIRST, faults),
                MyApprovalsFormatter.input(form.last(), DelegationForm.LAST, faults),
                MyApprovalsFormatter.input(form.projects(), DelegationForm.PROJECTS, faults)), "/jira/approval/my-approvals.vm");
    }

    /** An address that was typed wrongly leads to the beginning. */
    private static long number(String typed, long otherwise) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : otherwise;
    }

    @Override
    protected void submit(FormPage page, ApplicationUser caller) throws IOException {
        try {
            page.redirect(page.contextPath() + ADDRESS + "?done=" + apply(page));
        } catch (ProblemException e) {
            page.status(e.status());
            Map<String, String> faults = new HashMap<>();
            e.members().forEach((name, message) -> faults.put(name, texts.texts(List.of(message)).get(0)));
            show(page, caller, texts.texts(e.messages()), faults);
        }
    }

    /** Does what the form asks; the name of what was done. */
    private String apply(FormPage page) {
        if (!page.parameter(END).isEmpty()) {
            delegations.end(page.parameter(END));
            return "ended";
        }
        if (!page.parameter(ACTION).equals(DELEGATE)) {
            throw new ProblemException(400, "decision-gates.approval.mine.no-such-action", page.parameter(ACTION));
        }
        delegations.add(sent(page));
        return "delegated";
    }

    private static DelegationForm sent(FormPage page) {
        return new DelegationForm(page.parameter(DelegationForm.DELEGATE), page.parameter(DelegationForm.FIRST),
                page.parameter(DelegationForm.LAST), page.parameter(DelegationForm.PROJECTS));
    }
}
