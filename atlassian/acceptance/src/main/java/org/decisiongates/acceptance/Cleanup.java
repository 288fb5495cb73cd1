package org.decisiongates.acceptance;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Takes away what the kit made, the newest first, and says what it could not take away. */
final class Cleanup {

    private final Deque<Step> steps = new ArrayDeque<>();
    private final PrintStream out;

    Cleanup(PrintStream out) {
        this.out = out;
    }

    private record Step(String what, Supplier<Product.Answer> deletion) {
    }

    void later(String what, Supplier<Product.Answer> deletion) {
        steps.push(new Step(what, deletion));
    }

    void run() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                Product.Answer answer = step.deletion().get();
                // what the run itself deleted is gone already
                if (!answer.isOk() && answer.status() != 404) {
                    out.println("Left behind: " + step.what() + ", for " + answer);
                }
            } catch (KitException e) {
                out.println("Left behind: " + step.what() + ", for " + e.getMessage());
            }
        }
    }
}
