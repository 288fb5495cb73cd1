package org.decisiongates.approval;

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

    static Optional<Message> fault(String comment, boolean isRequired) {
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
