package org.decisiongates.page;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.text.KebabCase;

/** Words approvals in the language of the reader, the same in both products, and chooses the style of the mark beside the words. */
public final class ApprovalWording {

    private static final String KEY = "decision-gates.approval.";
    private static final int MAX_NAMED = 5;

    private final Texts texts;

    public ApprovalWording(Texts texts) {
        this.texts = texts;
    }

    /** How far a requirement is met. */
    public String state(ApprovalState state, int given, int needed) {
        return text("state." + KebabCase.of(state), given, needed);
    }

    /** What somebody said. */
    public String kind(Kind kind) {
        return text("kind." + KebabCase.of(kind));
    }

    /**
     * Whether that counts. An objection holds the approval up, whatever was edited since and whoever owns the issue by now.
     *
     * @param state of the requirement that it was said about
     */
    public String standing(ApprovalState state, Kind kind, Standing standing) {
        return isOpenObjection(state, kind, standing) ? text("objection")
                : text("standing." + KebabCase.of(kind == Kind.NEEDS_DISCUSSION ? worthOfObjection(standing) : standing));
    }

    /** A section; the key of one that this version does not know. */
    public String section(String key) {
        return SealedSection.keyed(key).map(section -> text("section." + section.key())).orElse(key);
    }

    /** Sections, with commas between them. */
    public String sections(List<String> keys) {
        return keys.stream().map(this::section).collect(Collectors.joining(", "));
    }

    /** Somebody, and whether the account is off. */
    public String person(String name, boolean isActive) {
        return isActive ? name : text("inactive", name);
    }

    /** Who said something, and for whom. */
    public String speaker(String actor, Optional<String> onBehalfOf) {
        return onBehalfOf.map(approver -> text("on-behalf-of", actor, approver)).orElse(actor);
    }

    /**
     * Who could still approve, as a sentence; empty text for nobody.
     *
     * @param number how many could
     * @param names  those of them whom the reader is told of
     */
    public String missing(int number, List<String> names) {
        if (names.isEmpty()) {
            return number == 0 ? "" : text("missing-number", number);
        }
        String named = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        int more = number - Math.min(names.size(), MAX_NAMED);
        return more > 0 ? text("missing-more", named, more) : text("missing", named);
    }

    /** Style of the mark of a state; empty for the plain one. */
    public static String style(ApprovalState state) {
        return switch (state) {
            case MET -> "aui-lozenge-success";
            case OPEN, NOT_REQUESTED -> "aui-lozenge-moved";
            case NEEDS_DISCUSSION, TOO_FEW_APPROVERS, TOO_MANY_APPROVERS, CHAIN_BROKEN -> "aui-lozenge-error";
            case NOT_ITS_TURN, NOT_APPLICABLE -> "";
        };
    }

    /** Style of the mark of what somebody said; empty for the plain one. */
    public static String style(ApprovalState state, Kind kind, Standing standing) {
        if (isOpenObjection(state, kind, standing)) {
            return "aui-lozenge-error";
        }
        return switch (kind == Kind.NEEDS_DISCUSSION ? worthOfObjection(standing) : standing) {
            case CURRENT -> "aui-lozenge-success";
            case STALE -> "aui-lozenge-moved";
            case CHAIN_BROKEN -> "aui-lozenge-error";
            case EXCLUDED, NO_APPROVER -> "";
        };
    }

    private static boolean isOpenObjection(ApprovalState state, Kind kind, Standing standing) {
        return kind == Kind.NEEDS_DISCUSSION && (state == ApprovalState.NEEDS_DISCUSSION
                || state == ApprovalState.TOO_MANY_APPROVERS && standing != Standing.NO_APPROVER && standing != Standing.CHAIN_BROKEN);
    }

    /** One that holds nothing up is that of somebody who is no approver any more. */
    private static Standing worthOfObjection(Standing standing) {
        return standing == Standing.CHAIN_BROKEN ? standing : Standing.NO_APPROVER;
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
