package org.decisiongates.architecture.offender.policy;

final class RemembersStatically {

    static String last = "";

    private RemembersStatically() {
    }

    static void say(String text) {
        last = text;
        System.out.println(text);
    }
}
