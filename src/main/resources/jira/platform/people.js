// Completes names of people where a page asks for one: inputs marked data-picker="people". The input shows the name of who was chosen, and
// the form sends the user name. Without this script, without an answer, and in browsers that do not tell what a form is about to send, user
// names are typed.
(function () {
    'use strict';

    var PEOPLE = '/rest/api/2/user/picker?maxResults=20&query=';
    var INPUTS = 'input[data-picker="people"]';
    var USER = 'data-user';
    var SHOWN = 'data-shown';
    var PATIENCE = 200;
    var translates = 'FormDataEvent' in window;

    // the address of Jira, which may lie below that of its host
    function base() {
        return window.location.pathname.split(/\/(?:plugins\/servlet|secure|browse|projects)\//)[0];
    }

    function find(typed) {
        return fetch(base() + PEOPLE + encodeURIComponent(typed), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.json() : {};
        }).then(function (answer) {
            return answer.users || [];
        }).catch(function () {
            return [];
        });
    }

    // two people may have the same name, and a name may be the user name of somebody else
    function shownAs(person, people) {
        var alike = people.filter(function (other) {
            return other.displayName === person.displayName || (other !== person && other.name === person.displayName);
        });
        var shared = alike.some(function (other) {
            return other !== person;
        });
        return shared ? person.displayName + ' (' + person.name + ')' : person.displayName;
    }

    function take(input, user, shown) {
        input.setAttribute(USER, user);
        input.setAttribute(SHOWN, shown);
    }

    // what was typed is a user name unless it is one of the names that were offered
    function match(input, list) {
        var offered = Array.prototype.filter.call(list.options, function (option) {
            return option.hasAttribute(USER) && option.value === input.value;
        })[0];
        if (offered) {
            take(input, offered.getAttribute(USER), offered.value);
        } else if (input.value !== input.getAttribute(SHOWN)) {
            input.removeAttribute(USER);
        }
    }

    function offer(input, list, people) {
        list.textContent = '';
        people.forEach(function (person) {
            var option = document.createElement('option');
            if (translates) {
                option.value = shownAs(person, people);
                option.label = person.name;
                option.setAttribute(USER, person.name);
            } else {
                option.value = person.name;
                option.label = person.displayName;
            }
            list.appendChild(option);
        });
        match(input, list);
    }

    function complete(input) {
        var list = document.createElement('datalist');
        var waiting;
        list.id = input.id + '-people';
        input.insertAdjacentElement('afterend', list);
        input.setAttribute('list', list.id);
        input.addEventListener('input', function () {
            match(input, list);
            window.clearTimeout(waiting);
            waiting = window.setTimeout(function () {
                var typed = input.value.trim();
                if (!typed) {
                    offer(input, list, []);
                    return;
                }
                find(typed).then(function (people) {
                    // a later answer to an earlier text
                    if (input.value.trim() === typed) {
                        offer(input, list, people);
                    }
                });
            }, PATIENCE);
        });
    }

    // what a form begins with is a user name; Jira says what that person is called to those who may know
    function nameWhoIsThere(input) {
        var user = input.value;
        if (!translates || !user || input.hasAttribute(USER)) {
            return;
        }
        find(user).then(function (people) {
            var person = people.filter(function (one) {
                return one.name === user;
            })[0];
            if (person && input.value === user) {
                take(input, user, shownAs(person, people));
                input.value = shownAs(person, people);
            }
        });
    }

    function look(root) {
        Array.prototype.forEach.call(root.querySelectorAll(INPUTS), nameWhoIsThere);
    }

    // pages and dialogs may come later than this script
    document.addEventListener('focusin', function (event) {
        var input = event.target;
        if (input.matches && input.matches(INPUTS + ':not([list])')) {
            complete(input);
        }
    });
    document.addEventListener('decision-gates-shown', function (event) {
        look(event.target);
    });
    document.addEventListener('formdata', function (event) {
        Array.prototype.forEach.call(event.target.querySelectorAll(INPUTS + '[' + USER + ']'), function (input) {
            if (input.name && input.value === input.getAttribute(SHOWN)) {
                event.formData.set(input.name, input.getAttribute(USER));
            }
        });
    });
    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', function () {
            look(document);
        });
    } else {
        look(document);
    }
}());
