package org.decisiongates.issue;

/** A question that a field of options answers with yes or no, such as whether customers notice. */
public final class YesOrNo {

    private YesOrNo() {
    }

    /**
     * Whether the field says yes; where it holds nothing, it does not. Any other answer is {@link UnknownAnswerException}: taken for a no,
     * it would silence whatever is asked only where the answer is yes.
     */
    public static boolean isYes(IssueView issue, Field field) {
        boolean yes = false;
        for (Choice choice : issue.choices(field)) {
            if (choice.name().equals(OwnField.YES)) {
                yes = true;
            } else if (!choice.name().equals(OwnField.NO)) {
                throw new UnknownAnswerException(field, choice.name());
            }
        }
        return yes;
    }
}
