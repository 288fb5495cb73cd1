package org.decisiongates.issue;

import java.util.List;

/** A question that a field of options answers with yes or no, such as whether customers notice. */
public final class YesOrNo {

    private YesOrNo() {
    }

    /**
     * Whether the field says yes; where it holds nothing, it does not. Any other answer is {@link UnknownAnswerException}: taken for a no,
     * it would silence whatever is asked only where the answer is yes.
     */
    public static boolean isYes(Field field, List<Choice> chosen) {
        boolean yes = false;
        for (Choice choice : chosen) {
            if (choice.name().equals(OwnField.YES)) {
                yes = true;
            } else if (!choice.name().equals(OwnField.NO)) {
                throw new UnknownAnswerException(field, choice.name());
            }
        }
        return yes;
    }
}
