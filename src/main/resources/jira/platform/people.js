// Completes names of people where a page asks for one: inputs marked data-picker="people". Without it, and without an answer, user names
// are typed.
(function () {
    'use strict';

    var PEOPLE = '/rest/api/2/user/picker?maxResults=20&query=';
    var PATIENCE = 200;

    // the address of Jira, which may lie below that of its host
    function base() {
        return window.location.pathname.split(/\/(?:plugins\/servlet|secure|browse|projects)\//)[0];
    }

    function show(list, people) {
        list.textContent = '';
        people.forEach(function (person) {
            var option = document.createElement('option');
            option.value = person.name;
            option.label = person.displayName;
            list.appendChild(option);
        });
    }

    function find(input, list) {
        var typed = input.value.trim();
        if (!typed) {
            show(list, []);
            return;
        }
        fetch(base() + PEOPLE + encodeURIComponent(typed), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.json() : {};
        }).then(function (answer) {
            // a later answer to an earlier text
            if (input.value.trim() === typed) {
                show(list, answer.users || []);
            }
        }).catch(function () {
            show(list, []);
        });
    }

    // pages and dialogs may come later than this script
    document.addEventListener('focusin', function (event) {
        var input = event.target;
        if (!input.matches || !input.matches('input[data-picker="people"]:not([list])')) {
            return;
        }
        var list = document.createElement('datalist');
        var waiting;
        list.id = input.id + '-people';
        input.insertAdjacentElement('afterend', list);
        input.setAttribute('list', list.id);
        input.addEventListener('input', function () {
            window.clearTimeout(waiting);
            waiting = window.setTimeout(find, PATIENCE, input, list);
        });
    });
}());
