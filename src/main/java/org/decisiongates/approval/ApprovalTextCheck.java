package org.decisiongates.approval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.Message;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/** What is wrong with what people say to their approvals. */
final class ApprovalTextCheck {

    static final int MAX_COMMENT = 4_000;

    private ApprovalTextCheck() {
    }

    /**
     * What is wrong with what somebody sent, by member. A password that is missing is told of with the comment, so that it is not the next
     * thing to be refused; where the comment is right it is looked at last.
     */
    static Map<String, Message> faults(ApprovalService.Action action, boolean isCommentRequired, boolean needsPassword) {
        Map<String, Message> faults = new LinkedHashMap<>();
        fault(action.comment(), isCommentRequired).ifPresent(fault -> faults.put("comment", fault));
        if (!faults.isEmpty() && needsPassword && action.password().isEmpty()) {
            faults.put("password", Reauthentication.MISSING);
        }
        return faults;
    }

    private static Optional<Message> fault(String comment, boolean isRequired) {
        if (comment.length() > MAX_COMMENT) {
            return Optional.of(Message.of("decision-gates.approval.fault.long", MAX_COMMENT));
        }
        if (XmlCharacters.firstInvalid(comment).isPresent()) {
            return Optional.of(Message.of("decision-gates.approval.fault.characters"));
        }
        return Optional.of(Message.of("decision-gates.approval.fault.no-comment"))
                .filter(missing -> isRequired && Statement.faultOf(comment, 1, DescriptionTemplate.NONE).isPresent());
    }
}
